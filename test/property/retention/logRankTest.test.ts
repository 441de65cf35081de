import fc from "fast-check";
import { expect, test } from "vitest";
import { logRankTest } from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";

const ROW = fc
  .record({
    plan: fc.constantFrom("a", "b", "c"),
    region: fc.boolean(),
    duration: fc.integer({ min: 0, max: 12 }),
    churned: fc.boolean(),
    late: fc.integer({ min: 0, max: 11 }),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ late, ...row }) => ({ ...row, entry: late < row.duration ? late : 0 }));
const ROWS = fc.array(ROW, { maxLength: 30 });
const RHO = fc.constantFrom(0, 0.5, 1, 2);
const OPTIONS = fc
  .tuple(RHO, fc.boolean())
  .map(([rho, split]) => ({ group: "plan" as const, rho, ...(split ? { strata: "region" as const } : {}) }));
type Rows = typeof ROWS extends fc.Arbitrary<infer R> ? R : never;

/** The groups by name, for a comparison that does not mind their order. */
function byName(result: ReturnType<typeof logRankTest>) {
  const groups = [...result.groups].sort((a, b) => (String(a.group) < String(b.group) ? -1 : 1));
  return { ...result, groups };
}

const law = (
  name: string,
  check: (rows: Rows, options: typeof OPTIONS extends fc.Arbitrary<infer O> ? O : never) => void,
) => test(name, () => fc.assert(fc.property(ROWS, OPTIONS, check), { numRuns: 200 }));

law("a result is safe as JSON, and inputs are left as they were", (rows, options) => {
  const result = logRankTest(deepFreeze(rows), options);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  for (const value of [result.statistic, result.pValue]) expect(Object.is(value, -0)).toBe(false);
  if (result.statistic === null) expect([result.pValue, result.degreesOfFreedom]).toEqual([null, 0]);
  else expect(result.statistic).toBeGreaterThanOrEqual(0);
});

law("as many are expected as observed", (rows, options) => {
  const { groups, n } = logRankTest(rows, options);
  const total = (field: "observed" | "expected" | "n") =>
    groups.reduce((sum, group) => sum + group[field], 0);
  expect(total("expected")).toBeCloseTo(total("observed"), 10);
  expect(total("n")).toBe(n);
});

law("a monotone map of time changes nothing", (rows, options) => {
  const mapped = rows.map((row) => ({
    ...row,
    duration: Math.expm1(row.duration / 5),
    entry: Math.expm1(row.entry / 5),
  }));
  expect(logRankTest(mapped, options)).toEqual(logRankTest(rows, options));
});

law("count: 2 equals the row twice", (rows, options) => {
  const apart = rows.flatMap((row) => Array.from({ length: row.count }, () => ({ ...row, count: 1 })));
  expect(logRankTest(apart, options)).toEqual(logRankTest(rows, options));
});

law("the order of rows changes only the order of groups", (rows, options) => {
  expect(byName(logRankTest([...rows].reverse(), options))).toEqual(byName(logRankTest(rows, options)));
});

law("other names for the groups change only the names", (rows, options) => {
  const names = new Map([
    ["a", "z"],
    ["b", "y"],
    ["c", "x"],
  ]);
  const renamed = rows.map((row) => ({ ...row, plan: names.get(row.plan) ?? "" }));
  const [first, second] = [logRankTest(rows, options), logRankTest(renamed, options)];
  expect(second.groups.map(({ group }) => group)).toEqual(
    first.groups.map(({ group }) => names.get(String(group))),
  );
  expect(second.degreesOfFreedom).toBe(first.degreesOfFreedom);
  if (first.statistic !== null) expect(second.statistic).toBeCloseTo(first.statistic, 8);
});
