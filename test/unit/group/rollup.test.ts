import { runInNewContext } from "node:vm";
import { describe, expect, it, test } from "vitest";
import { rollup } from "../../../src/group/rollup.ts";
import { nps } from "../../../src/survey/nps.ts";
import { tallyScores } from "../../../src/survey/tallyScores.ts";
import { calendarMonths } from "../../../src/time/calendarMonths.ts";

const rows = [
  { channel: "web", plan: "free", score: 10, at: "2024-01-31" },
  { channel: "app", plan: "paid", score: 3, at: "2024-02-01" },
  { channel: "web", plan: "paid", score: 9, at: "2024-02-02" },
  { channel: "web", plan: "free", score: 2, at: "2024-02-03" },
];
const size = (group: readonly unknown[]): { n: number } => ({ n: group.length });

it("gives one flat row per group, labels first, in order of first appearance", () => {
  const byChannel = rollup(rows, ["channel"], nps);
  expect(byChannel.map((row) => [row.channel, row.estimate, row.n])).toEqual([
    ["web", 100 / 3, 3],
    ["app", -100, 1],
  ]);
  expect(byChannel[0]).toEqual({ channel: "web", ...nps([10, 9, 2]) });
  expect(Object.keys(byChannel[0] ?? {})[0]).toBe("channel");
});

it("groups by several fields, and by functions of a row", () => {
  const months = calendarMonths();
  const month = (row: { readonly at: string }): string => months.labelOf(months.indexOf(row.at));
  expect(rollup(rows, ["channel", "plan"], size)).toEqual([
    { channel: "web", plan: "free", n: 2 },
    { channel: "app", plan: "paid", n: 1 },
    { channel: "web", plan: "paid", n: 1 },
  ]);
  expect(rollup(rows, { month, happy: (row) => row.score > 8 }, size)).toEqual([
    { month: "2024-01", happy: true, n: 1 },
    { month: "2024-02", happy: false, n: 2 },
    { month: "2024-02", happy: true, n: 1 },
  ]);
});

it("takes all rows of a metric that returns several, and gives rows that can be grouped again", () => {
  const tally = rollup(rows, ["channel"], tallyScores);
  expect(tally).toContainEqual({ channel: "web", score: 10, count: 1 });
  expect(tally).toHaveLength(4);
  expect(rollup(tally, ["channel"], nps)).toEqual(rollup(rows, ["channel"], nps));
});

it("gives nothing for no rows, and one row for no labels", () => {
  expect(rollup(rows.slice(4), ["channel"], size)).toEqual([]);
  expect(rollup(rows, [], size)).toEqual([{ n: 4 }]);
});

it("calls the metric with the rows alone", () => {
  const calls: unknown[][] = [];
  rollup(rows, ["plan"], (...args) => {
    calls.push(args);
    return {};
  });
  expect(calls).toEqual([[[rows[0], rows[3]]], [[rows[1], rows[2]]]]);
});

