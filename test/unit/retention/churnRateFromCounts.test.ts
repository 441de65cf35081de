import { expect, test } from "vitest";
import { churnRate, churnRateFromCounts } from "../../../src/index.ts";
import { expectInterval } from "../../support/expectInterval.ts";
import { march } from "../../support/subscriptions.ts";

test("81 of 263: the example of Newcombe (1998), Wilson's interval", () => {
  const record = churnRateFromCounts({ churned: 81, atRisk: 263 });
  expect(record).toMatchObject({ metric: "churnRate", unit: "share", method: "wilson", convention: null });
  expect(record).toMatchObject({ churned: 81, atRisk: 263, n: 263 });
  expectInterval(record, 0.2553, 0.3662, 4);
});

test("a result is its own counts", () => {
  const record = churnRate(march, { from: "2024-03-01", to: "2024-03-31" });
  expect(churnRateFromCounts(record)).toEqual({ ...record, convention: null });
});

test("BigInt counts of a database are taken", () => {
  expect(churnRateFromCounts({ churned: 1n, atRisk: 4n })).toEqual(
    churnRateFromCounts({ churned: 1, atRisk: 4 }),
  );
});

test("nobody at risk is null", () => {
  expect(churnRateFromCounts({ churned: 0, atRisk: 0 })).toMatchObject({
    estimate: null,
    low: null,
    high: null,
  });
});

test.each([
  [{ churned: 5, atRisk: 4 }, "counts.churned must be at most counts.atRisk, which is 4, received 5"],
  [{ churned: -1, atRisk: 4 }, "counts.churned must be an integer from 0 to 2^53 - 1, received -1"],
  [{ churned: 1, atRisk: 4.5 }, "counts.atRisk must be an integer from 0 to 2^53 - 1, received 4.5"],
  [{ churned: 1 }, "counts must carry churned, atRisk"],
  [null, "counts must carry churned, atRisk, received null"],
])("the counts %j are an error", (counts, message) => {
  const given = counts as { readonly churned: number; readonly atRisk: number };
  expect(() => churnRateFromCounts(given)).toThrow(`Cannot compute churnRate: ${message}`);
});

test("a misspelt option is an error", () => {
  const options = { confidence: 0.9 } as object;
  expect(() => churnRateFromCounts({ churned: 1, atRisk: 4 }, options)).toThrow(
    "option must be one of level, method",
  );
});
