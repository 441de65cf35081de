import { describe, expect, test } from "vitest";
import { type InactivityChurnOptions, inactivityChurn, type TransactionRow } from "../../../src/index.ts";

const bought = (customerId: string | number, ...days: string[]): TransactionRow[] =>
  days.map((at) => ({ customerId, at }));

// Windows of 30 days up to 2024-03-31: the last from 2024-03-02 on, the one before it from 2024-02-01 to 2024-03-01.
const asOf = "2024-03-31";
const options: InactivityChurnOptions = { asOf, window: 30 };

test("the example by hand", () => {
  const orders = [
    ...bought("stayed", "2024-02-10", "2024-03-10"),
    ...bought("fell silent", "2024-01-05", "2024-02-10"),
    ...bought("came back", "2024-01-05", "2024-03-10"),
    ...bought("new", "2024-03-30"),
    ...bought("long gone", "2024-01-05"),
  ];
  expect(inactivityChurn(orders, options)).toMatchObject({
    metric: "inactivityChurn",
    unit: "share",
    estimate: 0.5,
    n: 2,
    churned: 1,
    atRisk: 2,
    newOrReturned: 2,
    customers: 5,
    lapsed: 2,
    window: 30,
    afterAsOf: 0,
    refunds: 0,
    method: "wilson",
    level: 0.95,
  });
});

test.each([
  ["2024-01-31", { atRisk: 0, churned: 0, newOrReturned: 0, lapsed: 1 }],
  ["2024-02-01", { atRisk: 1, churned: 1, newOrReturned: 0, lapsed: 1 }],
  ["2024-03-01", { atRisk: 1, churned: 1, newOrReturned: 0, lapsed: 1 }],
  ["2024-03-02", { atRisk: 0, churned: 0, newOrReturned: 1, lapsed: 0 }],
  ["2024-03-31", { atRisk: 0, churned: 0, newOrReturned: 1, lapsed: 0 }],
])("a single purchase on %s, at an edge of the windows", (day, counts) => {
  expect(inactivityChurn(bought("ann", day), options)).toMatchObject({ ...counts, customers: 1 });
});

test("the edges belong to civil days, not to hours", () => {
  // 02:00 on 2 March in UTC is 21:00 on 1 March in New York.
  const orders = bought("ann", "2024-03-02T02:00:00Z");
  expect(inactivityChurn(orders, options)).toMatchObject({ atRisk: 0, newOrReturned: 1 });
  expect(inactivityChurn(orders, { ...options, timeZone: "America/New_York" })).toMatchObject({
    churned: 1,
    newOrReturned: 0,
  });
});

test("an instant as asOf counts up to itself, and its civil day is the last of the window", () => {
  const orders = [...bought("ann", "2024-03-02"), ...bought("bob", "2024-03-31T10:00:00Z")];
  const at = (hour: string): object =>
    inactivityChurn(orders, { asOf: `2024-03-31T${hour}:00:00Z`, window: 30 });
  expect(at("10")).toMatchObject({ newOrReturned: 2, afterAsOf: 0 });
  expect(at("09")).toMatchObject({ newOrReturned: 1, afterAsOf: 1 });
});

test("orders on one day count once, zero amounts and missing ones are purchases, refunds are not", () => {
  const orders = [
    { customerId: "free", at: "2024-02-10", amount: 0 },
    { customerId: "free", at: "2024-02-10", amount: 5 },
    { customerId: "unknown", at: "2024-02-10" },
    { customerId: "unknown", at: "2024-03-20", amount: -5 },
    { customerId: "refunds only", at: "2024-03-20", amount: -5 },
  ];
  expect(inactivityChurn(orders, options)).toMatchObject({ churned: 2, atRisk: 2, customers: 2, refunds: 2 });
});

test("rows after asOf are left out, whoever they are of", () => {
  const orders = [...bought("ann", "2024-02-10", "2024-04-01"), ...bought("bob", "2024-04-01")];
  expect(inactivityChurn(orders, options)).toMatchObject({ churned: 1, customers: 1, afterAsOf: 2 });
});

test("nobody at risk: null, and the counts are 0", () => {
  for (const orders of [[], bought("ann", "2024-03-20"), bought("ann", "2023-03-20")]) {
    const { estimate, low, high, standardError, n } = inactivityChurn(orders, options);
    expect([estimate, low, high, standardError, n]).toEqual([null, null, null, null, 0]);
  }
});

test("the interval is the share's", () => {
  const orders = Array.from({ length: 20 }, (_, id) => bought(id, "2024-02-10")).flat();
  const record = inactivityChurn(orders, { ...options, method: "clopperPearson" });
  // Clopper and Pearson's lower end for 20 of 20 is 0.025^(1/20).
  expect(record.low).toBeCloseTo(0.025 ** 0.05, 12);
  expect(record).toMatchObject({ estimate: 1, high: 1, method: "clopperPearson" });
});

describe("refuses", () => {
  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "30", null])("window: %s", (window) => {
    expect(() => inactivityChurn([], { asOf, window: window as number })).toThrow(
      "Cannot compute inactivityChurn: window must be an integer from 1",
    );
  });
  test.each([
    [{ window: 30 }, "options must carry asOf, window"],
    [{ asOf }, "options must carry asOf, window"],
    [undefined, "options must carry asOf, window"],
    [{ ...options, windw: 7 }, "option must be one of asOf, window, timeZone, level, method"],
    [{ ...options, asOf: "2024-02-30" }, "asOf must be a date that exists"],
    [{ ...options, timeZone: "Mars/Olympus" }, "timeZone must be"],
    [{ ...options, level: 1 }, "level must be strictly between 0 and 1"],
    [{ ...options, method: "exact" }, "method must be one of wilson"],
  ])("%j", (given, message) => {
    expect(() => inactivityChurn([], given as InactivityChurnOptions)).toThrow(message);
  });
});
