import { describe, expect, test } from "vitest";
import type { Ends } from "../../../src/estimate.ts";
import { bcaInterval } from "../../../src/stats/bca.ts";

/** 0, 1, …, 1000. */
const replicates = Array.from({ length: 1001 }, (_, i) => i);

function expectEnds(ends: Ends, low: number, high: number): void {
  expect(ends.low).toBeCloseTo(low, 9);
  expect(ends.high).toBeCloseTo(high, 9);
}

describe("the BCa interval", () => {
  test("without bias and acceleration is the percentile interval", () => {
    expectEnds(bcaInterval(replicates, 500, 0, 0.1), 50, 950);
  });

  test.each([-1, 2000])(
    "is the percentile interval, too, where no replicate is on one side: %d",
    (estimate) => {
      for (const acceleration of [0, 0.1, -0.1, Number.NaN])
        expectEnds(bcaInterval(replicates, estimate, acceleration, 0.1), 50, 950);
    },
  );

  test("from its pole on, an end is the extreme replicate, and does not turn back", () => {
    // 1 - a z is 0 at z = 2, and below 0 at the 3.29 of a level of 0.999.
    expect(bcaInterval(replicates, 500, 0.5, 0.001).high).toBe(1000);
    expect(bcaInterval(replicates, 500, -0.5, 0.001).low).toBe(0);
  });
});
