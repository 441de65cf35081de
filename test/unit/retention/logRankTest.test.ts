import { expect, test } from "vitest";
import { type LogRankOptions, logRankTest } from "../../../src/index.ts";

const lifetimes = [
  { plan: "month", region: "north", duration: 1, churned: true },
  { plan: "month", region: "north", duration: 2, churned: true },
  { plan: "year", region: "north", duration: 3, churned: true },
  { plan: "year", region: "south", duration: 4, churned: false },
];

test("the example by hand", () => {
  // O - E of month: (1 - 2/4) + (1 - 1/3) + (0 - 0/2) = 7/6. V: 1/4 + 2/9 + 0 = 17/36. (7/6)^2 / (17/36) = 49/17.
  const result = logRankTest(lifetimes, { group: "plan" });
  expect(result.statistic).toBeCloseTo(49 / 17, 14);
  expect(result).toMatchObject({ test: "logRank", degreesOfFreedom: 1, rho: 0, n: 4 });
  const [month, year] = result.groups;
  expect(month).toMatchObject({ group: "month", n: 2, observed: 2 });
  expect(month?.expected).toBeCloseTo(5 / 6, 14);
  expect(year).toMatchObject({ group: "year", n: 2, observed: 1 });
  expect(year?.expected).toBeCloseTo(13 / 6, 14);
  // P(chi-square(1) > 49/17) = 2 P(Z > 1.69775): from a table of the normal distribution.
  expect(result.pValue).toBeCloseTo(0.0896, 4);
});

test("rho = 1 weighs a time by the share still there before it", () => {
  // Weights 1, 3/4, 1/2: O - E = 1/2 + (3/4)(2/3) = 1, V = 1/4 + (9/16)(2/9) = 3/8.
  const result = logRankTest(lifetimes, { group: "plan", rho: 1 });
  expect(result.statistic).toBeCloseTo(8 / 3, 14);
  expect(result.groups[0]?.observed).toBeCloseTo(1.75, 14);
});

test("several at one time: the hypergeometric variance", () => {
  // 2 of 4 leave at 1: V = 2 (4 - 2) / (4 - 1) (1/2)(1/2) = 1/3, O - E = 2 - 1 = 1.
  const rows = [true, true, false, false].map((churned, i) => ({ group: i < 2, duration: 1, churned }));
  const result = logRankTest(rows, { group: "group" });
  expect(result.statistic).toBeCloseTo(3, 14);
  expect(result.groups.map(({ group }) => group)).toEqual([true, false]);
});

test("rows are compared within their stratum only", () => {
  // North alone: (1 - 2/3) + (1 - 1/2) = 5/6 with V = 2/9 + 1/4 = 17/36. South has nobody who left.
  const result = logRankTest(lifetimes, { group: "plan", strata: (row) => row.region });
  expect(result.statistic).toBeCloseTo(25 / 17, 14);
});

test("who came later is at risk only from then on", () => {
  // At 1 the late one is not there yet; at 3 both are.
  const rows = [
    { g: "a", duration: 1, churned: true },
    { g: "a", duration: 3, churned: true },
    { g: "b", duration: 4, churned: false, entry: 1 },
  ];
  const result = logRankTest(rows, { group: "g" });
  expect(result.groups.map(({ expected }) => expected)).toEqual([1.5, 0.5]);
  expect(result.statistic).toBeCloseTo(0.25 / 0.25, 14);
});

test("a duration of 0 counts", () => {
  const rows = [0, 0, 1, 2].map((duration, i) => ({ g: i % 2, duration, churned: i > 0 }));
  // At 0 one of four leaves, of group 1.
  expect(logRankTest(rows, { group: "g" }).groups[1]?.expected).toBeCloseTo(1 / 2 + 1 / 2 + 1, 14);
});