describe("labels", () => {
  const labelsOf = (values: readonly unknown[]): unknown[] =>
    rollup(values, { label: (value) => value as string }, size).map((row) => row.label);

  it("tells 1 from the text 1, and true from the text true", () => {
    expect(labelsOf([1, "1", true, "true", null, "null", 1])).toEqual([1, "1", true, "true", null, "null"]);
  });
  it("does not join labels into a key", () => {
    const pairs = [
      { a: "x", b: "y|z" },
      { a: "x|y", b: "z" },
      { a: "", b: "" },
    ];
    expect(rollup(pairs, ["a", "b"], size)).toEqual(pairs.map((pair) => ({ ...pair, n: 1 })));
  });
  it("turns undefined into null and -0 into 0", () => {
    expect(labelsOf([undefined, null, -0, 0])).toEqual([null, 0]);
    expect(rollup([{ score: 1 } as { score: number; plan?: string }], ["plan"], size)).toEqual([
      { plan: null, n: 1 },
    ]);
  });
  it("takes __proto__, constructor and the empty text for ordinary names of groups", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", ""];
    expect(labelsOf(names)).toEqual(names);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
  it("takes __proto__ for an ordinary name of a label", () => {
    const by = Object.fromEntries([["__proto__", () => "polluted"]]);
    const [row] = rollup([1], by, size);
    expect(Object.keys(row ?? {})).toEqual(["__proto__", "n"]);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(JSON.stringify(row)).toBe('{"__proto__":"polluted","n":1}');
  });
  it("leaves letters as they are: no trimming, no normalisation", () => {
    expect(labelsOf(["A", "a", "A ", "\u00e9", "e\u0301"])).toHaveLength(5);
  });
});

describe("input", () => {
  it("is read once, left alone, and may come from another realm", () => {
    let reads = 0;
    const counting = {
      get channel() {
        reads++;
        return "web";
      },
    };
    expect(rollup([counting].values(), ["channel"], size)).toEqual([{ channel: "web", n: 1 }]);
    expect(reads).toBe(1);
    const frozen = Object.freeze(rows.map((row) => Object.freeze({ ...row })));
    expect(rollup(frozen, ["channel"], size)).toEqual(rollup(rows, ["channel"], size));
    const foreign = runInNewContext(`[{ channel: "web" }]`) as { channel: string }[];
    expect(rollup(foreign, ["channel"], size)).toEqual([{ channel: "web", n: 1 }]);
  });
});

describe("errors", () => {
  const by = (value: unknown): (() => unknown) => {
    return () =>
      rollup([{ channel: "web" }, { channel: value }], { channel: (row) => row.channel as string }, size);
  };
  test.each([
    [new Date(0), /^Cannot roll up: rows\[1\]\.channel must be a string.*months\.labelOf/],
    [runInNewContext("new Date(0)"), /months\.labelOf/],
    [Number.NaN, /rows\[1\]\.channel must be a string, a finite number, a boolean or null, received NaN/],
    [Infinity, /received Infinity/],
    [{ a: 1 }, /rows\[1\]\.channel must be a string/],
    [["web"], /rows\[1\]\.channel must be a string/],
    [1n, /received 1n/],
    [Symbol("web"), /rows\[1\]\.channel/],
    [() => "web", /rows\[1\]\.channel must be a string/],
  ])("%#: a label that is %s", (value, message) => expect(by(value)).toThrow(message));

  it("name the row whose label cannot be computed", () => {
    const months = calendarMonths();
    const bad = [{ at: "2024-01-01" }, { at: "2024-02-30" }];
    expect(() => rollup(bad, { month: (row) => months.labelOf(months.indexOf(row.at)) }, size)).toThrow(
      /^Cannot roll up: rows\[1\]\.month must be a date that exists/,
    );
    const own = new Error("the caller's own");
    const read = (): string => {
      throw own;
    };
    expect(() => rollup(bad, { month: read }, size)).toThrow(own);
  });
  it("when a label would hide a field of the result", () => {
    expect(() => rollup([{ n: 1 }], ["n"], size)).toThrow(/by\.n must not have the name of a field/);
    expect(() => rollup([1], { suppressed: () => "" }, size, { minimum: 2 })).toThrow(/by\.suppressed/);
  });
  it("when something is not what it must be", () => {
    const wrong = (value: unknown): never[] => value as never[];
    expect(() => rollup(wrong("abc"), [], size)).toThrow(/rows must be/);
    expect(() => rollup(rows, wrong("channel"), size)).toThrow(/by must be a list/);
    expect(() => rollup(rows, wrong([1]), size)).toThrow(/by must list names of fields/);
    expect(() => rollup(rows, wrong({ channel: "channel" }), size)).toThrow(/by\.channel must be a function/);
    expect(() => rollup([null, 1], wrong(["channel"]), size)).toThrow(/rows\[0\]\.channel must be an object/);
    expect(() => rollup(rows, [], wrong("nps") as unknown as typeof size)).toThrow(
      /metric must be a function/,
    );
    expect(() => rollup(rows, [], () => wrong(5))).toThrow(/metric must return a record/);
    expect(() => rollup(rows, [], () => [1] as unknown as object[])).toThrow(/metric must return a record/);
  });
});
