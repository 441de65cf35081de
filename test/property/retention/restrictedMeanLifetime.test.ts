import fc from "fast-check";
import { expect, test } from "vitest";
import { kaplanMeier, type LifetimeRow, restrictedMeanLifetime, survivalAt } from "../../../src/index.ts";
import { lifetimeLaws, lifetimes } from "../../support/lifetimes.ts";

for (const method of ["logit", "plain"] as const)
  lifetimeLaws(
    `restrictedMeanLifetime, ${method}`,
    (rows, level) => [restrictedMeanLifetime(rows, { horizon: 7.5, method, level })],
    [0, 7.5],
  );

const mean = (rows: LifetimeRow[], horizon: number): number | null =>
  restrictedMeanLifetime(rows, { horizon }).estimate;

test("restricted means add over horizons: to a, and from a to b among those still there", () => {
  fc.assert(
    fc.property(
      lifetimes(),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      (rows, a, more) => {
        const whole = mean(rows, a + more);
        fc.pre(whole !== null);
        const later = rows.flatMap(({ duration, entry = 0, ...row }): LifetimeRow[] =>
          duration > a ? [{ ...row, duration: duration - a, entry: Math.max(0, entry - a) }] : [],
        );
        const share = survivalAt(kaplanMeier(rows), [a])[0]?.estimate ?? Number.NaN;
        const rest = share === 0 ? 0 : share * (mean(later, more) ?? Number.NaN);
        expect((mean(rows, a) ?? Number.NaN) + rest).toBeCloseTo(whole, 12);
      },
    ),
  );
});

test("without censoring it is the mean of min(duration, horizon), with its plug-in standard error", () => {
  const durations = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(durations, fc.integer({ min: 1, max: 40 }), (values, horizon) => {
      const rows = values.map((duration) => ({ duration, churned: true }));
      const lived = values.map((duration) => Math.min(duration, horizon));
      const average = lived.reduce((sum, x) => sum + x, 0) / lived.length;
      const variance = lived.reduce((sum, x) => sum + (x - average) ** 2, 0) / lived.length ** 2;
      const { estimate, standardError } = restrictedMeanLifetime(rows, { horizon });
      expect(estimate).toBeCloseTo(average, 11);
      expect((standardError ?? Number.NaN) ** 2).toBeCloseTo(variance, 10);
    }),
  );
});
