import { expect } from "vitest";
import type { Estimate } from "../../src/index.ts";

/** Compares the ends with published ones, to the digits printed. */
export function expectInterval(
  record: Pick<Estimate, "low" | "high">,
  low: number,
  high: number,
  digits: number,
): void {
  expect(record.low).toBeCloseTo(low, digits);
  expect(record.high).toBeCloseTo(high, digits);
}
