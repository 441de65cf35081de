import fc from "fast-check";
import type { CustomerId, TransactionRow } from "../../src/index.ts";

const IDS: readonly CustomerId[] = ["ann", "bob", 1, "1", 0, "", "__proto__", "constructor", "A", "a "];

/** Transactions of a few customers within some months of 2024: refunds, free orders and rows without an amount too. */
export function transactions(amounts: boolean, maxLength = 40): fc.Arbitrary<TransactionRow[]> {
  const amount = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 20_000 }).map((cents) => cents / 100) },
    { weight: 2, arbitrary: fc.integer({ min: -9_000, max: -1 }).map((cents) => cents / 100) },
    fc.constant(0),
  );
  const row = fc.record(
    {
      customerId: fc.constantFrom(...IDS),
      at: fc.oneof(
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 5, 30) }),
        fc
          .integer({ min: 0, max: 180 })
          .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)),
      ),
      amount,
    },
    { requiredKeys: amounts ? ["customerId", "at", "amount"] : ["customerId", "at"] },
  );
  return fc.array(row, { maxLength });
}

/** A list with the same items in another order. */
export function shuffled<Item>(list: fc.Arbitrary<Item[]>): fc.Arbitrary<[Item[], Item[]]> {
  return list.chain((items) =>
    fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
  );
}
