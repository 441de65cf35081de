import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hazardByPeriod, kaplanMeier, responseRate, survivalAt } from "../../../src/index.ts";
import { lifetimeLaws, lifetimes } from "../../support/lifetimes.ts";

for (const method of ["wilson", "clopperPearson", "jeffreys", "agrestiCoull", "wald"] as const)
  lifetimeLaws(
    `hazardByPeriod, ${method}`,
    (rows, level) => hazardByPeriod(rows, { period: 2.5, method, level }),
    [0, 1],
  );

const LENGTHS = fc.constantFrom(1, 2, 2.5, 5, 100);

describe("hazardByPeriod", () => {
  test("who stays through every period is who survives", () => {
    fc.assert(
      fc.property(lifetimes(), LENGTHS, (rows, period) => {
        const curve = kaplanMeier(rows);
        let stayed = 1;
        for (const { to, estimate } of hazardByPeriod(rows, { period })) {
          // A share of nobody is unknown; the curve, too, goes no further.
          if (estimate === null) break;
          stayed *= 1 - estimate;
          expect(stayed).toBeCloseTo(survivalAt(curve, [to])[0]?.estimate ?? Number.NaN, 12);
        }
      }),
    );
  });

  test("who is there and goes is not there at the next start", () => {
    fc.assert(
      fc.property(lifetimes({ late: false }), LENGTHS, (rows, period) => {
        const periods = hazardByPeriod(rows, { period });
        periods.forEach(({ atRisk, events, censored, n }, index) => {
          expect(n).toBe(atRisk);
          expect(periods[index + 1]?.atRisk ?? 0).toBe(atRisk - events - censored);
        });
      }),
    );
  });

  test("when all are observed through, it is their share with its interval", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
        LENGTHS,
        (durations, period) => {
          const rows = durations.map((duration) => ({ duration, churned: true }));
          for (const row of hazardByPeriod(rows, { period })) {
            if (row.atRisk === 0) continue;
            const plain = responseRate({ completed: row.events, invited: row.atRisk });
            for (const field of ["estimate", "low", "high", "standardError"] as const)
              expect(row[field]).toBeCloseTo(plain[field] ?? Number.NaN, 12);
          }
        },
      ),
    );
  });
});
