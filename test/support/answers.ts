import fc from "fast-check";
import type { Answer, ScoreRow } from "../../src/index.ts";

/** Answers of every shape the library takes, on an integer scale. */
export function answersOn(min: number, max: number, maxLength = 40): fc.Arbitrary<Answer[]> {
  const score = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min, max }) },
    fc.constantFrom(null, undefined),
  );
  const count = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.bigInt({ min: 1n, max: 1_000_000n }),
  );
  const row = fc.record({ score, count }, { requiredKeys: ["score"] });
  const extended = fc.record({ score, channel: fc.constantFrom("web", "phone") });
  const any = fc.oneof(score, row, extended) as fc.Arbitrary<Answer>;
  return fc.array(any, { maxLength });
}

/** The same answers as rows that carry an explicit count, multiplied. */
export function times(answers: readonly Answer[], factor: number): ScoreRow[] {
  return answers.map((answer) => {
    const row: ScoreRow = typeof answer === "object" && answer !== null ? answer : { score: answer };
    return { score: row.score, count: Number(row.count ?? 1) * factor };
  });
}

/** Makes a change of the input impossible to overlook. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
