import { describe, expect, test } from "vitest";
import {
  type Bucket,
  calendarMonths,
  isoWeeks,
  type SummarizeCustomersOptions,
  summarizeCustomers,
  type TransactionRow,
} from "../../../src/index.ts";

const order = (customerId: string | number, at: string, amount?: number): TransactionRow =>
  amount === undefined ? { customerId, at } : { customerId, at, amount };

const orders = [
  order("ann", "2024-01-15T09:00:00Z", 30),
  order("bob", "2024-01-20", 5),
  order("ann", "2024-01-01T08:00:00Z", 20),
  order("ann", "2024-01-01T21:00:00Z", 7),
  order("ann", "2024-01-29T10:00:00Z", 50),
  order("ann", "2024-01-29T12:00:00Z", 10),
];

test("the example by hand: three purchase days, the first day's second order is no repeat", () => {
  expect(summarizeCustomers(orders, { asOf: "2024-02-12" })).toEqual([
    // (30 + 50 + 10) / 2 = 45
    { customerId: "ann", frequency: 2, recency: 28, age: 42, monetaryValue: 45 },
    { customerId: "bob", frequency: 0, recency: 0, age: 23, monetaryValue: null },
  ]);
});

test("units only scale durations, fractions kept", () => {
  const [weeks] = summarizeCustomers(orders, { asOf: "2024-02-12", unit: "week" });
  expect(weeks).toMatchObject({ frequency: 2, recency: 4, age: 6, monetaryValue: 45 });
  const [, months] = summarizeCustomers(orders, { asOf: "2024-02-12", unit: "month" });
  expect(months?.age).toBe(23 / 30.4375);
  const unit = "year" as "day";
  expect(() => summarizeCustomers([], { asOf: 0, unit })).toThrow("unit must be one of day, week, month");
});

describe("asOf", () => {
  const rows = [order("ann", "2024-01-01"), order("ann", "2024-01-03T12:00:00Z")];
  test.each([
    ["2024-01-03", 1, 2],
    ["2024-01-03T12:00:00Z", 1, 2],
    ["2024-01-03T11:59:59.999Z", 0, 2],
    ["2024-01-02", 0, 1],
    ["2024-01-01", 0, 0],
  ])("%s: frequency %i, age %i", (asOf, frequency, age) => {
    expect(summarizeCustomers(rows, { asOf })).toMatchObject([{ frequency, age }]);
  });
  test("before all rows: nobody", () => {
    expect(summarizeCustomers(rows, { asOf: "2023-12-31" })).toEqual([]);
    expect(summarizeCustomers([], { asOf: "2023-12-31" })).toEqual([]);
  });
  test("is required", () => {
    expect(() => summarizeCustomers(rows, {} as SummarizeCustomersOptions)).toThrow(
      "Cannot summarize customers: options must carry asOf",
    );
  });
});

describe("refunds", () => {
  const rows = [
    order("ann", "2024-01-01", 20),
    order("bob", "2024-01-01", -5),
    order("ann", "2024-01-05", -20),
    order("ann", "2024-01-09", 0),
    order("ann", "2024-01-10", -1),
  ];
  test("are no purchases, and counted for those who have any", () => {
    expect(summarizeCustomers(rows, { asOf: "2024-01-10" })).toEqual([
      { customerId: "ann", frequency: 1, recency: 8, age: 9, monetaryValue: 0, refunds: 2 },
    ]);
  });
  test("only those up to the end of calibration count", () => {
    expect(summarizeCustomers(rows, { asOf: "2024-01-10", calibrationEnd: "2024-01-05" })).toEqual([
      {
        customerId: "ann",
        frequency: 0,
        recency: 0,
        age: 4,
        monetaryValue: null,
        holdoutFrequency: 1,
        refunds: 1,
      },
    ]);
  });
});

describe("calibrationEnd", () => {
  test("splits what happened before and after it; who came later is left out", () => {
    const rows = [...orders, order("cid", "2024-01-28", 3)];
    expect(summarizeCustomers(rows, { asOf: "2024-02-12", calibrationEnd: "2024-01-20" })).toEqual([
      { customerId: "ann", frequency: 1, recency: 14, age: 19, monetaryValue: 30, holdoutFrequency: 1 },
      { customerId: "bob", frequency: 0, recency: 0, age: 0, monetaryValue: null, holdoutFrequency: 0 },
    ]);
  });
  test("a purchase is counted once: a day or bucket that it cuts belongs to the calibration", () => {
    const rows = [order("ann", "2024-01-08T09:00:00Z"), order("ann", "2024-01-08T21:00:00Z")];
    const calibrationEnd = "2024-01-08T12:00:00Z";
    expect(summarizeCustomers(rows, { asOf: "2024-01-31", calibrationEnd })).toMatchObject([
      { frequency: 0, holdoutFrequency: 0 },
    ]);
    const month = [order("ann", "2024-01-08"), order("ann", "2024-01-20"), order("ann", "2024-02-01")];
    const options = { asOf: "2024-02-29", calibrationEnd: "2024-01-15", mergeWithin: calendarMonths() };
    expect(summarizeCustomers(month, options)).toMatchObject([{ frequency: 0, holdoutFrequency: 1 }]);
  });
  test("at asOf nothing is held out; after it is an error", () => {
    const [ann] = summarizeCustomers(orders, { asOf: "2024-02-12", calibrationEnd: "2024-02-12" });
    expect(ann).toMatchObject({ frequency: 2, holdoutFrequency: 0 });
    expect(() => summarizeCustomers(orders, { asOf: "2024-02-12", calibrationEnd: "2024-02-13" })).toThrow(
      'Cannot summarize customers: calibrationEnd must be no later than asOf, received "2024-02-13"',
    );
    expect(() => summarizeCustomers([], { asOf: 0, calibrationEnd: "2024-02-30" })).toThrow(
      "calibrationEnd must be a date that exists",
    );
  });
});

