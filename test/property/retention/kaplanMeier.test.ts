import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kaplanMeier, type LifetimeRow, survivalAt } from "../../../src/index.ts";
import { lifetimeLaws, lifetimes } from "../../support/lifetimes.ts";

for (const method of ["logLog", "log", "plain"] as const)
  lifetimeLaws(`kaplanMeier, ${method}`, (rows, level) => kaplanMeier(rows, { method, level }), [0, 1]);
lifetimeLaws(
  "survivalAt",
  (rows, level) => survivalAt(kaplanMeier(rows, { level }), [0, 3, 5.5, 99]),
  [0, 1],
);

describe("kaplanMeier", () => {
  test("never rises, and everybody at risk is at risk once", () => {
    fc.assert(
      fc.property(lifetimes(), (rows) => {
        let last = 1;
        for (const { estimate, atRisk, events, censored, n } of kaplanMeier(rows)) {
          expect(estimate).toBeLessThanOrEqual(last);
          expect(events + censored).toBeLessThanOrEqual(atRisk);
          expect(atRisk).toBeLessThanOrEqual(n);
          last = estimate ?? Number.NaN;
        }
      }),
    );
  });

  test("without censoring it is one minus the empirical distribution, exactly", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 200 }),
        (durations) => {
          const rows = durations.map((duration) => ({ duration, churned: true }));
          for (const { time, estimate } of kaplanMeier(rows)) {
            const left = durations.filter((duration) => duration <= time).length;
            expect(estimate).toBe((durations.length - left) / durations.length);
          }
        },
      ),
    );
  });

  test("another unit of time changes the times alone", () => {
    const scales = fc.constantFrom(1 / 7, 0.5, 1e-9, 24, 30.4375, 86_400_000, 1e100);
    fc.assert(
      fc.property(lifetimes(), scales, (rows, scale) => {
        const scaled = rows.map(({ duration, entry, ...row }): LifetimeRow => {
          const other = { ...row, duration: duration * scale };
          return entry === undefined ? other : { ...other, entry: entry * scale };
        });
        const expected = kaplanMeier(rows).map((row) => ({ ...row, time: row.time * scale }));
        expect(kaplanMeier(scaled)).toEqual(expected);
      }),
    );
  });

  test("reading the curve at its own times gives the curve", () => {
    fc.assert(
      fc.property(lifetimes(), (rows) => {
        const curve = kaplanMeier(rows);
        const steps = curve.map(({ atRisk, events, censored, ...step }) => step);
        expect(
          survivalAt(
            curve,
            curve.map((row) => row.time),
          ),
        ).toEqual(steps);
      }),
    );
  });
});
