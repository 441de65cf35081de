import { expect, test } from "vitest";
import { seededUniform } from "../../../src/stats/random.ts";
import { randomGamma } from "../../../src/stats/randomVariates.ts";
import { groupColumns } from "../../../src/value/groupedColumns.ts";
import { type SpendFrequencyCorrelation, spendCorrelation } from "../../../src/value/spendCorrelation.ts";

/** Customers of the Gamma-Gamma model, whose rate of spend depends on frequency by `effect`: not at all at 0. */
function correlated(uniform: () => number, size: number, effect: number): SpendFrequencyCorrelation {
  const x = Float64Array.from(
    { length: size },
    () => 1 + Math.floor(-Math.log1p(-uniform()) * 2 * randomGamma(1, uniform)),
  );
  const m = x.map((frequency) => {
    const rate = (randomGamma(3.74, uniform) / 15.44) * frequency;
    return (frequency ** effect * randomGamma(6.25 * frequency, uniform)) / rate;
  });
  return spendCorrelation(groupColumns([x, m], undefined));
}

// Under the null hypothesis the variance of m falls with x. 5% with a standard error of 0.8% and 1.5%.
test.each([
  [300, 800],
  [3000, 200],
])(
  "of independent spend, with %d customers, about one p-value in twenty is below 0.05",
  (size, repetitions) => {
    const uniform = seededUniform(size);
    let rejected = 0;
    for (let i = 0; i < repetitions; i++)
      if ((correlated(uniform, size, 0).pValue as number) < 0.05) rejected += 1;
    expect(rejected / repetitions).toBeGreaterThan(0.02);
    expect(rejected / repetitions).toBeLessThan(0.09);
  },
);

test("of spend that grows with the square root of frequency, nearly all are", () => {
  const uniform = seededUniform(5);
  let rejected = 0;
  for (let i = 0; i < 100; i++) {
    const { estimate, pValue } = correlated(uniform, 300, 0.5);
    if ((pValue as number) < 0.05 && (estimate as number) > 0) rejected += 1;
  }
  expect(rejected).toBeGreaterThan(90);
});
