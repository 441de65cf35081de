import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  historicClv,
  isoWeeks,
  purchaseFrequency,
  rfm,
  summarizeCustomers,
  type TransactionRow,
} from "../../../src/index.ts";

/** Every metric of transactions of this area that looks back, up to the end of May 2024 in a zone. */
const asOf = "2024-05-31";
type Shop = (rows: Iterable<TransactionRow>, timeZone?: string) => unknown;
const metrics: Record<string, Shop> = {
  "summarize customers": (rows, timeZone = "UTC") =>
    summarizeCustomers(rows, {
      asOf,
      timeZone,
      mergeWithin: isoWeeks(timeZone),
      calibrationEnd: "2024-05-01",
    }),
  "compute rfm": (rows, timeZone = "UTC") => rfm(rows, { asOf, timeZone }),
  "compute historicClv": (rows, timeZone = "UTC") => historicClv(rows, { asOf: "2024-05-01", timeZone }),
  "compute averageOrderValue": (rows, timeZone = "UTC") =>
    averageOrderValue(rows, { asOf: "2024-05-01", timeZone }),
  "compute purchaseFrequency": (rows, timeZone = "UTC") => purchaseFrequency(rows, { asOf, timeZone }),
};

const orders: readonly TransactionRow[] = Object.freeze(
  [
    { customerId: "ann", at: "2024-04-10", amount: 10 },
    { customerId: "ann", at: "2024-05-20T12:00:00Z", amount: 0 },
    { customerId: "bob", at: Date.UTC(2024, 3, 30, 23, 30), amount: 7.5 },
    { customerId: "bob", at: new Date(Date.UTC(2024, 4, 1)), amount: -7.5 },
    { customerId: "cid", at: "2024-05-01T01:00:00+02:00", amount: 3 },
  ].map((row) => Object.freeze(row)),
);

describe.each(Object.entries(metrics))("%s", (task, metric) => {
  test("frozen rows; one-shot iterators, sets and rows from another realm", () => {
    const expected = metric(orders);
    expect(metric(orders.values())).toEqual(expected);
    expect(metric(new Set(orders))).toEqual(expected);
    const foreign = runInNewContext(
      `(${JSON.stringify(orders)}).map((row) => ({ ...row, at: new Date(row.at) }))`,
    );
    const here = orders.map((row) => ({ ...row, at: new Date(row.at as string) }));
    expect(metric(foreign)).toEqual(metric(here));
    expect(JSON.parse(JSON.stringify(expected))).toEqual(expected);
  });

  test("each field is read once", () => {
    const reads: string[] = [];
    const row = {
      get customerId() {
        reads.push("customerId");
        return "ann";
      },
      get at() {
        reads.push("at");
        return "2024-05-01";
      },
      get amount() {
        reads.push("amount");
        return 5;
      },
    };
    metric([row]);
    expect(reads.sort((a, b) => a.localeCompare(b))).toEqual(["amount", "at", "customerId"]);
  });

  test("1 and '1', 'A' and 'a ', and names of object methods are different customers", () => {
    const ids = [1, "1", "A", "a ", "\u00e9", "e\u0301", "__proto__", "constructor", "toString", ""];
    const rows = (list: readonly (string | number)[]): TransactionRow[] =>
      list.flatMap((customerId, i) => [
        { customerId, at: "2024-04-10", amount: i },
        { customerId, at: "2024-05-11", amount: i },
      ]);
    const plain = metric(rows(ids.map((_, i) => `customer ${i}`)));
    const unnamed = (result: unknown): string =>
      JSON.stringify(result).replaceAll(/"customerId":(?:"[^"]*"|\d+),/g, "");
    expect(unnamed(metric(rows(ids)))).toBe(unnamed(plain));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("the host's time zone plays no role, the named one does", () => {
    const { TZ } = process.env;
    process.env.TZ = "Pacific/Kiritimati";
    const elsewhere = metric(orders);
    process.env.TZ = TZ;
    expect(metric(orders)).toEqual(elsewhere);
    const midnight = [
      { customerId: "ann", at: "2024-05-02T03:00:00Z", amount: 1 },
      { customerId: "ann", at: "2024-05-02T05:00:00Z", amount: 4 },
      { customerId: "bob", at: "2024-05-01T03:00:00Z", amount: 1 },
    ];
    expect(metric(midnight, "America/New_York")).not.toEqual(metric(midnight, "UTC"));
  });

  test.each([
    [null, "transactions[1] must be a transaction row"],
    [undefined, "transactions[1] must be a transaction row"],
    [{ customerId: null, at: 0, amount: 1 }, "transactions[1].customerId must be"],
    [{ customerId: Number.NaN, at: 0, amount: 1 }, "transactions[1].customerId must be"],
    [{ customerId: "ann", at: "2024-02-30", amount: 1 }, "transactions[1].at must be a date that exists"],
    [{ customerId: "ann", at: "2024-01-02T10:00", amount: 1 }, 'transactions[1].at must end in "Z"'],
    [{ customerId: "ann", at: 1_700_000_000, amount: 1 }, "transactions[1].at must be in milliseconds"],
    [{ customerId: "ann", at: new Date(Number.NaN), amount: 1 }, "transactions[1].at must be a valid Date"],
    [{ customerId: "ann", at: "2024-05-01", amount: "5" }, "transactions[1].amount must be a finite number"],
    [{ customerId: "ann", at: "2024-05-01", amount: Number.NaN }, "transactions[1].amount must be"],
    [{ customerId: "ann", at: "2024-05-01", amount: null }, "transactions[1].amount must be"],
  ])("%j is no transaction", (row, message) => {
    expect(() => metric([orders[0], row] as TransactionRow[])).toThrow(`Cannot ${task}: ${message}`);
  });

  test.each([[null], [undefined], ["rows"], [{}], [5]])("%j is no list of rows", (rows) => {
    expect(() => metric(rows as unknown as TransactionRow[])).toThrow(
      "transactions must be an iterable of rows",
    );
  });
});

test("a civil date never shifts, and durations are civil days where clocks change", () => {
  // The last second of a day and the first of the next, in days of 23 and 25 hours, one that starts at 01:00, and
  // beside one that is not there.
  const cases = [
    ["America/Sao_Paulo", "2018-11-04T02:59:59Z", "2018-11-04T03:00:00Z", 1],
    ["Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-30T10:00:00Z", 2],
    ["America/New_York", "2024-03-10T05:00:00Z", "2024-03-11T03:59:59Z", 0],
    ["America/New_York", "2023-11-05T04:00:00Z", "2023-11-06T04:59:59Z", 0],
    ["Asia/Kolkata", "2024-01-15", "2024-01-16", 1],
    ["America/New_York", "2024-01-15", "2024-01-16", 1],
  ] as const;
  for (const [timeZone, first, second, days] of cases) {
    const rows = [first, second].map((at) => ({ customerId: "ann", at, amount: 1 }));
    const [ann] = summarizeCustomers(rows, { asOf: second, timeZone });
    expect(ann).toMatchObject({ frequency: days > 0 ? 1 : 0, recency: days, age: days });
    expect(rfm(rows, { asOf: second, timeZone }).customers[0]).toMatchObject({ daysSinceLast: 0 });
    expect(purchaseFrequency(rows, { timeZone }).purchases).toBe(days > 0 ? 2 : 1);
  }
});