describe("mergeWithin", () => {
  test("one purchase per bucket, dated by its first purchase day", () => {
    const rows = [
      order("ann", "2024-01-03", 1), // Wednesday
      order("ann", "2024-01-07", 2), // Sunday of the same week
      order("ann", "2024-01-12", 8), // Friday
      order("ann", "2024-01-09", 4), // Tuesday before it
    ];
    expect(summarizeCustomers(rows, { asOf: "2024-01-31", mergeWithin: isoWeeks() })).toEqual([
      { customerId: "ann", frequency: 1, recency: 6, age: 28, monetaryValue: 12 },
    ]);
    expect(summarizeCustomers(rows, { asOf: "2024-01-31", mergeWithin: calendarMonths() })).toMatchObject([
      { frequency: 0, recency: 0, age: 28 },
    ]);
  });
  test("any bucket: finer than a day, with indexes far apart", () => {
    const hours: Bucket = {
      indexOf: (at) => 100_000 * Math.floor((Date.parse(at as string) - Date.UTC(2024, 0, 1)) / 3_600_000),
      labelOf: String,
      startOf: (index) => new Date(index),
    };
    const rows = [
      order("ann", "2024-01-01T09:10:00Z", 1),
      order("ann", "2024-01-02T08:00:00Z", 7),
      order("ann", "2024-01-01T11:00:00Z", 2),
      order("ann", "2024-01-01T09:50:00Z", 4),
    ];
    expect(summarizeCustomers(rows, { asOf: "2024-01-02", mergeWithin: hours })).toEqual([
      { customerId: "ann", frequency: 2, recency: 1, age: 1, monetaryValue: 4.5 },
    ]);
  });
  test("its zone is the zone; another one is an error", () => {
    const rows = [order("ann", "2024-01-31T23:30:00Z"), order("ann", "2024-02-01T10:00:00Z")];
    const mergeWithin = calendarMonths("Asia/Kolkata");
    expect(summarizeCustomers(rows, { asOf: "2024-02-02", mergeWithin })).toMatchObject([
      { frequency: 0, age: 1 },
    ]);
    expect(() => summarizeCustomers(rows, { asOf: 0, mergeWithin, timeZone: "UTC" })).toThrow(
      "timeZone must be that of mergeWithin",
    );
  });
  test.each([[null], ["weeks"], [{}]])("%j is no bucket", (bucket) => {
    const mergeWithin = bucket as unknown as Bucket;
    expect(() => summarizeCustomers([], { asOf: 0, mergeWithin })).toThrow("mergeWithin must be a bucket");
  });
});

test("amounts: of all rows, or of none", () => {
  const none = [order("ann", "2024-01-01"), order("ann", "2024-01-09")];
  expect(summarizeCustomers(none, { asOf: "2024-01-10" })).toMatchObject([
    { frequency: 1, monetaryValue: null },
  ]);
  const some = [order("ann", "2024-01-01", 5), order("ann", "2024-01-09"), order("ann", "2024-01-09")];
  expect(() => summarizeCustomers(some, { asOf: "2024-01-10" })).toThrow(
    "Cannot summarize customers: transactions[1].amount must be a finite number, since other rows have an amount",
  );
});

test("a sum of amounts that overflows is an error, a mean of tiny ones is not lost", () => {
  const repeats = (...amounts: number[]): TransactionRow[] => [
    order("ann", "2024-01-01", 1),
    ...amounts.map((amount, i) => order("ann", `2024-01-1${i}`, amount)),
  ];
  expect(() => summarizeCustomers(repeats(1e308, 1e308), { asOf: "2024-02-01" })).toThrow(
    "transactions must have amounts whose sums do not overflow",
  );
  const [ann] = summarizeCustomers(repeats(1e16, 1, 1), { asOf: "2024-02-01" });
  expect(ann?.monetaryValue).toBe((1e16 + 2) / 3);
});

test("a misspelt option is refused", () => {
  const options = { asOf: 0, mergeWithIn: isoWeeks() } as unknown as SummarizeCustomersOptions;
  expect(() => summarizeCustomers([], options)).toThrow("option must be one of asOf, unit");
});
