import fc from "fast-check";
import { expect, test } from "vitest";
import { kaplanMeier, nelsonAalen } from "../../../src/index.ts";
import { lifetimeLaws, lifetimes } from "../../support/lifetimes.ts";

for (const method of ["log", "plain"] as const)
  lifetimeLaws(`nelsonAalen, ${method}`, (rows, level) => nelsonAalen(rows, { method, level }), [
    0,
    Number.POSITIVE_INFINITY,
  ]);

test("never falls, and exp(-H) is never below the survival curve", () => {
  fc.assert(
    fc.property(lifetimes(), (rows) => {
      const curve = kaplanMeier(rows);
      let last = 0;
      nelsonAalen(rows).forEach(({ estimate, time, atRisk, events, censored }, index) => {
        const step = curve[index];
        expect(step).toMatchObject({ time, atRisk, events, censored });
        const H = estimate ?? Number.NaN;
        expect(H).toBeGreaterThanOrEqual(last);
        expect(Math.exp(-H)).toBeGreaterThanOrEqual((step?.estimate ?? Number.NaN) - 1e-15);
        last = H;
      });
    }),
  );
});
