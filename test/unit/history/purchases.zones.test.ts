import { describe, expect, it, test } from "vitest";
import { type PurchaseOptions, type Purchases, readPurchases } from "../../../src/history/purchases.ts";
import type { TransactionRow } from "../../../src/rows.ts";
import { calendarDays } from "../../../src/time/calendarDays.ts";
import { calendarMonths } from "../../../src/time/calendarMonths.ts";
import { isoWeeks } from "../../../src/time/isoWeeks.ts";

const months = calendarMonths();
const january = 54 * 12; // 2024-01, counted from 1970-01

function read(rows: Iterable<unknown>, options: Partial<PurchaseOptions> = {}): Purchases {
  return readPurchases("compute x", rows as Iterable<TransactionRow>, { bucket: months, ...options });
}
const at = (...instants: TransactionRow["at"][]): TransactionRow[] =>
  instants.map((instant) => ({ customerId: "a", at: instant }));

test("a column per field, customers numbered by first appearance, rows in their order", () => {
  const rows = [
    { customerId: "b", at: "2024-02-10", amount: 5 },
    { customerId: "a", at: "2024-01-31T23:00:00Z", amount: 0 },
    { customerId: "b", at: new Date("2024-03-01T00:00:00Z"), amount: 2.5 },
  ];
  const purchases = read(rows, { amounts: true });
  expect(purchases).toEqual({
    size: 3,
    customer: Int32Array.of(0, 1, 0),
    bucket: Int32Array.of(january + 1, january, january + 2),
    amount: Float64Array.of(5, 0, 2.5),
    customers: 2,
    ids: ["b", "a"],
    last: january + 2,
    open: january + 2,
    afterAsOf: 0,
    refunds: 0,
  });
  expect(read(rows).amount).toBeUndefined();
});

test("no rows: the end is unknown without asOf, and known with it", () => {
  expect(read([])).toMatchObject({ size: 0, customers: 0, ids: [], last: undefined });
  expect(read([], { asOf: "2024-02-29" })).toMatchObject({ size: 0, last: january + 1, open: january + 2 });
});

test("ids 1 and '1', '' and '__proto__' are customers of their own", () => {
  const ids = [1, "1", "", "__proto__", "constructor", 1, "1", "__proto__"];
  const purchases = read(ids.map((customerId) => ({ customerId, at: "2024-01-01" })));
  expect(purchases.ids).toEqual([1, "1", "", "__proto__", "constructor"]);
  expect([...purchases.customer]).toEqual([0, 1, 2, 3, 4, 0, 1, 3]);
  expect(Object.is(read([{ customerId: -0, at: "2024-01-01" }]).ids[0], 0)).toBe(true);
});

describe("refunds", () => {
  const rows = [
    { customerId: "a", at: "2024-01-05", amount: 10 },
    { customerId: "b", at: "2024-01-06", amount: -3 },
    { customerId: "a", at: "2024-02-06", amount: -10 },
  ];
  it("are counted, and left out unless asked for", () => {
    expect(read(rows)).toMatchObject({ size: 1, customers: 1, refunds: 2 });
    const kept = read(rows, { amounts: true, keepRefunds: true });
    expect(kept).toMatchObject({ size: 3, customers: 2, refunds: 2, amount: Float64Array.of(10, -3, -10) });
  });
  it("are seen: the latest one ends the observation", () => expect(read(rows).last).toBe(january + 1));
  it("after asOf are counted as such alone", () =>
    expect(read(rows, { asOf: "2024-01-31" })).toMatchObject({ refunds: 1, afterAsOf: 1 }));
});

