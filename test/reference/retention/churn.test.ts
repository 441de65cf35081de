import { describe, expect, test } from "vitest";
import { churnRate } from "../../../src/index.ts";
import fixture from "./fixtures/churn.json" with { type: "json" };

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 2, 1);

describe(`stripe and daily with their intervals (${fixture.madeBy})`, () => {
  test.each(fixture.cases)("$convention at $level, estimate $estimate", (example) => {
    const rows = example.id.map((customerId, i) => ({
      customerId,
      startedAt: FIRST + DAY * (example.start[i] ?? 0),
      endedAt: FIRST + DAY * (example.end[i] ?? 0),
    }));
    const convention = example.convention === "stripe" ? "stripe" : "daily";
    for (const seed of [1, 2]) {
      const options = {
        from: "2024-03-01",
        to: "2024-03-31",
        convention,
        level: example.level,
        seed,
      } as const;
      const record = churnRate(rows, options);
      expect(record.estimate).toBeCloseTo(example.estimate, 12);
      expect(record.standardError).toBeCloseTo(example.standardError, 12);
      expectWithin(record.low, example.low);
      expectWithin(record.high, example.high);
    }
  });
});

/** A sum of daily rates is rounded on the way. */
function expectWithin(end: number | null, [low = Number.NaN, high = Number.NaN]: readonly number[]): void {
  expect(end).toBeGreaterThanOrEqual(low - 1e-12);
  expect(end).toBeLessThanOrEqual(high + 1e-12);
}
