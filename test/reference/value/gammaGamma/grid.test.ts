import { describe, expect, test } from "vitest";
import { expectedSpend } from "../../../../src/index.ts";
import { gammaGammaLikelihood } from "../../../../src/value/gammaGammaLikelihood.ts";
import { groupColumns } from "../../../../src/value/groupedColumns.ts";
import fixture from "./fixtures/grid.json" with { type: "json" };

/** Log-likelihoods relative to at least 1. */
const relative = (own: number, expected: number): number =>
  Math.abs(own - expected) / Math.max(1, Math.abs(expected));

describe(`Gamma-Gamma on ${fixture.cases.length} points (${fixture.madeBy})`, () => {
  test("log-likelihood", () => {
    const far = fixture.cases.filter(({ p, q, v, x, m, logLikelihood }) => {
      const data = groupColumns([Float64Array.of(x), Float64Array.of(m)], undefined);
      const at = Float64Array.of(Math.log(p), Math.log(q), Math.log(v));
      const own = gammaGammaLikelihood(data)(at, new Float64Array(3)) - Math.log(m);
      return !(relative(own, logLikelihood) <= 1e-10);
    });
    expect(far).toEqual([]);
  });

  test("expected spend, to 1e-10", () => {
    const far = fixture.cases.filter(({ p, q, v, x, m, spend }) => {
      const fit = { model: "gammaGamma", parameters: { p, q, v }, converged: true };
      const own = expectedSpend(fit, [{ frequency: x, monetaryValue: m }])[0]?.estimate ?? null;
      return own === null || spend === null ? own !== spend : !(Math.abs(own / spend - 1) <= 1e-10);
    });
    expect(far).toEqual([]);
  });

  // Computed with mpmath to 16 digits.
  test.each([
    [0, undefined, 35.21897810217978],
    [2, 22.35, 24.66371391076115],
    [1, 11.77, 18.91685205784205],
    [7, 73.74, 71.46967089696709],
  ])("x = %d, m = %d of the published parameters", (frequency, monetaryValue, expected) => {
    const fit = { model: "gammaGamma", parameters: { p: 6.25, q: 3.74, v: 15.44 }, converged: true };
    const [row] = expectedSpend(fit, [{ frequency, monetaryValue }]);
    expect(relative(row?.estimate ?? Number.NaN, expected)).toBeLessThan(1e-10);
  });
});

test("the gradient is that of the likelihood", () => {
  const data = groupColumns(
    [Float64Array.of(1, 1, 3, 8, 8), Float64Array.of(10, 250, 31, 44, 0.5)],
    Float64Array.of(3, 1, 2, 5, 1),
  );
  const likelihood = gammaGammaLikelihood(data);
  const gradient = new Float64Array(3);
  const h = 1e-5;
  for (const at of [
    [1.8, 1.3, 2.7],
    [-2, 3, 8],
    [6, 7, 3],
  ]) {
    likelihood(Float64Array.from(at), gradient);
    const slopes = at.map((_, i) => {
      const [above, below] = [1, -1].map((side) =>
        likelihood(
          Float64Array.from(at, (value, j) => (i === j ? value + side * h : value)),
          new Float64Array(3),
        ),
      ) as [number, number];
      return (above - below) / (2 * h);
    });
    slopes.forEach((slope, i) => {
      expect(Math.abs((gradient[i] as number) - slope)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
    });
  }
});
