import { churnRateFromCounts, type ProportionOptions, rollup } from "../../index.ts";
import { countCells } from "../cellReaders.ts";
import type { Plan, ResultRow } from "../command.ts";
import { explained } from "../explained.ts";
import { asGiven, distinct, type Given, number, refuse, required, several, single } from "../given.ts";
import { Groups, type LabelledGroup } from "../groups.ts";
import { labelReaders } from "../labels.ts";
import { asUsage } from "../optionText.ts";
import { FINE_DIGITS, printTable } from "../printTable.ts";
import { RowReader } from "../rowReader.ts";
import { cellOf, type Source } from "../source.ts";
import { CHURN_OPTIONS } from "./churnOfSubscriptions.ts";

/** The options with a value. */
export const COUNT_OPTIONS: readonly string[] = ["churned", "at-risk", "missing", "by", "level", "method"];

/** Customers counted elsewhere; those of the rows of a group are added up. */
interface Sums {
  churned: number;
  atRisk: number;
}

export function churnOfCounts(given: Given): Plan {
  const idle = CHURN_OPTIONS.filter((name) => !COUNT_OPTIONS.includes(name));
  refuse(given, idle, "beside --churned and --at-risk, which have been counted already");
  const names = {
    churned: required(given, "churned", "which column counts the churned? Name it with"),
    atRisk: required(given, "at-risk", "which column counts the customers at risk? Name it with"),
  };
  const [by, missing] = [distinct(given, "by"), several(given, "missing")];
  const options: ProportionOptions = asGiven({
    level: number(given, "level"),
    method: single(given, "method"),
  });
  asUsage(() => churnRateFromCounts({ churned: 0, atRisk: 0 }, options));
  return (source: Source) => {
    const reader = new RowReader(source, missing);
    const columns = { churned: source.column(names.churned), atRisk: source.column(names.atRisk) };
    // A share of nobody is one the library knows; so each count is asked for alone first.
    const read = countCells((count) => churnRateFromCounts({ churned: 0, atRisk: count }));
    const counts = [
      { column: columns.churned, read },
      { column: columns.atRisk, read },
    ] as const;
    const labels = by.map((name) => source.column(name));
    const groups = new Groups<Sums>(() => ({ churned: 0, atRisk: 0 }));
    return {
      add: (record) => {
        const values = reader.values(record, counts);
        if (values === undefined) return;
        const [churned, atRisk] = values;
        if (!reader.isValid(record, columns, () => churnRateFromCounts({ churned, atRisk }))) return;
        const sums = groups.at(labels.map((column) => cellOf(record, column)));
        sums.churned += churned;
        sums.atRisk += atRisk;
      },
      hint: () => reader.hint(),
      result: () => {
        if (by.length === 0) groups.at([]);
        const rows = ratesOf(groups.list(), by, options);
        const table = (): string =>
          printTable(rows, { labels: by, counts: ["churned", "atRisk"], digits: FINE_DIGITS });
        return { rows, notes: reader.notes(), table };
      },
    };
  };
}

function ratesOf(
  groups: readonly LabelledGroup<Sums>[],
  by: readonly string[],
  options: ProportionOptions,
): ResultRow[] {
  const rate = ([group]: readonly LabelledGroup<Sums>[]): object =>
    churnRateFromCounts(group?.value ?? { churned: 0, atRisk: 0 }, options);
  try {
    return rollup(groups, labelReaders(by), rate);
  } catch (error) {
    throw explained(error);
  }
}
