import fc from "fast-check";
import { expect, test } from "vitest";
import { kaplanMeier, lifetimeQuantile, medianLifetime } from "../../../src/index.ts";
import { lifetimeLaws, lifetimes } from "../../support/lifetimes.ts";

const RANGE = [0, Number.POSITIVE_INFINITY] as const;
const METHODS = fc.constantFrom("logLog", "log", "plain");
const SHARES = fc.constantFrom(0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9);

lifetimeLaws("medianLifetime", (rows, level) => [medianLifetime(rows, { level })], RANGE, false);
for (const method of ["logLog", "log", "plain"] as const)
  lifetimeLaws(
    `lifetimeQuantile, ${method}`,
    (rows, level) => [lifetimeQuantile(rows, { probability: 0.25, method, level })],
    RANGE,
    false,
  );

test("a higher level contains a lower one, where not reached is beyond every time", () => {
  fc.assert(
    fc.property(lifetimes(), METHODS, SHARES, (rows, method, probability) => {
      const at = (level: number): [number, number] => {
        const { low, high } = lifetimeQuantile(rows, { probability, method, level });
        return [low ?? Number.POSITIVE_INFINITY, high ?? Number.POSITIVE_INFINITY];
      };
      const [narrow, wide] = [at(0.5), at(0.99)];
      expect(wide[0]).toBeLessThanOrEqual(narrow[0]);
      expect(wide[1]).toBeGreaterThanOrEqual(narrow[1]);
    }),
  );
});

test("at least the share has left by then, and before it not more", () => {
  fc.assert(
    fc.property(lifetimes(), SHARES, (rows, probability) => {
      const { estimate } = lifetimeQuantile(rows, { probability });
      const curve = kaplanMeier(rows);
      const after = curve.filter((row) => estimate === null || row.time <= estimate).at(-1)?.estimate ?? 1;
      const before = curve.filter((row) => estimate === null || row.time < estimate).at(-1)?.estimate ?? 1;
      expect(before).toBeGreaterThanOrEqual(1 - probability - 1e-7);
      if (estimate === null) expect(after).toBeGreaterThan(1 - probability);
      else expect(after).toBeLessThanOrEqual(1 - probability + 1e-7);
    }),
  );
});
