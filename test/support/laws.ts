import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, type Estimate, tallyScores } from "../../src/index.ts";
import { deepFreeze, times } from "./answers.ts";

type Range = readonly [min: number, max: number];

const LEVEL: fc.Arbitrary<number> = fc.double({ min: 1e-6, max: 1 - 1e-9, noNaN: true });

/** The laws of a single record: interval around the estimate, in range, and safe as JSON. */
export function expectSound(record: Estimate, [min, max]: Range): void {
  for (const [field, value] of Object.entries(record)) {
    expect(value, field).not.toBeUndefined();
    expect(Object.is(value, -0), `${field} is -0`).toBe(false);
    if (typeof value === "number") expect(Number.isFinite(value), `${field} is finite`).toBe(true);
  }
  expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  const { estimate, low, high, n } = record;
  if (n === 0) expect([estimate, low, high]).toEqual([null, null, null]);
  if (estimate === null) return;
  const ends = [min, low ?? estimate, estimate, high ?? estimate, max];
  for (let i = 1; i < ends.length; i++) expect(ends[i - 1]).toBeLessThanOrEqual(ends[i] as number);
}

/** Two levels of the same thing: the higher one contains the lower one, up to the last bits of a double. */
export function expectNested(narrow: Estimate, wide: Estimate, range: Range): void {
  const slack = 1e-12 * (range[1] - range[0]);
  if (narrow.low !== null && wide.low !== null) expect(wide.low).toBeLessThanOrEqual(narrow.low + slack);
  if (narrow.high !== null && wide.high !== null)
    expect(wide.high).toBeGreaterThanOrEqual(narrow.high - slack);
  expect([wide.low === null, wide.high === null]).toEqual([narrow.low === null, narrow.high === null]);
}

/** The laws that every estimate of something counted obeys, whatever it is counted from. */
export function countedLaws<Input>(
  name: string,
  input: fc.Arbitrary<Input>,
  compute: (input: Input, level: number) => Estimate,
  range: Range,
  numRuns = 100,
): void {
  describe(name, () => {
    test("low <= estimate <= high, in range, JSON-safe", () => {
      fc.assert(
        fc.property(input, LEVEL, (value, level) => expectSound(compute(value, level), range)),
        { numRuns },
      );
    });
    test("a higher level contains a lower one", () => {
      fc.assert(
        fc.property(input, LEVEL, LEVEL, (value, a, b) => {
          expectNested(compute(value, Math.min(a, b)), compute(value, Math.max(a, b)), range);
        }),
        { numRuns },
      );
    });
    test("frozen input is accepted, and left as it was", () => {
      fc.assert(
        fc.property(input, (value) => {
          expect(() => compute(deepFreeze(value), 0.95)).not.toThrow();
        }),
        { numRuns },
      );
    });
  });
}

/** The laws of a metric of answers. */
export function answerLaws(
  name: string,
  answers: fc.Arbitrary<Answer[]>,
  compute: (answers: Iterable<Answer>, level: number) => Estimate,
  range: Range,
  numRuns = 100,
): void {
  countedLaws(name, answers, compute, range, numRuns);
  describe(name, () => {
    test("the order of rows does not matter", () => {
      const shuffled = answers.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      );
      fc.assert(
        fc.property(shuffled, ([rows, other]) => {
          expect(compute(other, 0.9)).toEqual(compute(rows, 0.9));
        }),
        { numRuns },
      );
    });
    test("count: 2 equals the row twice", () => {
      fc.assert(
        fc.property(answers, (rows) => {
          expect(compute(times(rows, 2), 0.9)).toEqual(compute([...rows, ...rows], 0.9));
        }),
        { numRuns },
      );
    });
    test("a tally changes nothing", () => {
      fc.assert(
        fc.property(answers, (rows) => {
          expect(compute(tallyScores(rows), 0.9)).toEqual(compute(rows, 0.9));
        }),
        { numRuns },
      );
    });
    test("a one-shot iterator equals the array", () => {
      fc.assert(
        fc.property(answers, (rows) => {
          expect(compute(rows.values(), 0.9)).toEqual(compute(rows, 0.9));
        }),
        { numRuns },
      );
    });
  });
}
