import { describe, expect, test } from "vitest";
import { fitNbd } from "../../../src/value/fitNbd.ts";

describe("by hand", () => {
  // Seen for one unit of time each, x is negative binomial with mean r / alpha; the likelihood equation of the mean is
  // that it equals the mean of x, whatever r is.
  test("customers seen equally long: r / alpha is the mean rate, and the slope by r is 0", () => {
    const rows = [
      { frequency: 0, recency: 0, age: 30, count: 6 },
      { frequency: 1, recency: 12, age: 30, count: 3 },
      { frequency: 5, recency: 28, age: 30, count: 2 },
    ];
    const fit = fitNbd(rows);
    const { r = 0, alpha = 0 } = fit.parameters as { r: number; alpha: number };
    expect(r / alpha).toBeCloseTo(13 / 11 / 30, 9);
    const harmonic = 1 / r + 1 / (r + 1) + 1 / (r + 2) + 1 / (r + 3) + 1 / (r + 4);
    expect(3 / r + 2 * harmonic + 11 * Math.log(alpha / (alpha + 30))).toBeCloseTo(0, 7);
    // 3 log r + 2 log(r (r + 1) … (r + 4)) + 11 r log(alpha) - (11 r + 13) log(alpha + 30)
    const rising = Math.log(r * (r + 1) * (r + 2) * (r + 3) * (r + 4));
    const logLikelihood =
      3 * Math.log(r) + 2 * rising + 11 * r * Math.log(alpha) - (11 * r + 13) * Math.log(alpha + 30);
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 9);
    expect(fit).toMatchObject({
      model: "nbd",
      n: 11,
      converged: true,
      boundary: null,
      reason: null,
      unit: null,
    });
  });

  test("less spread than chance alone gives: one rate for all, 3/30", () => {
    const fit = fitNbd([
      { frequency: 3, recency: 28, age: 30, count: 40 },
      { frequency: 2, recency: 9, age: 30, count: 5 },
      { frequency: 4, recency: 30, age: 30, count: 5 },
    ]);
    expect(fit).toMatchObject({ converged: false, boundary: null, parameters: { r: null, alpha: null } });
    expect(fit.reason).toContain("all buy at the same rate: r and alpha grow without limit, r / alpha = 0.1");
    expect(fit.logLikelihood).toBeCloseTo(150 * Math.log(0.1) - 150, 9);
  });
});

describe("rows and options", () => {
  test("a wrong row is an error with its place", () => {
    expect(() => fitNbd([{ frequency: 1.5, recency: 3, age: 5 }])).toThrow(
      "Cannot fit nbd: customers[0].frequency must be an integer from 0, received 1.5",
    );
    expect(() => fitNbd([{ frequency: 0, recency: 3, age: 5 }])).toThrow("customers[0].recency");
    expect(() => fitNbd([{ frequency: 0, recency: 0, age: 5, count: 0 }])).toThrow("customers[0].count");
    expect(() => fitNbd("rows" as unknown as [])).toThrow("customers must be an iterable of rows");
  });

  test("a level outside 0 to 1, an unknown unit and a misspelt option are errors", () => {
    expect(() => fitNbd([], { level: 1 })).toThrow("level must be strictly between 0 and 1");
    expect(() => fitNbd([], { unit: "year" as "day" })).toThrow("unit must be one of day, week, month");
    expect(() => fitNbd([], { levels: 0.9 } as object)).toThrow("option");
  });

  test("a higher level has wider intervals", () => {
    const rows = [
      { frequency: 0, recency: 0, age: 30, count: 60 },
      { frequency: 1, recency: 4, age: 30, count: 21n },
      { frequency: 6, recency: 29, age: 30, count: 14 },
    ];
    const [narrow, wide] = [0.5, 0.99].map((level) => fitNbd(rows, { level }).intervals.r);
    expect(wide?.low ?? Infinity).toBeLessThan(narrow?.low ?? 0);
    expect(wide?.high ?? 0).toBeGreaterThan(narrow?.high ?? Infinity);
  });
});
