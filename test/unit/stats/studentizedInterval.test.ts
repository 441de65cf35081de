import { describe, expect, test } from "vitest";
import { studentizedInterval } from "../../../src/stats/studentizedInterval.ts";

const instead = { low: 4, high: 30 };

/** Replicates around 10 whose T are the given ones, with standard errors of 2. */
function replicatesOf(ts: readonly number[]) {
  const errors = Float64Array.from(ts, (t) => (Number.isFinite(t) ? 2 : 0));
  const values = Float64Array.from(ts, (t) => (Number.isFinite(t) ? 10 + 2 * t : 10 + Math.sign(t)));
  return { values, errors };
}

describe("the studentized interval", () => {
  test("turns the quantiles of T around", () => {
    // T from -2 to 6 in steps of 2, evenly: with alpha = 0.5 the quartiles are 0 and 4.
    const { low, high } = studentizedInterval(replicatesOf([-2, 0, 2, 4, 6]), 10, 0.5, 0.5, instead);
    expect([low, high]).toEqual([10 - 0.5 * 4, 10 - 0.5 * 0]);
  });
  test("takes a resample equal to the estimate as 0, spread or none", () => {
    const replicates = { values: Float64Array.of(8, 10, 10, 10, 12), errors: Float64Array.of(1, 0, 0, 0, 1) };
    expect(studentizedInterval(replicates, 10, 1, 0.5, instead)).toEqual({ low: 10, high: 10 });
  });
  test("where it would rest on resamples without spread, the further end counts", () => {
    const ts = [-3, -1, 0, 1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // The furthest finite T is 1, which gives 9; the other method's 4 is further.
    expect(studentizedInterval(replicatesOf(ts), 10, 1, 0.1, instead).low).toBe(4);
    expect(studentizedInterval(replicatesOf(ts), 10, 9, 0.1, instead).low).toBe(1);
    const flipped = ts.map((t) => -t);
    expect(studentizedInterval(replicatesOf(flipped), 10, 1, 0.1, instead).high).toBe(30);
    expect(studentizedInterval(replicatesOf(flipped), 10, 90, 0.1, instead).high).toBe(100);
  });
  test("at a higher level holds that of a lower one, with or without such resamples", () => {
    const ts = [-5, -3, -1, 0, 1, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const ends = [0.9, 0.5, 0.3, 0.1, 0.01].map((alpha) =>
      studentizedInterval(replicatesOf(ts), 10, 1, alpha, instead),
    );
    ends.reduce((narrow, wide) => {
      expect(wide.low).toBeLessThanOrEqual(narrow.low);
      expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      return wide;
    });
  });
});
