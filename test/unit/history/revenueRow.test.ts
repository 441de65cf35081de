import { expect, test } from "vitest";
import {
  calendarMonths,
  grossRevenueRetention,
  mrrMovements,
  netRevenueRetention,
  quickRatio,
  type SubscriptionRevenueRow,
} from "../../../src/index.ts";

const period = { from: "2024-02-01", to: "2024-02-29" };
const metrics: readonly (readonly [string, (rows: Iterable<SubscriptionRevenueRow>) => unknown])[] = [
  ["mrrMovements", (rows) => mrrMovements(rows, { bucket: calendarMonths() })],
  ["grossRevenueRetention", (rows) => grossRevenueRetention(rows, period)],
  ["netRevenueRetention", (rows) => netRevenueRetention(rows, period)],
  ["quickRatio", (rows) => quickRatio(rows, period)],
];
const good: SubscriptionRevenueRow = { customerId: "ada", startedAt: "2024-01-10", mrr: 900 };

/** A row as a file or a database may bring it, past the types. */
function broken(fields: Record<string, unknown>): SubscriptionRevenueRow {
  return { ...good, ...fields } as unknown as SubscriptionRevenueRow;
}

test.each(metrics)("%s: mrr is an integer of minor units", (name, metric) => {
  for (const [mrr, received] of [
    [-1, "-1"],
    [0.5, "0.5"],
    [Number.NaN, "NaN"],
    [1e308, "1e+308"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [2 ** 53, "9007199254740992"],
    ["10", '"10"'],
    [10n, "10n"],
    [null, "null"],
    [undefined, "undefined"],
  ]) {
    expect(() => metric([good, broken({ mrr })])).toThrow(
      `Cannot compute ${name}: subscriptions[1].mrr must be an integer from 0 to 2^53 - 1: ` +
        `integer minor units such as cents, received ${String(received)}`,
    );
  }
});

test.each(metrics)("%s: the other fields are checked, and named by their place", (name, metric) => {
  const cases: [unknown, string][] = [
    [null, "subscriptions[1] must be a subscription row"],
    [broken({ customerId: null }), "subscriptions[1].customerId must be a string or a finite number"],
    [broken({ startedAt: "2024-02-30" }), "subscriptions[1].startedAt must be a date that exists"],
    [broken({ startedAt: 1_704_067_200 }), "subscriptions[1].startedAt must be in milliseconds"],
    [broken({ endedAt: "2024-01-10T10:00" }), "subscriptions[1].endedAt must end in"],
    [broken({ endedAt: "2024-01-09" }), "subscriptions[1].endedAt must not be earlier than startedAt"],
  ];
  for (const [row, message] of cases)
    expect(() => metric([good, row as SubscriptionRevenueRow])).toThrow(`Cannot compute ${name}: ${message}`);
  expect(() => metric("rows" as unknown as SubscriptionRevenueRow[])).toThrow(
    `Cannot compute ${name}: subscriptions must be an iterable of rows`,
  );
});

test.each(metrics)("%s: revenue beyond 2^53 is an error that says overflow, in any order", (name, metric) => {
  const most = { ...good, endedAt: "2024-02-20", mrr: Number.MAX_SAFE_INTEGER };
  const message = `Cannot compute ${name}: the sum of mrr must be at most 2^53 - 1: this is an overflow`;
  for (const other of [
    { ...good, mrr: 1 },
    { ...good, customerId: "bob", mrr: 1 },
  ]) {
    expect(() => metric([most, other])).toThrow(message);
    expect(() => metric([other, most])).toThrow(message);
  }
  // A plan of the same price that follows at once is not a sum.
  const next = { ...most, startedAt: "2024-02-20", endedAt: null };
  expect(() => metric([most, next])).not.toThrow();
  expect(() => metric([next, most])).not.toThrow();
});

test("mrrMovements: nor may it be beyond 2^53 for a moment between two ends of a period", () => {
  const most = { ...good, endedAt: "2024-01-20", mrr: Number.MAX_SAFE_INTEGER };
  const moment = { ...good, startedAt: "2024-01-15", endedAt: "2024-01-16", mrr: 2 };
  expect(() => mrrMovements([most, moment], { bucket: calendarMonths() })).toThrow("this is an overflow");
});

test.each(metrics)("%s: rows are read once, each field once, and left as they are", (_name, metric) => {
  const reads = new Map<string, number>();
  const row = new Proxy(Object.freeze({ ...good, endedAt: "2024-02-20" }), {
    get: (target, field, receiver) => {
      reads.set(String(field), (reads.get(String(field)) ?? 0) + 1);
      return Reflect.get(target, field, receiver) as unknown;
    },
  });
  const result = metric([row].values());
  expect(Object.fromEntries(reads)).toEqual({ customerId: 1, startedAt: 1, endedAt: 1, mrr: 1 });
  expect(result).toEqual(metric([{ ...good, endedAt: "2024-02-20" }]));
});

test.each(metrics)('%s: 1 and "1" are two customers, and any text is a name', (_name, metric) => {
  const ids = [1, "1", "__proto__", "constructor", "", "A", "a "];
  const rows = ids.map((customerId, i) => ({
    ...good,
    customerId,
    mrr: 100 + i,
    ...(i < 3 && { endedAt: "2024-02-20" }),
  }));
  const plain = rows.map((row, i) => ({ ...row, customerId: `customer ${i}` }));
  expect(metric(rows)).toEqual(metric(plain));
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test.each(metrics)("%s: 0 is no revenue", (_name, metric) => {
  const rows = [good, { ...good, customerId: "bob", endedAt: "2024-02-20", mrr: 300 }];
  const free = { customerId: "free", startedAt: "2023-01-01", endedAt: "2024-02-10", mrr: 0 };
  const upgrade = { customerId: "bob", startedAt: "2023-06-01", endedAt: "2024-02-20", mrr: -0 };
  expect(metric([free, ...rows, upgrade])).toEqual(metric(rows));
});
