import { describe, expect, it } from "vitest";
import { rolling } from "../../../src/group/rolling.ts";
import { nps } from "../../../src/survey/nps.ts";
import { calendarDays } from "../../../src/time/calendarDays.ts";

interface Row {
  readonly at: string;
  readonly score: number;
}
const at = (row: Row): string => row.at;
const bucket = calendarDays();
const none: Row[] = [];
const day = (date: number, score: number): Row => ({ at: `2024-01-${String(date).padStart(2, "0")}`, score });
const scores = (group: readonly Row[]): { scores: string } => ({
  scores: group.map((row) => row.score).join(),
});

describe("windows", () => {
  const rows = [day(5, 50), day(1, 10), day(2, 20), day(2, 21), day(4, 40)];

  it("hold the rows of the last buckets, and say whether they are full", () => {
    expect(rolling(rows.values(), { at, bucket, width: 3 }, scores)).toEqual([
      { period: "2024-01-01", complete: false, scores: "10" },
      { period: "2024-01-02", complete: false, scores: "10,20,21" },
      { period: "2024-01-03", complete: true, scores: "10,20,21" },
      { period: "2024-01-04", complete: true, scores: "20,21,40" },
      { period: "2024-01-05", complete: true, scores: "40,50" },
    ]);
  });
  it("reach back to rows before from", () => {
    const from = "2024-01-03";
    expect(rolling(rows, { at, bucket, width: 3, from, to: "2024-01-04" }, scores)).toEqual([
      { period: "2024-01-03", complete: true, scores: "10,20,21" },
      { period: "2024-01-04", complete: true, scores: "20,21,40" },
    ]);
    expect(rolling(rows, { at, bucket, width: 4, from, to: from }, scores)[0]?.complete).toBe(false);
  });
  it("are full from the first bucket on where from says that the series begins before its rows", () => {
    const result = rolling([day(3, 30)], { at, bucket, width: 2, from: "2024-01-01" }, scores);
    expect(result.map((row) => [row.complete, row.scores])).toEqual([
      [false, ""],
      [true, ""],
      [true, "30"],
    ]);
  });
  it("may be wider than the whole series", () => {
    const result = rolling(rows, { at, bucket, width: 1_000_000 }, scores);
    expect(result.at(-1)).toEqual({ period: "2024-01-05", complete: false, scores: "10,20,21,40,50" });
  });
});

it("pools rows, and never averages averages", () => {
  // Two days: one answer of 10, then three of 0. Pooled (1 - 3) / 4; the average of 100 and -100 would be 0.
  const rows = [day(1, 10), day(2, 0), day(2, 0), day(2, 0)];
  expect(rolling(rows, { at, bucket, width: 2 }, nps).at(-1)?.estimate).toBe(-50);
});

it("gives nothing for no rows, and windows of nothing between from and to", () => {
  expect(rolling(none, { at, bucket, width: 2 }, scores)).toEqual([]);
  const empty = rolling(none, { at, bucket, width: 2, from: "2024-01-01", to: "2024-01-02" }, nps);
  expect(empty.map((row) => [row.complete, row.n, row.estimate])).toEqual([
    [false, 0, null],
    [true, 0, null],
  ]);
});

it("is an error without a positive whole width, and names rows as timeline does", () => {
  for (const width of [0, -1, 1.5, Number.NaN, Infinity, "2"]) {
    expect(() => rolling(none, { at, bucket, width: width as number }, scores)).toThrow(
      /^Cannot compute a rolling metric: width must be a positive integer/,
    );
  }
  expect(() => rolling([day(1, 1), day(32, 1)], { at, bucket, width: 2 }, scores)).toThrow(
    /rows\[1\]\.at must be/,
  );
  expect(() => rolling([day(1, 1)], { at, bucket, width: 2 }, () => ({ complete: 1 }))).toThrow(
    /: complete must not/,
  );
});
