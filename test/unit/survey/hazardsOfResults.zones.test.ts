import { describe, expect, test } from "vitest";
import {
  type Answer,
  csat,
  formatEstimate,
  formatShares,
  nps,
  npsFromCounts,
  tallyScores,
} from "../../../src/index.ts";

test("eleven for blank, read as a promoter, would move a real score", () => {
  const answers = [
    { score: 11, count: 150 },
    { score: 10, count: 10 },
  ];
  expect(() => nps(answers)).toThrow("answers[0].score must be an integer from 0 to 10, received 11");
});

describe("nothing, everything, one", () => {
  test.each([
    ["nps, one promoter", nps([10])],
    ["nps, all passive", nps([7, 7, 7])],
    ["nps, all detractors", nps([0, 0])],
    ["csat, nobody", csat([1, 1, 1])],
    ["csat, everybody", csat([5])],
  ])("%s: the default interval is in range and not of width 0", (_, { low, high, unit }) => {
    const [min, max] = unit === "points" ? [-100, 100] : [0, 1];
    expect(low).toBeGreaterThanOrEqual(min ?? 0);
    expect(high).toBeLessThanOrEqual(max ?? 0);
    expect((high ?? 0) - (low ?? 0)).toBeGreaterThan(0.1);
  });
});

describe("rounding happens in formatting alone", () => {
  test("results are not rounded", () => {
    expect(nps([10, 10, 0]).estimate).toBe(100 / 3);
  });

  test("half goes away from zero, alike on both sides", () => {
    const show = (estimate: number, digits: number): string =>
      formatEstimate({ unit: "points", estimate, low: null, high: null }, { digits });
    expect(show(1.005, 2)).toBe("1.01 (– to –)");
    expect(show(2.5, 0)).toBe("3 (– to –)");
    expect(show(-2.5, 0)).toBe("-3 (– to –)");
    expect(show(-0.04, 1)).toBe("0.0 (– to –)");
    expect(show(-0, 1)).toBe("0.0 (– to –)");
  });

  test("shares that would print as 99 or 101 per cent", () => {
    expect(formatShares([1, 1, 1])).toEqual(["34%", "33%", "33%"]);
    expect(formatShares([0.005, 0.005, 0.99], { digits: 0 })).toEqual(["1%", "0%", "99%"]);
  });
});

test("names such as __proto__ in a row change nothing", () => {
  const row = JSON.parse('{ "score": 9, "__proto__": { "polluted": true } }') as Answer;
  expect(nps([row])).toEqual(nps([9]));
  expect(tallyScores([row])).toEqual([{ score: 9, count: 1 }]);
  expect(Object.hasOwn({}, "polluted") || "polluted" in {}).toBe(false);
  expect(npsFromCounts(JSON.parse('{ "promoters": 1, "passives": 0, "detractors": 0 }')).n).toBe(1);
});

test("an error message carries no control or bidirectional characters, and is cut short", () => {
  const nasty = `\u001b[31m\u202e${"x".repeat(500)}\n`;
  expect(() => nps([nasty as unknown as Answer])).toThrow(/received "\[31mx{1,60}…"$/);
});
