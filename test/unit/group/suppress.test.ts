import { describe, expect, it } from "vitest";
import { rolling } from "../../../src/group/rolling.ts";
import { rollup } from "../../../src/group/rollup.ts";
import { timeline } from "../../../src/group/timeline.ts";
import { nps } from "../../../src/survey/nps.ts";
import { tallyScores } from "../../../src/survey/tallyScores.ts";
import { calendarMonths } from "../../../src/time/calendarMonths.ts";

const rows = [
  { team: "north", year: 2024, score: 10, at: "2024-01-01" },
  { team: "north", year: 2024, score: 9, at: "2024-01-02" },
  { team: "north", year: 2024, score: 1, at: "2024-03-01" },
  { team: "south", year: 2024, score: 10, at: "2024-03-02" },
];
const hidden = {
  metric: "nps",
  unit: "points",
  estimate: null,
  low: null,
  high: null,
  standardError: null,
  level: 0.95,
  method: "score",
  n: null,
  promoters: null,
  passives: null,
  detractors: null,
  missing: null,
  suppressed: true,
};
const at = (row: { readonly at: string }): string => row.at;
const bucket = calendarMonths();

describe("minimum", () => {
  it("hides every number of a small group, but not its labels, and marks every row", () => {
    expect(rollup(rows, ["team", "year"], nps, { minimum: 3 })).toEqual([
      { team: "north", year: 2024, ...nps([10, 9, 1]), suppressed: false },
      { team: "south", year: 2024, ...hidden },
    ]);
  });
  it("lets a group of exactly that size through", () => {
    expect(rollup(rows, ["team"], nps, { minimum: 1 }).map((row) => row.suppressed)).toEqual([false, false]);
  });
  it("hides small periods, the empty ones too", () => {
    const result = timeline(rows, { at, bucket, minimum: 2 }, nps);
    expect(result.map((row) => [row.period, row.suppressed, row.n])).toEqual([
      ["2024-01", false, 2],
      ["2024-02", true, null],
      ["2024-03", false, 2],
    ]);
    expect(result[1]).toEqual({ period: "2024-02", ...hidden });
  });
  it("hides small windows", () => {
    const [first] = rolling(rows, { at, bucket, width: 2, minimum: 3 }, nps);
    expect(first).toEqual({ period: "2024-01", complete: false, ...hidden });
  });
  it("adds nothing when it is not given", () => {
    expect(rollup(rows, ["team"], nps)[0]).not.toHaveProperty("suppressed");
  });
  it("hides whatever may hold a number, and keeps text and booleans", () => {
    const metric = () => ({
      n: 2,
      level: 0.9,
      note: "kept",
      done: true,
      big: 7n,
      bins: [1, 2],
      deep: { count: 2 },
    });
    expect(rollup(rows, [], metric, { minimum: 3 })).toEqual([
      { n: null, level: 0.9, note: "kept", done: true, big: null, bins: null, deep: null, suppressed: true },
    ]);
  });
});

describe("a result whose size is not known", () => {
  it("is an error, for it could be one person's answer", () => {
    expect(() => rollup(rows, ["team"], tallyScores, { minimum: 2 })).toThrow(
      /^Cannot roll up: metric must return rows with a number n where minimum is given/,
    );
    for (const n of [null, undefined, "3", 3n, Number.NaN, Infinity]) {
      expect(() => rollup(rows, [], () => ({ n, mean: 4 }), { minimum: 2 })).toThrow(/number n/);
    }
  });
  it("passes when it has been hidden already", () => {
    const inner = rollup(rows, ["team"], (group) => timeline(group, { at, bucket, minimum: 2 }, nps), {
      minimum: 1,
    });
    expect(inner.map((row) => [row.team, row.period, row.suppressed, row.n])).toEqual([
      ["north", "2024-01", false, 2],
      ["north", "2024-02", true, null],
      ["north", "2024-03", true, null],
      ["south", "2024-03", true, null],
    ]);
  });
  it("is judged again by a higher minimum", () => {
    const inner = rollup(rows, ["team"], (group) => timeline(group, { at, bucket, minimum: 1 }, nps), {
      minimum: 2,
    });
    expect(inner.map((row) => row.suppressed)).toEqual([false, true, true, true]);
  });
});

it("must be a positive integer", () => {
  for (const minimum of [0, -1, 1.5, Number.NaN, "5", null]) {
    const options = { minimum: minimum as number };
    expect(() => rollup(rows, [], nps, options)).toThrow(/minimum must be a positive integer/);
    expect(() => timeline(rows, { at, bucket, ...options }, nps)).toThrow(/minimum must be/);
    expect(() => rolling(rows, { at, bucket, width: 1, ...options }, nps)).toThrow(/minimum must be/);
  }
});