test("what cannot be determined is null", () => {
  const nothing = { test: "logRank", statistic: null, degreesOfFreedom: 0, pValue: null, rho: 0 };
  expect(logRankTest([] as typeof lifetimes, { group: "plan" })).toEqual({ ...nothing, n: 0, groups: [] });
  const one = logRankTest(lifetimes, { group: () => "all" });
  expect(one).toMatchObject(nothing);
  expect(one.groups[0]?.expected).toBeCloseTo(3, 14);
  const stayed = lifetimes.map((row) => ({ ...row, churned: false }));
  expect(logRankTest(stayed, { group: "plan" })).toMatchObject(nothing);
  // Nobody of one group is ever at risk together with somebody of the other.
  expect(logRankTest(lifetimes, { group: "plan", strata: "plan" })).toMatchObject(nothing);
});

test("groups that never meet take degrees of freedom away", () => {
  const rows = ["a", "b", "c", "d"].flatMap((g, i) =>
    [1, 2, 3, 4].map((k) => ({ g, s: i < 2, duration: k + i, churned: k % 2 === 0 })),
  );
  const result = logRankTest(rows, { group: "g", strata: "s" });
  const halves = [true, false].map((s) =>
    logRankTest(
      rows.filter((row) => row.s === s),
      { group: "g" },
    ),
  );
  expect(result.degreesOfFreedom).toBe(2);
  expect(result.statistic).toBeCloseTo((halves[0]?.statistic ?? 0) + (halves[1]?.statistic ?? 0), 12);
});

test('1 and "1", null and names of object fields are groups of their own', () => {
  const names = [1, "1", null, undefined, "__proto__", "constructor", "", -0];
  const rows = names.map((g, i) => ({ g, duration: i + 1, churned: true }));
  const result = logRankTest(rows, { group: "g" });
  expect(result.groups.map(({ group }) => group)).toEqual([1, "1", null, "__proto__", "constructor", "", 0]);
  expect(result.groups[2]?.n).toBe(2);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
});

test("rows are read once, frozen or not", () => {
  let reads = 0;
  const row = Object.freeze({
    get plan(): string {
      reads++;
      return "a";
    },
    duration: 1,
    churned: true,
    count: 2n,
  });
  expect(logRankTest([row, row].values(), { group: "plan" }).n).toBe(4);
  expect(reads).toBe(2);
});

test("a group that is a tiny share of all is a group", () => {
  const rows = [1e6, 1e6, 10].flatMap((count, plan) => [
    { plan, duration: 1, churned: true, count },
    { plan, duration: 2, churned: false, count },
  ]);
  // Each group loses the same share, so nothing differs, on two degrees of freedom.
  expect(logRankTest(rows, { group: "plan" })).toMatchObject({
    statistic: 0,
    degreesOfFreedom: 2,
    pValue: 1,
  });
});

test.each([
  [{ group: "plan", rho: -1 }, "rho must be a finite number from 0, received -1"],
  [{ group: "plan", rho: Number.NaN }, "rho must be a finite number from 0"],
  [{ group: "plan", stratum: "region" }, "option must be one of group, strata, rho"],
  [{}, "group must be the name of a field or a function, received undefined"],
  [{ group: "plan", strata: 1 }, "strata must be the name of a field or a function, received 1"],
  [{ group: () => new Date(0) }, "group(lifetimes[0]) must be a string, a finite number, a boolean or null"],
  [{ group: () => Number.NaN }, "group(lifetimes[0]) must be a string, a finite number, a boolean or null"],
])("the options %o are an error", (options, message) => {
  const given = options as unknown as LogRankOptions<(typeof lifetimes)[number]>;
  expect(() => logRankTest(lifetimes, given)).toThrow(`Cannot compute logRankTest: ${message}`);
});

test("a row that is no lifetime is an error with its place", () => {
  const rows = [...lifetimes, { plan: "year", region: "south", duration: -1, churned: true }];
  expect(() => logRankTest(rows, { group: "plan" })).toThrow("lifetimes[4].duration");
  const dated = [{ plan: new Date(0) as unknown, duration: 1, churned: true }];
  expect(() => logRankTest(dated, { group: "plan" })).toThrow("lifetimes[0].plan must be a string");
  expect(() => logRankTest("ab" as unknown as typeof lifetimes, { group: "plan" })).toThrow(
    "lifetimes must be an iterable",
  );
});
