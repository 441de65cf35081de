import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Estimate, type LifetimeRow, tallyLifetimes } from "../../src/index.ts";
import { deepFreeze } from "./answers.ts";
import { expectNested, expectSound } from "./laws.ts";

/** Lifetimes with ties, counts and late entries, in whole units of time. */
export function lifetimes(
  options: { readonly least?: number; readonly late?: boolean; readonly maxLength?: number } = {},
): fc.Arbitrary<LifetimeRow[]> {
  const { least = 0, late = true, maxLength = 20 } = options;
  const count = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.bigInt({ min: 1n, max: 9n }));
  const row = fc
    .record(
      {
        duration: fc.integer({ min: least, max: 12 }),
        churned: fc.boolean(),
        count,
        entry: fc.integer({ min: 0, max: 11 }),
      },
      { requiredKeys: ["duration", "churned"] },
    )
    .map(
      ({ entry, ...rest }): LifetimeRow =>
        late && entry !== undefined && entry < rest.duration ? { ...rest, entry } : rest,
    );
  return fc.array(row, { maxLength });
}

/** The same rows with each count doubled. */
export function doubled(rows: readonly LifetimeRow[]): LifetimeRow[] {
  return rows.map((row) => ({ ...row, count: 2 * Number(row.count ?? 1) }));
}

const LEVELS = fc.tuple(fc.double({ min: 0.01, max: 0.999, noNaN: true }), fc.constantFrom(0.9995, 1 - 1e-9));

/** What every estimate of lifetimes obeys; `compute` may give one record or a row for each time. */
export function lifetimeLaws(
  name: string,
  compute: (rows: Iterable<LifetimeRow>, level: number) => readonly Estimate[],
  range: readonly [min: number, max: number],
  nested = true,
): void {
  const holds = (law: (rows: LifetimeRow[]) => void): void =>
    fc.assert(
      fc.property(lifetimes(), (rows) => {
        law(rows);
      }),
      { numRuns: 50 },
    );
  describe(name, () => {
    test("low <= estimate <= high, in range, JSON-safe", () =>
      holds((rows) => {
        for (const record of compute(rows, 0.9)) expectSound(record, range);
      }));
    if (nested)
      test("a higher level contains a lower one", () => {
        fc.assert(
          fc.property(lifetimes(), LEVELS, (rows, [low, high]) => {
            const wide = compute(rows, high);
            compute(rows, low).forEach((record, index) => {
              expectNested(record, wide[index] as Estimate, [range[0], Math.min(range[1], 1e3)]);
            });
          }),
        );
      });
    test("the order of rows does not matter", () => {
      const shuffled = lifetimes().chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      );
      fc.assert(
        fc.property(shuffled, ([rows, other]) => {
          expect(compute(other, 0.9)).toEqual(compute(rows, 0.9));
        }),
      );
    });
    test("count: 2 equals the row twice", () =>
      holds((rows) => expect(compute(doubled(rows), 0.9)).toEqual(compute([...rows, ...rows], 0.9))));
    test("a tally changes nothing", () =>
      holds((rows) => expect(compute(tallyLifetimes(rows), 0.9)).toEqual(compute(rows, 0.9))));
    test("a one-shot iterator equals the array, and frozen rows are left as they were", () =>
      holds((rows) => {
        const frozen = rows.map((row) => deepFreeze({ ...row }));
        expect(compute(Object.freeze(frozen).values(), 0.9)).toEqual(compute(rows, 0.9));
      }));
  });
}
