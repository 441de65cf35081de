import { describe, expect, it } from "vitest";
import { measure } from "./measured.ts";

describe.each(measure())("$name against mpmath", ({ ordinary, extreme }) => {
  it("has a relative error of at most 1e-13 over ordinary arguments", () => {
    expect(ordinary.points).toBeGreaterThan(90);
    expect(ordinary.error).toBeLessThanOrEqual(1e-13);
  });

  it("has a relative error of at most 1e-10 at the extremes", () => {
    expect(extreme.points).toBeGreaterThan(40);
    expect(extreme.error).toBeLessThanOrEqual(1e-10);
  });
});
