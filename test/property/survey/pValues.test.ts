import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ces,
  cesDifference,
  csatDifference,
  type DifferenceEstimate,
  npsDifference,
} from "../../../src/index.ts";
import { answersOn } from "../../support/answers.ts";
import { contrastMethods, proportionMethods } from "../../support/methods.ts";

const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });
const count = fc.oneof(fc.nat(5), fc.nat(60), fc.nat(3000));
const npsCounts = fc.record({ promoters: count, passives: count, detractors: count });
const csatCounts = fc.tuple(count, count).map(([a, b]) => ({ satisfied: Math.min(a, b), n: Math.max(a, b) }));

/** The interval leaves 0 out exactly when the p-value is below 1 - level. */
function expectAgreement({ estimate, low, high, pValue, level }: DifferenceEstimate): void {
  if (pValue === null || low === null || high === null) {
    if (estimate !== 0) expect([low, high, pValue]).toEqual([null, null, null]);
    return;
  }
  // At the boundary itself the last bits decide.
  if (Math.abs(pValue - (1 - level)) < 1e-9) return;
  expect(low > 0 || high < 0).toBe(pValue < 1 - level);
}

test.each(contrastMethods)("npsDifference, %s", (method) => {
  fc.assert(
    fc.property(npsCounts, npsCounts, level, (a, b, level) => {
      expectAgreement(npsDifference(a, b, { level, method }));
    }),
    { numRuns: 300 },
  );
});

test.each(proportionMethods)("csatDifference, %s", (method) => {
  fc.assert(
    fc.property(csatCounts, csatCounts, level, (a, b, level) => {
      expectAgreement(csatDifference(a, b, { level, method }));
    }),
    { numRuns: 150 },
  );
});

test("cesDifference", () => {
  fc.assert(
    fc.property(answersOn(1, 7), answersOn(1, 7), level, (a, b, level) => {
      expectAgreement(cesDifference(ces(a), ces(b), { level }));
    }),
    { numRuns: 300 },
  );
});

test("the p-value is the level at which the interval touches 0", () => {
  fc.assert(
    fc.property(npsCounts, npsCounts, (a, b) => {
      const { estimate, pValue } = npsDifference(a, b);
      fc.pre(estimate !== null && estimate !== 0 && pValue !== null && pValue > 1e-6 && pValue < 1 - 1e-6);
      const { low, high } = npsDifference(a, b, { level: 1 - (pValue ?? 0) });
      expect((estimate ?? 0) > 0 ? low : high).toBeCloseTo(0, 5);
    }),
  );
});
