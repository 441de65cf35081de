import { expect, test } from "vitest";
import { RFM_SEGMENTS, rfmSegment } from "../../../src/value/rfmSegments.ts";

// From the table of the page, typed in again: recency scores, frequency scores, segment.
const TABLE: readonly (readonly [string, string, string])[] = [
  ["5", "45", "Champions"],
  ["34", "45", "Loyal customers"],
  ["45", "23", "Potential loyalists"],
  ["5", "1", "New customers"],
  ["4", "1", "Promising"],
  ["3", "3", "Need attention"],
  ["3", "12", "About to sleep"],
  ["12", "34", "At risk"],
  ["12", "5", "Can't lose them"],
  ["12", "12", "Hibernating"],
];

test("five scores each: every combination stands in exactly one row of the table", () => {
  for (let recency = 1; recency <= 5; recency++) {
    for (let frequency = 1; frequency <= 5; frequency++) {
      const rows = TABLE.filter(([r, f]) => r.includes(`${recency}`) && f.includes(`${frequency}`));
      expect(rows.map(([, , segment]) => segment)).toEqual([rfmSegment(recency, frequency, 5)]);
    }
  }
});

test.each([2, 3, 4, 7, 9, 10, 100])(
  "%i scores each: every combination has a segment, and they ascend",
  (bins) => {
    const rank = (recency: number, frequency: number): number =>
      RFM_SEGMENTS.indexOf(rfmSegment(recency, frequency, bins));
    for (let recency = 1; recency <= bins; recency++) {
      for (let frequency = 1; frequency <= bins; frequency++)
        expect(rank(recency, frequency)).toBeGreaterThanOrEqual(0);
    }
    expect(rfmSegment(1, 1, bins)).toBe("Hibernating");
    expect(rank(bins, bins)).toBeLessThanOrEqual(1);
  },
);

test("ten scores each are pairs of the five; two are the second and the fourth", () => {
  for (let recency = 1; recency <= 10; recency++) {
    for (let frequency = 1; frequency <= 10; frequency++)
      expect(rfmSegment(recency, frequency, 10)).toBe(
        rfmSegment(Math.ceil(recency / 2), Math.ceil(frequency / 2), 5),
      );
  }
  expect(rfmSegment(2, 1, 2)).toBe(rfmSegment(4, 2, 5));
});
