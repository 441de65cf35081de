import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  calendarMonths,
  cohortRevenue,
  inactivityChurn,
  lifetimesFromPurchaseGaps,
  repeatPurchaseRate,
  type TransactionRow,
  timeBetweenPurchases,
} from "../../../src/index.ts";

/** Every metric of transactions of this area, up to the end of May 2024 in a zone. */
const asOf = "2024-05-31";
type Shop = (rows: Iterable<TransactionRow>, timeZone?: string) => unknown;
const metrics: Record<string, Shop> = {
  inactivityChurn: (rows, timeZone = "UTC") => inactivityChurn(rows, { asOf, window: 30, timeZone }),
  repeatPurchaseRate: (rows, timeZone = "UTC") => repeatPurchaseRate(rows, { asOf, timeZone }),
  timeBetweenPurchases: (rows, timeZone = "UTC") => timeBetweenPurchases(rows, { asOf, timeZone }),
  lifetimesFromPurchaseGaps: (rows, timeZone = "UTC") => lifetimesFromPurchaseGaps(rows, { asOf, timeZone }),
  cohortRevenue: (rows, timeZone = "UTC") => cohortRevenue(rows, { bucket: calendarMonths(timeZone), asOf }),
};

const orders: readonly TransactionRow[] = Object.freeze(
  [
    { customerId: "ann", at: "2024-04-10", amount: 10 },
    { customerId: "ann", at: "2024-05-20T12:00:00Z", amount: 0 },
    { customerId: "bob", at: Date.UTC(2024, 3, 30, 23, 30), amount: 7.5 },
    { customerId: "bob", at: new Date(Date.UTC(2024, 4, 2)), amount: -7.5 },
    { customerId: "cid", at: "2024-05-01T01:00:00+02:00", amount: 3 },
  ].map((row) => Object.freeze(row)),
);

describe.each(Object.entries(metrics))("%s", (name, metric) => {
  test("frozen rows; one-shot iterators, sets and rows from another realm", () => {
    const expected = metric(orders);
    expect(metric(orders.values())).toEqual(expected);
    expect(metric(new Set(orders))).toEqual(expected);
    const foreign = runInNewContext(
      `(${JSON.stringify(orders)}).map((row) => ({ ...row, at: new Date(row.at) }))`,
    );
    const here = orders.map((row) => ({ ...row, at: new Date(row.at as string) }));
    expect(metric(foreign)).toEqual(metric(here));
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
    const named = (text: string): string => text.replaceAll(/"customerId":[^,]*,/g, "");
    expect(named(JSON.stringify(metric(rows(ids))))).toBe(named(JSON.stringify(plain)));
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
      { customerId: "ann", at: "2024-05-02T05:00:00Z", amount: 1 },
      { customerId: "bob", at: "2024-05-01T03:00:00Z", amount: 1 },
    ];
    expect(metric(midnight, "America/New_York")).not.toEqual(metric(midnight, "UTC"));
  });

  test("exact duplicates change no count of customers, but they are paid twice", () => {
    const twice = [...orders, ...orders];
    if (name !== "cohortRevenue") expect(named(metric(twice))).toBe(named(metric(orders)));
    else
      expect(cohortRevenue(twice, { bucket: calendarMonths(), asOf })[0]?.revenue).toBe(
        2 * (cohortRevenue(orders, { bucket: calendarMonths(), asOf })[0]?.revenue ?? 0),
      );
  });

  test.each([
    [null, "transactions[1] must be a transaction row"],
    [undefined, "transactions[1] must be a transaction row"],
    ["ann", "transactions[1] must be a transaction row"],
    [
      { customerId: null, at: 0, amount: 1 },
      "transactions[1].customerId must be a string or a finite number",
    ],
    [{ customerId: Number.NaN, at: 0, amount: 1 }, "transactions[1].customerId must be"],
    [{ customerId: "ann", at: "2024-02-30", amount: 1 }, "transactions[1].at must be a date that exists"],
    [{ customerId: "ann", at: "2024-01-02T10:00", amount: 1 }, 'transactions[1].at must end in "Z"'],
    [{ customerId: "ann", at: 1_700_000_000, amount: 1 }, "transactions[1].at must be in milliseconds"],
    [{ customerId: "ann", at: new Date(Number.NaN), amount: 1 }, "transactions[1].at must be a valid Date"],
    [{ customerId: "ann", at: "2024-05-01", amount: "5" }, "transactions[1].amount must be a finite number"],
    [{ customerId: "ann", at: "2024-05-01", amount: Number.NaN }, "transactions[1].amount must be"],
    [{ customerId: "ann", at: "2024-05-01", amount: null }, "transactions[1].amount must be"],
  ])("%j is no transaction", (row, message) => {
    expect(() => metric([orders[0], row] as TransactionRow[])).toThrow(`Cannot compute ${name}: ${message}`);
  });

  test.each([[null], [undefined], ["rows"], [{}], [5]])("%j is no list of rows", (rows) => {
    expect(() => metric(rows as unknown as TransactionRow[])).toThrow(
      "transactions must be an iterable of rows",
    );
  });
});

test("days of 23 and 25 hours, one that starts at 01:00, one that is not there", () => {
  const pair = (from: string, to: string): TransactionRow[] => [
    { customerId: "ann", at: from, amount: 1 },
    { customerId: "ann", at: to, amount: 1 },
  ];
  // The last second of a day and the first of the next, where the clocks change in between or on the day.
  const cases = [
    ["America/Sao_Paulo", pair("2018-11-04T02:59:59Z", "2018-11-04T03:00:00Z"), 1],
    ["Pacific/Apia", pair("2011-12-30T09:59:59Z", "2011-12-30T10:00:00Z"), 2],
    ["America/New_York", pair("2024-03-10T05:00:00Z", "2024-03-11T03:59:59Z"), 0],
    ["America/New_York", pair("2023-11-05T04:00:00Z", "2023-11-06T04:59:59Z"), 0],
  ] as const;
  for (const [timeZone, rows, days] of cases) {
    const [gap] = lifetimesFromPurchaseGaps(rows, { asOf, timeZone });
    if (days > 0) expect(gap).toMatchObject({ duration: days, churned: true });
    else expect(gap?.churned).toBe(false);
    expect(repeatPurchaseRate(rows, { timeZone }).repeated).toBe(days > 0 ? 1 : 0);
  }
});

/** A result as text, without how many refunds there were. */
function named(result: unknown): string {
  return JSON.stringify(result).replaceAll(/"refunds":\d+/g, "");
}
