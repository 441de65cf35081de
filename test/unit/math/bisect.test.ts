import { describe, expect, it } from "vitest";
import { bisect } from "../../../src/math/bisect.ts";

describe("bisect", () => {
  it("ends at the last double for which the predicate holds", () => {
    const root = bisect((x) => x * x < 2, 0, 2);
    expect(root).toBeCloseTo(Math.SQRT2, 15);
    expect(root * root).toBeLessThan(2);
  });

  it("works across 0", () => {
    expect(bisect((x) => x < -0.25, -1, 1)).toBeCloseTo(-0.25, 15);
    expect(Math.abs(bisect((x) => x < 0, -1, 1))).toBeLessThan(1e-59);
  });

  it("is an end where the predicate does not turn", () => {
    expect(bisect(() => true, -3, 7)).toBeCloseTo(7, 14);
    expect(bisect(() => false, -3, 7)).toBe(-3);
    expect(bisect(() => true, 2, 2)).toBe(2);
  });

  it("always ends", () => {
    let calls = 0;
    bisect(
      (x) => {
        calls += 1;
        return x < 1e-320;
      },
      0,
      1,
    );
    // No more than there are halvings between 1 and the smallest double.
    expect(calls).toBeLessThanOrEqual(1100);
    expect(bisect(() => false, NaN, 1)).toBeNaN();
  });
});
