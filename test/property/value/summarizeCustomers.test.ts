import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CustomerSummary,
  calendarDays,
  calendarMonths,
  summarizeCustomers,
  type TransactionRow,
  tallyCustomers,
} from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";
import { shuffled, transactions } from "../../support/transactions.ts";

const NO_AMOUNTS = transactions(true).map((rows) => rows.map(({ customerId, at }) => ({ customerId, at })));
const ROWS: fc.Arbitrary<TransactionRow[]> = fc.oneof(transactions(true), NO_AMOUNTS);
const DAY = fc
  .integer({ min: 0, max: 190 })
  .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
const asOf = "2024-04-30";
const byId = (rows: readonly CustomerSummary[]): Map<unknown, CustomerSummary> =>
  new Map(rows.map((row) => [row.customerId, row]));

test("order does not matter, but for that of the customers; frozen input and iterators are taken", () => {
  fc.assert(
    fc.property(shuffled(ROWS), ([rows, other]) => {
      const summary = summarizeCustomers(rows, { asOf });
      expect(byId(summarizeCustomers(deepFreeze(other).values(), { asOf }))).toEqual(byId(summary));
      expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
    }),
  );
});

test("a back-test splits the whole: frequencies add up, and the rest is as if asOf were the end of calibration", () => {
  const bucket = fc.constantFrom(undefined, calendarDays(), calendarMonths());
  fc.assert(
    fc.property(ROWS, DAY, DAY, bucket, (rows, a, b, mergeWithin) => {
      const [calibrationEnd, end] = a < b ? [a, b] : [b, a];
      const merge = mergeWithin === undefined ? {} : { mergeWithin };
      const whole = byId(summarizeCustomers(rows, { asOf: end, ...merge }));
      const part = byId(summarizeCustomers(rows, { asOf: calibrationEnd, ...merge }));
      const split = summarizeCustomers(rows, { asOf: end, calibrationEnd, ...merge });
      expect(split).toHaveLength(part.size);
      for (const { holdoutFrequency = Number.NaN, ...row } of split) {
        expect(row).toEqual(part.get(row.customerId));
        expect(row.frequency + holdoutFrequency).toBe(whole.get(row.customerId)?.frequency);
      }
    }),
  );
});

test("a day is the default bucket, and exact duplicates are no further purchases", () => {
  fc.assert(
    fc.property(NO_AMOUNTS, (rows) => {
      const summary = summarizeCustomers(rows, { asOf });
      expect(summarizeCustomers(rows, { asOf, mergeWithin: calendarDays() })).toEqual(summary);
      expect(summarizeCustomers([...rows, ...rows], { asOf })).toEqual(summary);
    }),
  );
});

test("a unit only divides durations", () => {
  fc.assert(
    fc.property(ROWS, (rows) => {
      const weeks = summarizeCustomers(rows, { asOf, unit: "week" });
      const days = summarizeCustomers(rows, { asOf });
      expect(weeks).toEqual(days.map((row) => ({ ...row, recency: row.recency / 7, age: row.age / 7 })));
    }),
  );
});

test("a tally keeps the number of customers, changes nothing twice, and merges by concatenation", () => {
  const options = { asOf, calibrationEnd: "2024-03-31" };
  fc.assert(
    fc.property(transactions(true), transactions(true), (a, b) => {
      const [left, right] = [summarizeCustomers(a, options), summarizeCustomers(b, options)];
      const both = tallyCustomers([...left, ...right]);
      expect(both.reduce((sum, row) => sum + row.count, 0)).toBe(left.length + right.length);
      expect(tallyCustomers(both)).toEqual(both);
      expect(tallyCustomers([...tallyCustomers(right), ...tallyCustomers(left)])).toEqual(both);
      expect(tallyCustomers([...both, ...both])).toEqual(
        both.map((row) => ({ ...row, count: 2 * row.count })),
      );
    }),
  );
});
