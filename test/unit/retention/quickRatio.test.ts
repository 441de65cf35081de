import { expect, test } from "vitest";
import { type QuickRatioOptions, quickRatio } from "../../../src/index.ts";
import { JANUARY, subscriptionsOf } from "../../support/revenue.ts";

const january = { from: "2024-01-01", to: "2024-01-31" };

test("by hand: 2500 gained for 1500 lost", () => {
  const record = quickRatio(JANUARY, january);
  expect(record).toMatchObject({
    metric: "quickRatio",
    unit: "ratio",
    method: "bootstrap",
    convention: "standard",
    n: 5,
    new: 2000,
    expansion: 500,
    reactivation: 700,
    contraction: 500,
    churn: 1000,
  });
  expect(record.estimate).toBeCloseTo(5 / 3, 15);
  // y - R x: -5000/3, 500, -2500/3, 2000 and 0.
  const squares = (5000 ** 2 + 1500 ** 2 + 2500 ** 2 + 6000 ** 2) / 9;
  expect(record.standardError).toBeCloseTo(Math.sqrt((5 / 4) * squares) / 1500, 14);
});

test("by hand: with the 700 that came back", () => {
  const record = quickRatio(JANUARY, { ...january, convention: "chartmogul" });
  expect(record).toMatchObject({ convention: "chartmogul", n: 5, reactivation: 700 });
  expect(record.estimate).toBeCloseTo(3200 / 1500, 15);
});

test("nothing lost: null, whatever was gained", () => {
  const rows = [...subscriptionsOf("ada", "2023-06-01 - 100"), ...subscriptionsOf("bob", "2024-01-10 - 100")];
  expect(quickRatio(rows, january)).toMatchObject({
    estimate: null,
    low: null,
    high: null,
    standardError: null,
    n: 2,
    new: 100,
    churn: 0,
  });
  expect(quickRatio([], january)).toMatchObject({ estimate: null, n: 0, new: 0 });
});

test("nothing gained: 0", () => {
  const rows = [
    ...subscriptionsOf("ada", "2023-06-01 - 100"),
    ...subscriptionsOf("bob", "2023-06-01 2024-01-10 100"),
  ];
  expect(quickRatio(rows, january)).toMatchObject({
    estimate: 0,
    low: null,
    high: null,
    standardError: null,
    n: 2,
  });
});

test("one customer lost of few: resamples without a loss reach the upper end", () => {
  const rows = [
    ...subscriptionsOf("ada", "2023-06-01 2024-01-10 100"),
    ...["bob", "cat", "eve"].flatMap((name) => subscriptionsOf(name, "2024-01-10 - 100")),
  ];
  const record = quickRatio(rows, january);
  expect(record).toMatchObject({ estimate: 3, high: null });
  expect(record.low).toBeLessThan(3);
  expect(record.standardError).toBeGreaterThan(0);
});

test("those who pay at neither end are not counted", () => {
  const gone = subscriptionsOf("old", "2023-01-01 2023-02-01 100", "2024-01-05 2024-01-06 100");
  expect(quickRatio([...JANUARY, ...gone], january)).toEqual(quickRatio(JANUARY, january));
});

test("options that are not valid", () => {
  const unknown = { ...january, convention: "Chartmogul" } as unknown as QuickRatioOptions;
  expect(() => quickRatio(JANUARY, unknown)).toThrow(
    "Cannot compute quickRatio: convention must be one of standard, chartmogul",
  );
  expect(() => quickRatio(JANUARY, { ...january, from: "2024-02-01" })).toThrow(
    "Cannot compute quickRatio: to must be later than from",
  );
});
