import { describe, expect, test } from "vitest";
import {
  type Clv,
  type ClvOptions,
  calendarDays,
  clv,
  isoWeeks,
  type TransactionRow,
} from "../../../src/index.ts";
import { clvOrders } from "../../support/clvOrders.ts";
import { rowHazards } from "../../support/rowHazards.ts";

const orders = clvOrders(100);
const asOf = "2024-06-30";
const compute = (rows: Iterable<TransactionRow>, options: Partial<ClvOptions> = {}): Clv =>
  clv(rows, { asOf, horizon: 180, discountRate: 0.0003, margin: 0.3, ...options });

rowHazards("clv", (rows) => compute(rows as Iterable<TransactionRow>), orders);

/** Everything that is known stays; what cannot be said is null. */
function expectNothingExpected(record: Clv, reason: string): void {
  expect(record.reason).toBe(reason);
  expect(record.total).toMatchObject({ estimate: null, low: null, high: null, standardError: null });
  for (const row of record.customers)
    expect(row).toMatchObject({ estimate: null, low: null, high: null, standardError: null });
}

describe("hazard 25: what the data cannot tell is null, and the reason is named", () => {
  test("nobody bought twice", () => {
    const record = compute([
      { customerId: 1, at: "2024-01-01", amount: 5 },
      { customerId: 2, at: "2024-02-01", amount: 6 },
    ]);
    expectNothingExpected(
      record,
      "no purchases can be expected: nobody bought twice: no rate of purchases can be told; " +
        "no spend can be expected: nobody bought twice for money",
    );
    expect(record.customers[0]).toMatchObject({ probabilityAlive: null, discountedPurchases: null });
    expect(record.purchaseFit.converged).toBe(false);
  });

  test("no rows, and only rows after asOf", () => {
    expect(compute([])).toMatchObject({ n: 0, afterAsOf: 0, customers: [], total: { estimate: null, n: 0 } });
    const record = compute([{ customerId: 1, at: "2025-01-01", amount: 5 }]);
    expect(record).toMatchObject({ n: 0, afterAsOf: 1, customers: [], total: { estimate: null, n: 0 } });
    expect(record.reason).toBe("there are no customers: all rows are later than asOf (1)");
    expect(compute([]).reason).toBe("there are no customers");
  });

  test("one customer", () => {
    const record = compute(
      [3, 9, 20].map((day) => ({ customerId: "a", at: new Date(Date.UTC(2024, 0, day)), amount: day })),
    );
    expect(record.total.estimate).toBeNull();
    expect(record.reason).not.toBeNull();
  });

  test("one price for all: purchases are expected, money is not, and the reason says so", () => {
    // One order a day: two would cost twice as much.
    const byDay = new Map(orders.map((row) => [`${row.customerId} ${row.at.slice(0, 10)}`, row]));
    const record = compute([...byDay.values()].map((row) => ({ ...row, amount: 9.99 })));
    expectNothingExpected(record, "no spend can be expected: all customers spend the same");
    const [row] = record.customers;
    expect(row?.discountedPurchases).toBeGreaterThan(0);
    expect(row?.probabilityAlive).toBeGreaterThan(0);
    expect(row?.expectedSpend).toBeNull();
  });

  test("nobody ever leaves: the limiting model answers", () => {
    const record = compute(clvOrders(100, false));
    expect(record.purchaseFit).toMatchObject({ converged: true, boundary: "a", parameters: { a: 0 } });
    expect(record.customers.every((row) => row.probabilityAlive === 1)).toBe(true);
  });

  test("everybody bought today: every age is 0", () => {
    const record = compute([1, 2, 3].map((customerId) => ({ customerId, at: "2024-06-30", amount: 4 })));
    expect(record.reason).toContain("nobody has been a customer for any time");
  });
});

