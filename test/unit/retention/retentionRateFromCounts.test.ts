import { expect, test } from "vitest";
import { retentionRate, retentionRateFromCounts } from "../../../src/index.ts";
import { expectInterval } from "../../support/expectInterval.ts";
import { march } from "../../support/subscriptions.ts";

test("182 of 263: the complement of Newcombe's (1998) 81 of 263, Wilson's interval", () => {
  const record = retentionRateFromCounts({ retained: 182, atRisk: 263 });
  expect(record).toMatchObject({ metric: "retentionRate", retained: 182, atRisk: 263, n: 263 });
  expectInterval(record, 1 - 0.3662, 1 - 0.2553, 4);
});

test("a result is its own counts", () => {
  const record = retentionRate(march, { from: "2024-03-01", to: "2024-03-31" });
  expect(retentionRateFromCounts(record)).toEqual(record);
});

test.each([
  [{ retained: 5, atRisk: 4 }, "counts.retained must be at most counts.atRisk, which is 4, received 5"],
  [{ churned: 1, atRisk: 4 }, "counts must carry retained, atRisk"],
])("the counts %j are an error", (counts, message) => {
  const given = counts as unknown as { readonly retained: number; readonly atRisk: number };
  expect(() => retentionRateFromCounts(given)).toThrow(`Cannot compute retentionRate: ${message}`);
});

test("a misspelt option is an error, and nobody at risk is null", () => {
  const counts = { retained: 0, atRisk: 0 };
  expect(() => retentionRateFromCounts(counts, { seed: 1 } as object)).toThrow(
    "option must be one of level, method",
  );
  expect(retentionRateFromCounts(counts)).toMatchObject({ estimate: null, low: null, high: null });
});
