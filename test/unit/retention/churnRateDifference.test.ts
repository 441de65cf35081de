import { expect, test } from "vitest";
import { type ChurnRateGroup, churnRate, churnRateDifference } from "../../../src/index.ts";
import { expectInterval } from "../../support/expectInterval.ts";
import { march } from "../../support/subscriptions.ts";

const a = { churned: 56, atRisk: 70 };
const b = { churned: 48, atRisk: 80 };

test("56 of 70 and 48 of 80: the example (a) of Newcombe (1998), method 10", () => {
  const record = churnRateDifference(a, b);
  expect(record).toMatchObject({ metric: "churnRateDifference", unit: "share", method: "wilson", n: 150 });
  expect(record).toMatchObject({ nA: 70, nB: 80 });
  expect(record.estimate).toBeCloseTo(0.2, 15);
  expectInterval(record, 0.0524, 0.3339, 4);
});

test("results of churnRate are sides", () => {
  const first = churnRate(march, { from: "2024-03-01", to: "2024-03-31" });
  const second = churnRate(march, { from: "2024-02-01", to: "2024-02-29" });
  // 1 of 5 in March, none of the 5 in February.
  expect(churnRateDifference(first, second).estimate).toBeCloseTo(0.2, 15);
});

test("nobody on one side is null", () => {
  const record = churnRateDifference(a, { churned: 0, atRisk: 0 });
  expect(record).toMatchObject({ estimate: null, low: null, high: null, pValue: null });
});

test.each([
  [{ ...a, convention: "standard" }, b],
  [
    { ...a, convention: null },
    { ...b, convention: "baremetrics" },
  ],
  [
    { ...a, convention: "standard" },
    { ...b, convention: "standard" },
  ],
] as const)("conventions that do not contradict each other: %j, %j", (first, second) => {
  expect(churnRateDifference(first, second)).toEqual(churnRateDifference(a, b));
});

test.each([
  [
    { ...a, convention: "standard" },
    { ...b, convention: "baremetrics" },
    'b.convention must equal a.convention, standard, received "baremetrics"',
  ],
  [{ ...a, convention: "stripe" }, b, 'a.convention must be one of standard, baremetrics, received "stripe"'],
  [a, { churned: 9, atRisk: 2, convention: "daily" }, "b.convention must be one of standard, baremetrics"],
  [a, { ...b, convention: "shopify" }, "b.convention must be one of standard, baremetrics"],
  [a, { churned: 81, atRisk: 80 }, "b.churned must be at most b.atRisk, which is 80, received 81"],
  [{ atRisk: 70 }, b, "a must carry churned, atRisk"],
  [null, b, "a must carry churned, atRisk, received null"],
])("%j and %j are an error", (first, second, message) => {
  const sides = [first, second] as unknown as readonly [ChurnRateGroup, ChurnRateGroup];
  expect(() => churnRateDifference(...sides)).toThrow(`Cannot compute churnRateDifference: ${message}`);
});

test("a misspelt option is an error", () => {
  const options = { alpha: 0.05 } as object;
  expect(() => churnRateDifference(a, b, options)).toThrow("option must be one of level, method");
});
