import fc from "fast-check";
import type { ChurnConvention, SubscriptionRow } from "../../src/index.ts";

/** Every convention of a churn rate, the default first. */
export const churnConventions: readonly ChurnConvention[] = ["standard", "baremetrics", "stripe", "daily"];

/** March 2024, as the guide "Which churn rate?" counts it: one customer of every sort. */
export const march: readonly SubscriptionRow[] = [
  { customerId: "ana", startedAt: "2024-01-01" },
  { customerId: "ben", startedAt: "2024-01-01" },
  { customerId: "hal", startedAt: "2024-01-20" },
  // Leaves.
  { customerId: "cleo", startedAt: "2024-01-10", endedAt: "2024-03-10" },
  // Leaves, and comes back.
  { customerId: "dan", startedAt: "2024-01-15", endedAt: "2024-03-05" },
  { customerId: "dan", startedAt: "2024-03-20" },
  // Joins, and leaves.
  { customerId: "eve", startedAt: "2024-03-08", endedAt: "2024-03-18" },
  // Joins.
  { customerId: "fay", startedAt: "2024-03-15" },
  // Was a customer last year, comes back, and leaves again.
  { customerId: "gus", startedAt: "2023-06-01", endedAt: "2023-12-01" },
  { customerId: "gus", startedAt: "2024-03-12", endedAt: "2024-03-25" },
];

const HOUR = 3_600_000;
const DAYS = 10;
const base = Date.UTC(2024, 2, 1);

/** A subscription in hours since the first day; those of one customer may touch, overlap or take no time. */
export interface Hours {
  readonly customerId: number;
  readonly start: number;
  readonly end: number;
}

const hours: fc.Arbitrary<Hours> = fc
  .record({
    customerId: fc.nat(6),
    // Often at midnight, so that days begin where subscriptions do.
    start: fc.oneof(
      fc.integer({ min: -72, max: 24 * DAYS }),
      fc.integer({ min: -3, max: DAYS }).map((d) => 24 * d),
    ),
    length: fc.oneof(fc.nat(72), fc.constantFrom(0, 24, 48, Infinity)),
  })
  .map(({ customerId, start, length }) => ({ customerId, start, end: start + length }));
/** Up to sixteen subscriptions of up to seven customers. */
export const histories: fc.Arbitrary<Hours[]> = fc.array(hours, { maxLength: 16 });
/** The first day of a period, and the one it ends with. */
export const periods: fc.Arbitrary<[number, number]> = fc.tuple(
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 5, max: DAYS }),
);

const at = (hour: number): number => base + HOUR * hour;
/** The same as rows. */
export const rowsOf = (subscriptions: readonly Hours[]): SubscriptionRow[] =>
  subscriptions.map(({ customerId, start, end }) => ({
    customerId,
    startedAt: at(start),
    endedAt: end === Infinity ? null : at(end),
  }));
/** A period of days as options. */
export const between = ([from, to]: readonly [number, number]): { from: number; to: number } => ({
  from: at(24 * from),
  to: at(24 * to),
});
