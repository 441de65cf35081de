import { describe, expect, test } from "vitest";
import { kaplanMeier, type LifetimeRow, rollup } from "../../../src/index.ts";

const left = (duration: number, count = 1): LifetimeRow => ({ duration, churned: true, count });
const stayed = (duration: number, count = 1): LifetimeRow => ({ duration, churned: false, count });

test("the example by hand: 1, 2+, 3, 3+", () => {
  const curve = kaplanMeier([left(3), stayed(2), left(1), stayed(3)]);
  expect(curve.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
    [1, 4, 1, 0],
    [2, 3, 0, 1],
    [3, 2, 1, 1],
  ]);
  // 3/4, then 3/4 * 1/2. Greenwood: 1/(4*3) = 1/12, then + 1/(2*1) = 7/12.
  expect(curve.map((row) => row.estimate)).toEqual([0.75, 0.75, 0.375]);
  expect(curve[0]?.standardError).toBeCloseTo(0.75 * Math.sqrt(1 / 12), 15);
  expect(curve[2]?.standardError).toBeCloseTo(0.375 * Math.sqrt(7 / 12), 15);
  expect(curve[0]).toMatchObject({ metric: "survival", unit: "share", n: 4, level: 0.95, method: "logLog" });
});

describe("the ends of the curve", () => {
  test("where all are still there, log and plain have no width, logLog no ends", () => {
    const ends = (method: "logLog" | "log" | "plain"): unknown => {
      const { estimate, low, high, standardError } = kaplanMeier([stayed(2), left(3)], { method })[0] ?? {};
      return [estimate, low, high, standardError];
    };
    expect(ends("logLog")).toEqual([1, null, null, 0]);
    expect(ends("log")).toEqual([1, 1, 1, 0]);
    expect(ends("plain")).toEqual([1, 1, 1, 0]);
  });

  test.each(["logLog", "log", "plain"] as const)("where all have left there are no ends: %s", (method) => {
    expect(kaplanMeier([left(2, 5)], { method })).toMatchObject([
      { time: 2, estimate: 0, low: null, high: null, standardError: 0 },
    ]);
  });

  test("no rows, one row", () => {
    expect(kaplanMeier([])).toEqual([]);
    expect(kaplanMeier([left(5)])).toMatchObject([{ time: 5, estimate: 0, n: 1 }]);
    expect(kaplanMeier([stayed(5)])).toMatchObject([{ time: 5, estimate: 1, n: 1 }]);
  });

  test("a duration of 0 is a row only when somebody left at it", () => {
    expect(kaplanMeier([stayed(0), left(1), stayed(1)])).toMatchObject([
      { time: 1, atRisk: 2, estimate: 0.5, n: 3 },
    ]);
    expect(kaplanMeier([left(0), stayed(0), left(1), stayed(1)])).toMatchObject([
      { time: 0, atRisk: 4, events: 1, censored: 1, estimate: 0.75 },
      { time: 1, atRisk: 2, estimate: 0.375 },
    ]);
    expect(kaplanMeier([stayed(0)])).toEqual([]);
    expect(kaplanMeier([left(-0)])[0]?.time).toBe(0);
  });
});

describe("late entry", () => {
  test("counts after the entry, up to and with the end", () => {
    const rows = [left(2), { ...left(3), entry: 2 }, { ...left(4), entry: 1 }, stayed(5)];
    // Entered at 2: not at risk at 2. At risk at 2: 0-2, 1-4, 0-5.
    expect(kaplanMeier(rows).map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [2, 3],
      [3, 3],
      [4, 2],
      [5, 1],
    ]);
  });

  test("nobody left of those at risk is 0, and stays 0", () => {
    const curve = kaplanMeier([left(1), { ...left(4), entry: 2 }, { ...stayed(5), entry: 2 }]);
    expect(curve.map((row) => row.estimate)).toEqual([0, 0, 0]);
    expect(curve.map((row) => row.standardError)).toEqual([0, 0, 0]);
    expect(curve.map((row) => row.high)).toEqual([null, null, null]);
  });

  test("an entry between whole days, and one that is 0", () => {
    const rows = [
      { ...left(2), entry: 0 },
      { ...left(3), entry: 1.5 },
      { ...left(3), entry: 2.5 },
    ];
    expect(kaplanMeier(rows).map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [2, 2],
      [3, 2],
    ]);
  });
});