describe("asOf", () => {
  const rows = at("2024-01-31T23:59:59.999Z", "2024-02-01", "2024-02-15T12:00:00Z", "2024-03-01");
  const counts = (asOf: PurchaseOptions["asOf"]): number[] => {
    const { size, afterAsOf, last = 0, open } = read(rows, { asOf });
    return [size, afterAsOf, last - january, open - january];
  };
  it("includes an instant, and leaves its bucket open", () => {
    expect(counts("2024-02-15T12:00:00Z")).toEqual([3, 1, 1, 1]);
    expect(counts(Date.parse("2024-02-15T11:59:59.999Z"))).toEqual([2, 2, 1, 1]);
    expect(counts(new Date("2024-02-01T00:00:00Z"))).toEqual([2, 2, 1, 1]);
  });
  it("includes the whole of a civil day, whose bucket is over when the day is its last", () => {
    expect(counts("2024-02-15")).toEqual([3, 1, 1, 1]);
    expect(counts("2024-01-31")).toEqual([1, 3, 0, 1]);
    expect(counts("2024-12-31")).toEqual([4, 0, 11, 12]);
  });
  it("may be in 1970", () =>
    expect(read(at("1970-01-02"), { asOf: "1970-01-10" })).toMatchObject({ size: 1, last: 0, open: 0 }));
  it("is a civil day of the bucket's zone", () => {
    // The 29th of February ends at 05:00 UTC in Toronto.
    const toronto = { bucket: calendarMonths("America/Toronto"), asOf: "2024-02-29" };
    const around = at("2024-03-01T04:59:59.999Z", "2024-03-01T05:00:00Z", "2024-02-29", "2024-03-01");
    expect(read(around, toronto)).toMatchObject({ size: 2, afterAsOf: 2, open: january + 2 });
  });
  it("in the middle of a week leaves the week open", () => {
    const { last = 0, open } = read([], { bucket: isoWeeks(), asOf: "2024-01-03" });
    expect(isoWeeks().labelOf(last)).toBe("2024-W01");
    expect(open).toBe(last);
  });
  it("before a day that does not exist closes that day, too", () => {
    const apia = calendarDays("Pacific/Apia");
    const { last = 0, open } = read(at("2011-12-29"), { bucket: apia, asOf: "2011-12-29" });
    expect([apia.labelOf(last), apia.labelOf(open)]).toEqual(["2011-12-29", "2011-12-31"]);
  });
});

test("iterators are read once, and so is each field", () => {
  let reads = 0;
  const counted = {
    get customerId(): string {
      reads++;
      return "a";
    },
    get at(): string {
      reads++;
      return "2024-01-01";
    },
    get amount(): number {
      reads++;
      return 1;
    },
  };
  const many = function* (): Generator<TransactionRow> {
    yield counted;
    for (let i = 1; i < 3000; i++) yield { customerId: i % 7, at: "2024-01-01", amount: i };
  };
  const { size, customers, amount } = read(many(), { amounts: true, asOf: "2024-01-01" });
  expect([reads, size, customers, amount?.[2999]]).toEqual([3, 3000, 8, 2999]);
});

describe("errors", () => {
  const ok = { customerId: "a", at: "2024-01-01" };
  const row = "transactions[1]";
  test.each([
    [null, `${row} must be a transaction row, received null`],
    ["a", `${row} must be a transaction row, received "a"`],
    [{ ...ok, customerId: undefined }, `${row}.customerId must be a string or a finite number`],
    [{ ...ok, customerId: Number.NaN }, `${row}.customerId must be`],
    [{ ...ok, at: "2024-02-30" }, `${row}.at must be a date that exists`],
    [{ ...ok, at: undefined }, `${row}.at must be`],
    [{ ...ok, at: 1_700_000_000 }, `${row}.at must be in milliseconds, and looks like epoch seconds`],
    [{ ...ok, at: new Date(Number.NaN) }, `${row}.at must be a valid Date`],
    [{ ...ok, at: "2024-01-01T10:00" }, `${row}.at must end in "Z" or an offset`],
    [{ ...ok, amount: Number.NaN }, `${row}.amount must be a finite number, received NaN`],
    [{ ...ok, amount: null }, `${row}.amount must be a finite number, received null`],
    [{ ...ok, amount: "5" }, `${row}.amount must be`],
  ])("%o", (bad, message) => {
    expect(() => read([ok, bad])).toThrow(`Cannot compute x: ${message}`);
    // A row that will be left out is checked as well.
    expect(() => read([ok, bad], { asOf: "1999-01-01" })).toThrow(message);
  });
  test("an amount that is needed", () =>
    expect(() => read([ok], { amounts: true })).toThrow("transactions[0].amount must be a finite number"));
  test.each([
    [{ bucket: undefined }, 'bucket must be a bucket such as calendarMonths("America/Toronto")'],
    [{ bucket: "month" }, "bucket must be"],
    [{ asOf: "2024-02-30" }, "asOf must be a date that exists"],
    [{ bucket: { ...months, indexOf: () => 0.5 } }, "transactions[0].at must lie in a bucket"],
  ])("%o", (options, message) =>
    expect(() => read([ok], options as unknown as PurchaseOptions)).toThrow(`Cannot compute x: ${message}`),
  );
  test("rows that are none", () =>
    expect(() => read("abc" as unknown as [])).toThrow("transactions must be an iterable of rows"));
  test("an error of the caller's stays what it is", () => {
    const bucket = {
      ...months,
      indexOf: (): number => {
        throw new TypeError("mine");
      },
    };
    expect(() => read([ok], { bucket })).toThrow(TypeError);
  });
});
