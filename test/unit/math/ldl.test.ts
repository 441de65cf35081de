import { expect, test } from "vitest";
import { ldlFactors, ldlInverse, ldlQuadratic, ldlSolve } from "../../../src/math/ldl.ts";

const matrix = (rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat());

test("a factorization by hand", () => {
  // [4 2; 2 5] = [1 0; 1/2 1] diag(4, 4) [1 1/2; 0 1]
  const factors = ldlFactors(
    matrix([
      [4, 2],
      [2, 5],
    ]),
    2,
    1e-12,
  );
  expect([...factors.pivots]).toEqual([4, 4]);
  expect(factors.lower[2]).toBe(0.5);
  expect(factors.rank).toBe(2);
  expect([...ldlSolve(factors, matrix([[8, 12]]))]).toEqual([1, 2]);
  expect([...ldlInverse(factors)]).toEqual([5 / 16, -1 / 8, -1 / 8, 1 / 4]);
  expect(ldlQuadratic(factors, matrix([[8, 12]]))).toBe(32);
});

test("only the lower triangle is read", () => {
  expect(
    ldlFactors(
      matrix([
        [4, Number.NaN],
        [2, 5],
      ]),
      2,
      1e-12,
    ).rank,
  ).toBe(2);
});

test("the inverse of the Hilbert matrix of size 5 is of whole numbers", () => {
  const hilbert = [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((j) => 1 / (i + j + 1)));
  const inverse = ldlInverse(ldlFactors(matrix(hilbert), 5, 1e-12));
  // The published corner entries: 25, -300, 1050, -1400, 630.
  [25, -300, 1050, -1400, 630].forEach((value, i) => {
    expect(Math.abs((inverse[i] ?? 0) / value - 1)).toBeLessThan(1e-9);
  });
});

test("a column that depends on those before it is left out", () => {
  // The third column is the sum of the first two.
  const factors = ldlFactors(
    matrix([
      [2, 1, 3],
      [1, 3, 4],
      [3, 4, 7],
    ]),
    3,
    1e-12,
  );
  expect(factors.rank).toBe(2);
  expect(factors.pivots[2]).toBe(0);
  const x = ldlSolve(factors, matrix([[4, 7, 11]]));
  expect(x[0]).toBeCloseTo(1, 14);
  expect(x[1]).toBeCloseTo(2, 14);
  expect(x[2]).toBe(0);
  expect([...ldlInverse(factors)].filter((_, place) => place % 3 === 2)).toEqual([0, 0, 0]);
});

test("columns of zeros come and go", () => {
  const factors = ldlFactors(
    matrix([
      [0, 0, 0],
      [0, 2, 0],
      [0, 0, 0],
    ]),
    3,
    1e-12,
  );
  expect(factors.rank).toBe(1);
  expect([...ldlSolve(factors, matrix([[0, 6, 0]]))]).toEqual([0, 3, 0]);
  expect(ldlFactors(new Float64Array(0), 0, 1e-12).rank).toBe(0);
});
