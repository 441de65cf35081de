import { describe, expect, test } from "vitest";
import { type LogRankTest, logRankTest } from "../../../src/index.ts";
import { type DataRow, dataSet, relativeError } from "../cox/dataSets.ts";
import { hasTelco, telcoRows } from "../cox/telco.ts";
import fixture from "./fixtures/logRank.json" with { type: "json" };

type Case = (typeof fixture.cases)[number];

function expectCase(result: LogRankTest, wanted: Case): void {
  expect(relativeError(result.statistic, wanted.statistic)).toBeLessThan(1e-11);
  expect(result.degreesOfFreedom).toBe(wanted.degreesOfFreedom);
  expect(relativeError(result.pValue, wanted.pValue)).toBeLessThan(1e-10);
  wanted.groups.forEach((name, place) => {
    const group = result.groups.find((each) => String(each.group) === name);
    expect(group?.n).toBe(wanted.n[place]);
    expect(relativeError(group?.observed, wanted.observed[place] ?? Number.NaN)).toBeLessThan(1e-12);
    expect(relativeError(group?.expected, wanted.expected[place] ?? Number.NaN)).toBeLessThan(1e-12);
  });
  expect(result.groups).toHaveLength(wanted.groups.length);
}

const label = (field: string) => (row: DataRow) => row[field] as string | number;

describe(`against survdiff (${fixture.madeBy})`, () => {
  test.each(fixture.cases)("$data by $group, strata $strata, rho $rho", (wanted) => {
    const { data, group, strata, rho } = wanted;
    const options = { group, rho, ...(strata === null ? {} : { strata }) };
    expectCase(logRankTest(dataSet(data), options), wanted);
  });

  test.each(fixture.lateEntry)("late entry: $data by $group, strata $strata", (wanted) => {
    const strata = wanted.strata === null ? {} : { strata: label(wanted.strata) };
    const result = logRankTest(dataSet(wanted.data), { group: label(wanted.group), ...strata });
    expect(relativeError(result.statistic, wanted.statistic)).toBeLessThan(1e-11);
    expect(result.degreesOfFreedom).toBe(wanted.degreesOfFreedom);
  });

  test.each(fixture.counted)("counts: the k-th row of $data k times", (wanted) => {
    const rows = dataSet(wanted.data).map((row, index) => ({ ...row, count: index + 1 }));
    expectCase(logRankTest(rows, { group: label(wanted.group), rho: wanted.rho }), wanted);
  });

  test.skipIf(!hasTelco).each(fixture.telco)("Telco by $group, strata $strata, rho $rho", (wanted) => {
    const strata = wanted.strata === null ? {} : ({ strata: "gender" } as const);
    expectCase(logRankTest(telcoRows(), { group: "contract", rho: wanted.rho, ...strata }), wanted);
  });
});

test("the leukemia data to the digits published", () => {
  const aml = dataSet("aml");
  expect(logRankTest(aml, { group: "x" }).statistic).toBeCloseTo(3.396388699, 9);
  expect(logRankTest(aml, { group: "x" }).pValue).toBeCloseTo(0.06534, 5);
  expect(logRankTest(aml, { group: "x", rho: 1 }).statistic).toBeCloseTo(2.779279545, 9);
});
