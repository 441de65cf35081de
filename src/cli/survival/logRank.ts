import { type LifetimeRow, logRankTest, rollup } from "../../index.ts";
import { alignedLines } from "../../display/alignedLines.ts";
import type { ResultRow } from "../command.ts";
import { labelReaders } from "../labels.ts";
import { oneLine } from "../../format/oneLine.ts";
import { countText, labelText } from "../printTable.ts";
import type { LifetimeGroup } from "./lifetimeSource.ts";

/** A lifetime that knows its group. */
interface Member extends LifetimeRow {
  readonly group: string;
}

/** A test for each combination of the labels `by`, as one row for each of the groups it compares. */
export function logRankRows(
  groups: readonly LifetimeGroup[],
  by: readonly string[],
  group: string,
): ResultRow[] {
  return rollup(groups, labelReaders(by), (members) => {
    const lifetimes = members.flatMap(({ labels, value }) =>
      value.map((row): Member => ({ ...row, group: labels.at(-1) ?? "" })),
    );
    const { n, groups: compared, ...test } = logRankTest(lifetimes, { group: "group" });
    // The rollup gives the label its column's name, and refuses one that would hide a field.
    return rollup(compared, { [group]: (one) => one.group }, ([one]) => ({
      n: one?.n,
      observed: one?.observed,
      expected: one?.expected,
      ...test,
    }));
  });
}

/** The groups as a table, and below it a line for each test. */
export function logRankTable(rows: readonly ResultRow[], by: readonly string[], group: string): string {
  if (rows.length === 0) return "no rows\n";
  const labels = [...by, group];
  const counts = ["n", "observed", "expected"];
  const body = rows.map((row) => [
    ...labels.map((name) => labelText(row[name])),
    ...counts.map((name) => countText(row[name])),
  ]);
  const tests = new Set(rows.map((row) => testText(row, by)));
  return [
    ...alignedLines([[...labels.map(oneLine), ...counts], ...body], (column) => column < labels.length),
    ...tests,
  ].join("");
}

function testText(row: ResultRow, by: readonly string[]): string {
  const { statistic, degreesOfFreedom, pValue } = row;
  const place = by.map((name) => `${labelText(row[name])}, `).join("");
  if (typeof statistic !== "number" || typeof pValue !== "number")
    return `${place}log-rank test: not determined\n`;
  const p = pValue < 0.0001 ? "p < 0.0001" : `p = ${pValue.toFixed(4)}`;
  const freedom = degreesOfFreedom === 1 ? "1 degree" : `${degreesOfFreedom} degrees`;
  return `${place}log-rank test: chi-square ${statistic.toFixed(2)}, ${freedom} of freedom, ${p}\n`;
}
