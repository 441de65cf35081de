import fc from "fast-check";

export const DAY = 86_400_000;

/** 2024-01-01, before which no row starts. */
export const FIRST: number = Date.UTC(2024, 0, 1);

/** A subscription with its instants as dates. */
export interface DatedRevenueRow {
  readonly customerId: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly mrr: number;
}

/** Subscriptions of a few customers over ten months, often at midnight, where periods begin and plans change. */
export function revenueRows(maxLength = 25): fc.Arbitrary<DatedRevenueRow[]> {
  const hour = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 23 }));
  const row = fc.record({
    customer: fc.integer({ min: 0, max: 5 }),
    day: fc.oneof(fc.constantFrom(0, 31, 60, 91), fc.integer({ min: 0, max: 300 })),
    hour,
    days: fc.oneof(fc.constantFrom(null, 0, 31), fc.integer({ min: 0, max: 200 })),
    mrr: fc.integer({ min: 0, max: 9 }),
  });
  return fc.array(
    row.map(({ customer, day, hour, days, mrr }) => {
      const start = FIRST + day * DAY + (hour * DAY) / 24;
      const endedAt = days === null ? null : new Date(start + days * DAY);
      return { customerId: `c${customer}`, startedAt: new Date(start), endedAt, mrr };
    }),
    { maxLength },
  );
}
