import fc from "fast-check";
import { expect, test } from "vitest";
import { lifetimesFromSubscriptions } from "../../../src/index.ts";

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);

/** Whole days from the start of 2024; an `ended` of 0 is still going on. */
const row = fc.record({
  customerId: fc.constantFrom("a", "b", 1, "1"),
  from: fc.integer({ min: 0, max: 40 }),
  length: fc.integer({ min: 1, max: 15 }),
  open: fc.boolean(),
});
const asOf = START + 45 * DAY;

test("the days of a customer's lifetimes are the days on which they had a subscription", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const subscriptions = rows.map(({ customerId, from, length, open }) => ({
        customerId,
        startedAt: START + from * DAY,
        endedAt: open ? null : START + (from + length) * DAY,
      }));
      const lifetimes = lifetimesFromSubscriptions(subscriptions, { asOf: new Date(asOf) });
      for (const id of ["a", "b", 1, "1"]) {
        const own = rows.filter(({ customerId }) => customerId === id);
        const isThere = (day: number): boolean =>
          own.some(({ from, length, open }) => day >= from && (open || day < from + length));
        const days = Array.from({ length: 46 }, (_, day) => day);
        const mine = lifetimes.filter(({ customerId }) => customerId === id);
        const total = mine.reduce((sum, { duration }) => sum + duration, 0);
        expect(total).toBe(days.filter((day) => day < 45 && isThere(day)).length);
        // A loss is a day without one after a day with one, up to asOf, included.
        const losses = days.filter((day) => day > 0 && isThere(day - 1) && !isThere(day));
        expect(mine.filter(({ churned }) => churned)).toHaveLength(losses.length);
      }
    }),
  );
});

test("the order of rows changes the order of customers alone", () => {
  const shuffled = fc
    .array(row, { maxLength: 12 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
  fc.assert(
    fc.property(shuffled, ([rows, other]) => {
      const spans = (list: typeof rows): string[] =>
        lifetimesFromSubscriptions(
          list.map(({ customerId, from, length }) => ({
            customerId,
            startedAt: START + from * DAY,
            endedAt: START + (from + length) * DAY,
          })),
          { asOf: new Date(asOf) },
        )
          .map((life) => JSON.stringify([life.customerId, life.startedAt, life.duration, life.churned]))
          .sort((a, b) => (a < b ? -1 : 1));
      expect(spans(other)).toEqual(spans(rows));
    }),
  );
});
