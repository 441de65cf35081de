import { expect, test } from "vitest";
import { type EfronSums, efronSums } from "../../../src/retention/efronSums.ts";

function sumsOf(z: number, d: number): EfronSums {
  const sums = { logarithms: 0, inverses: 0, squares: 0 };
  efronSums(z, d, sums);
  return sums;
}

// By mpmath 1.2.1 with 60 digits, from the log-gamma and polygamma functions of z + 1 and z - d + 1.
test.each([
  [100.0, 64, -26.7112108898176, 101.281832084498, 174.453803394241],
  [64.0, 64, -61.0003178523778, 303.609017837169, 6674.1473337708],
  [1000.0, 500, -153.079919463061, 692.64743055982, 998.501166665633],
  [1500000000.0, 1000000000, -450693855.116639, 1647918432.00216, 2999999996.0],
  [1000000000.0, 1000000000, -999999988.719429, 21300481502.3479, 1.64493406584823e18],
  [1.0e15, 1000000, -0.000499999500166666, 1000000.0005, 1000000.001],
  [12345.75, 10000, -6103.56694773108, 20500.538334528, 52616.9410382612],
])("z = %d, d = %d", (z, d, logarithms, inverses, squares) => {
  const sums = sumsOf(z, d);
  // What it is added to is of size d.
  expect(Math.abs(sums.logarithms - logarithms)).toBeLessThan(1e-13 * Math.abs(logarithms) + 1e-15 * d);
  expect(Math.abs(sums.inverses / inverses - 1)).toBeLessThan(1e-13);
  expect(Math.abs(sums.squares / squares - 1)).toBeLessThan(1e-13);
});

test("by the definition, one by one", () => {
  for (const d of [1, 2, 3, 31, 32, 33, 63, 64, 65, 200])
    for (const z of [d, d + 0.25, 2 * d, 50 * d]) {
      const [sums, terms] = [sumsOf(z, d), Array.from({ length: d }, (_, l) => z - l)];
      const total = (of: (u: number) => number): number => terms.reduce((sum, u) => sum + of(u), 0);
      expect(sums.logarithms).toBeCloseTo(
        total((u) => Math.log(u / z)),
        10,
      );
      expect(sums.inverses / total((u) => z / u)).toBeCloseTo(1, 13);
      expect(sums.squares / total((u) => (z / u) ** 2)).toBeCloseTo(1, 13);
    }
});