test("durations that are no whole numbers, or far apart, are counted alike", () => {
  const scaled = (scale: number): (number | null)[] => {
    const rows = [left(3 * scale), stayed(2 * scale), left(scale), stayed(3 * scale, 2)];
    return kaplanMeier(rows).map((row) => row.estimate);
  };
  for (const scale of [0.1, 1e-300, 1e12, 1e300]) expect(scaled(scale)).toEqual(scaled(1));
});

test("counts, BigInt ones too", () => {
  const curve = kaplanMeier([{ duration: 1, churned: true, count: 3n }, stayed(1, 7)]);
  expect(curve).toMatchObject([{ atRisk: 10, events: 3, censored: 7, estimate: 0.7, n: 10 }]);
  expect(JSON.parse(JSON.stringify(curve))).toEqual(curve);
});

test("every field is read once", () => {
  let reads = 0;
  const row = {
    get duration() {
      reads += 1;
      return 3;
    },
    churned: true,
  };
  kaplanMeier([row]);
  expect(reads).toBe(1);
});

test("by group, with names of all kinds", () => {
  const rows = ["__proto__", "constructor", ""].map((plan) => ({ plan, ...left(2), other: plan }));
  expect(rollup(rows, ["plan"], kaplanMeier)).toMatchObject([
    { plan: "__proto__", time: 2, n: 1 },
    { plan: "constructor", time: 2, n: 1 },
    { plan: "", time: 2, n: 1 },
  ]);
});

describe("what is not valid names its place", () => {
  const bad = (row: unknown): (() => unknown) => {
    return () => kaplanMeier([left(1), row as LifetimeRow]);
  };
  test.each([
    [{ duration: Number.NaN, churned: true }, "[1].duration must be a finite number from 0, received NaN"],
    [{ duration: Number.POSITIVE_INFINITY, churned: true }, "[1].duration must be a finite number from 0"],
    [{ duration: -1, churned: true }, "[1].duration must be a finite number from 0, received -1"],
    [{ duration: "3", churned: true }, '[1].duration must be a finite number from 0, received "3"'],
    [{ duration: 3n, churned: true }, "[1].duration must be a finite number from 0, received 3n"],
    [
      { duration: 3, churned: 1 },
      '[1].churned must be true or false (map a code: code === "Yes"), received 1',
    ],
    [{ duration: 3, churned: "Yes" }, '[1].churned must be true or false (map a code: code === "Yes")'],
    [{ duration: 3 }, "[1].churned must be true or false"],
    [{ duration: 3, churned: true, entry: 3 }, "[1].entry must be 0 or a number between 0 and duration"],
    [{ duration: 3, churned: true, entry: -1 }, "[1].entry must be 0 or a number between 0 and duration"],
    [{ duration: 0, churned: true, entry: 1 }, "[1].entry must be 0 or a number between 0 and duration"],
    [{ duration: 3, churned: true, count: 0 }, "[1].count must be an integer from 1 to 2^53 - 1, received 0"],
    [{ duration: 3, churned: true, count: 1.5 }, "[1].count must be an integer from 1"],
    [{ duration: 3, churned: true, count: 2n ** 60n }, "[1].count must be an integer from 1"],
    [3, "[1] must be a lifetime row, received 3"],
    [undefined, "[1] must be a lifetime row, received undefined"],
  ])("%o", (row, message) => {
    expect(bad(row)).toThrow(`Cannot compute kaplanMeier: lifetimes${message}`);
  });

  test("counts that add up to too much", () => {
    expect(() => kaplanMeier([left(1, 2 ** 53 - 1), left(1)])).toThrow("the sum of count must be an integer");
  });

  test("options and what is no list", () => {
    expect(() => kaplanMeier([], { level: 95 })).toThrow(
      "level must be strictly between 0 and 1, received 95",
    );
    expect(() => kaplanMeier([], { method: "loglog" as "logLog" })).toThrow(
      'method must be one of logLog, log, plain, received "loglog"',
    );
    expect(() => kaplanMeier([], { levle: 0.9 } as object)).toThrow("option must be one of method, level");
    expect(() => kaplanMeier("rows" as unknown as [])).toThrow("lifetimes must be an iterable of rows");
  });
});
