import { expect, test } from "vitest";
import { csat, csatMean, formatEstimate, nps, npsFromCounts } from "../../../src/index.ts";

test("points: no decimals", () => {
  expect(formatEstimate(npsFromCounts({ promoters: 118, passives: 60, detractors: 22 }))).toBe(
    "48 (38 to 57)",
  );
});

test("shares: per cent", () => {
  expect(formatEstimate({ unit: "share", estimate: 0.5, low: 0.15, high: 0.85 })).toBe("50% (15% to 85%)");
  expect(formatEstimate({ unit: "share", estimate: 0.285, low: 0, high: 1 }, { digits: 1 })).toBe(
    "28.5% (0.0% to 100.0%)",
  );
});

test("scores: two decimals", () => {
  expect(formatEstimate({ unit: "score", estimate: 4.3333, low: 3, high: 5 })).toBe("4.33 (3.00 to 5.00)");
});

test("what is not known is an en dash", () => {
  expect(formatEstimate(nps([]))).toBe("–");
  expect(formatEstimate(csatMean([4]))).toBe("4.00 (– to –)");
  expect(formatEstimate(csat([null]))).toBe("–");
});

test("an end may be known where the estimate is not, as for a median that is not reached", () => {
  expect(formatEstimate({ unit: "time", estimate: null, low: 23, high: null })).toBe("– (23.0 to –)");
});

test("another language", () => {
  const share = { unit: "share", estimate: 0.1234, low: 0.1, high: 0.2 } as const;
  expect(formatEstimate(share, { locale: "de", digits: 1 })).toBe("12,3\u00a0% (10,0\u00a0% to 20,0\u00a0%)");
  expect(formatEstimate({ unit: "points", estimate: -7, low: -1, high: 0 }, { locale: "en" })).toBe(
    "-7 (-1 to 0)",
  );
});

test.each([-1, 1.5, 21, Number.NaN])("digits: %d is an error", (digits) => {
  expect(() => formatEstimate(nps([1]), { digits })).toThrow(
    "Cannot format an estimate: digits must be an integer",
  );
});

test("a number is not an estimate", () => {
  expect(() => formatEstimate(48 as unknown as ReturnType<typeof nps>)).toThrow(
    "Cannot format an estimate: estimate must carry unit, estimate, low, high, received 48",
  );
});