describe("hazard 24: amounts", () => {
  const bad =
    (amount: unknown): (() => Clv) =>
    () =>
      compute([...orders.slice(0, 3), { customerId: "x", at: "2024-01-05", amount: amount as number }]);

  test("below zero is an error that says what to do", () => {
    expect(bad(-3)).toThrow(
      "Cannot compute clv: transactions[3].amount must not be below 0: leave refunds out, or take them off their orders, received -3",
    );
  });

  test.each([[undefined], [null], ["5"], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    "%s is an error",
    (amount) => {
      expect(bad(amount)).toThrow("Cannot compute clv: transactions[3].amount must be a finite number");
    },
  );

  test("zero amounts are purchases, and who spends nothing is left out of the model of spend", () => {
    const free = [4, 20, 60].map((day) => ({
      customerId: "free",
      at: new Date(Date.UTC(2024, 0, day)),
      amount: 0,
    }));
    const record = compute([...orders, ...free]);
    expect(record.customers.at(-1)).toMatchObject({ customerId: "free", frequency: 2, monetaryValue: 0 });
    expect(record.spendFit.zeroSpend).toBe(1);
    expect(record.total.estimate).toBeGreaterThan(0);
  });

  test("several orders a day are one purchase; a bucket may merge more", () => {
    const twice = orders.flatMap((row) => [
      { ...row, amount: (row.amount ?? 0) / 2 },
      { ...row, amount: (row.amount ?? 0) / 2 },
    ]);
    expect(compute(twice).total).toEqual(compute(orders).total);
    const weekly = compute(orders, { mergeWithin: isoWeeks() });
    expect(weekly.customers).toHaveLength(100);
    const sum = (record: Clv): number => record.customers.reduce((all, row) => all + row.frequency, 0);
    expect(sum(weekly)).toBeLessThan(sum(compute(orders)));
  });

  test("hazard 14: sums that overflow are an error", () => {
    const huge = orders.map((row) => ({ ...row, amount: (row.amount ?? 0) * 1e305 }));
    expect(() => compute(huge)).toThrow(
      "Cannot compute clv: transactions must have amounts whose sums do not overflow",
    );
  });
});

test("hazards 10 and 11: ids are taken as they are", () => {
  const names = ["__proto__", "constructor", "toString", "", 1, "1", "A", "a "];
  const rows = names.flatMap((customerId, who) =>
    [0, 20 + who, 50 + 2 * who, 100].map((day, k) => ({
      customerId,
      at: new Date(Date.UTC(2024, 0, 1 + day)),
      amount: 5 + ((who + 3 * k) % 5),
    })),
  );
  expect(compute(rows).customers.map(({ customerId }) => customerId)).toEqual(names);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test("hazards 19 and 20: dates", () => {
  const at =
    (value: unknown): (() => Clv) =>
    () =>
      compute([{ customerId: 1, at: value as string, amount: 3 }]);
  for (const value of ["2024-02-30", "01/02/2024", "2024-01-02T10:00", new Date(Number.NaN), 1_700_000_000])
    expect(at(value), String(value)).toThrow("Cannot compute clv: transactions[0].at");
  // The same civil days, given as dates, as instants of a zone and by its bucket.
  const dates = orders.map((row) => ({ ...row, at: String(row.at).slice(0, 10) }));
  expect(compute(dates)).toEqual(compute(orders));
  const local = dates.map((row) => ({ ...row, at: `${row.at}T23:30:00+05:30` }));
  expect(compute(local, { timeZone: "Asia/Kolkata" })).toEqual(compute(orders));
  expect(compute(local, { mergeWithin: calendarDays("Asia/Kolkata") })).toEqual(compute(orders));
  expect(() => compute(local, { timeZone: "UTC", mergeWithin: calendarDays("Asia/Kolkata") })).toThrow(
    "Cannot compute clv: timeZone must be that of mergeWithin",
  );
});

test("hazard 26: an error of the rows' own source stays as it is", () => {
  function* failing(): Generator<TransactionRow> {
    yield orders[0] as TransactionRow;
    throw new RangeError("the file ends here");
  }
  expect(() => compute(failing())).toThrow(/^the file ends here$/);
});

test("hazard 27: transactions carry no count, and the record is JSON", () => {
  const record = compute(orders);
  expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  expect(record.customers.every((row) => row.n === 1)).toBe(true);
});
