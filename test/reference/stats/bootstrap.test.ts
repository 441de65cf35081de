import { describe, expect, test } from "vitest";
import { csatMean, type ScoreRow } from "../../../src/index.ts";
import fixture from "./fixtures/bootstrap.json" with { type: "json" };

describe(`BCa ends lie where the exact bootstrap distribution puts them (${fixture.madeBy})`, () => {
  test.each(fixture.cases)("$counts from $min at $level", ({ min, counts, level, low, high }) => {
    const rows: ScoreRow[] = counts.flatMap((count, i) => (count > 0 ? [{ score: min + i, count }] : []));
    const scale = [min, min + counts.length - 1] as const;
    for (const seed of [1, 2, 3]) {
      const record = csatMean(rows, { method: "bootstrap", level, scale, seed });
      expectWithin(record.low, low);
      expectWithin(record.high, high);
    }
  });
});

function expectWithin(end: number | null, range: readonly number[]): void {
  expect(end).toBeGreaterThanOrEqual((range[0] ?? Number.NaN) - 1e-9);
  expect(end).toBeLessThanOrEqual((range[1] ?? Number.NaN) + 1e-9);
}
