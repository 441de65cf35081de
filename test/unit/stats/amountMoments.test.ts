import { expect, test } from "vitest";
import { CompensatedSum } from "../../../src/math/compensatedSum.ts";
import { type AmountMoments, amountMoments, momentsOfSums } from "../../../src/stats/amountMoments.ts";

/** By the sums alone. */
function bySums(amounts: Float64Array): AmountMoments {
  const [sum, sumOfSquares, sumOfCubes] = [new CompensatedSum(), new CompensatedSum(), new CompensatedSum()];
  for (const amount of amounts) {
    sum.add(amount);
    sumOfSquares.addProduct(amount, amount);
    sumOfCubes.addCube(amount);
  }
  return momentsOfSums({ n: amounts.length, sum, sumOfSquares, sumOfCubes, values: () => amounts });
}

test.each([
  ["amounts at hand", amountMoments],
  ["sums", bySums],
])("by hand from %s: 1, 2, 2, 7", (_, momentsOf) => {
  // Mean 3; deviations -2, -1, -1, 4.
  const amounts = Float64Array.of(1, 2, 2, 7);
  const { values, ...moments } = momentsOf(amounts);
  expect(moments).toEqual({ n: 4, mean: 3, squares: 22, cubes: 54 });
  expect(values()).toEqual(amounts);
  expect(momentsOf(new Float64Array(0))).toMatchObject({ n: 0, mean: 0, squares: 0, cubes: 0 });
});

test.each([
  ["amounts at hand", amountMoments],
  ["sums", bySums],
])("a spread of no more than rounding is none, from %s", (_, momentsOf) => {
  const third = 1 / 3;
  expect(momentsOf(Float64Array.of(third, third, third + 2 ** -54))).toMatchObject({ squares: 0, cubes: 0 });
  expect(momentsOf(Float64Array.of(third, third, third + 2 ** -48)).squares).toBeGreaterThan(0);
});

test("NIST NumAcc4: 1001 numbers around 10000000.2, of which the sum of squared deviations is 10", () => {
  const pairs = Array.from({ length: 500 }, () => [10000000.1, 10000000.3]).flat();
  const { mean, squares } = amountMoments(Float64Array.of(10000000.2, ...pairs));
  expect(mean).toBe(10000000.2);
  // Of the doubles nearest to these numbers, in 60 digits by mpmath 1.2.1.
  expect(Math.abs(squares / 10.000000111758709 - 1)).toBeLessThan(1e-14);
});
