import { isInvalidInput } from "../../errors.ts";
import { cohortRetention, retentionCurve, rollup } from "../../index.ts";
import type { Result } from "../command.ts";
import { explained } from "../explained.ts";
import { Failure } from "../failure.ts";
import { asGiven } from "../given.ts";
import type { LabelledGroup } from "../groups.ts";
import { labelReaders } from "../labels.ts";
import { leftOut } from "../leftOut.ts";
import type { NumberRows } from "../numberRows.ts";
import { FINE_DIGITS, printTable } from "../printTable.ts";
import { type TransactionRows, transactionsOf } from "../transactionRows.ts";
import type { CohortSettings } from "./cohortSettings.ts";
import { triangle } from "./triangle.ts";

/** The cells of every group, or their curve. */
export function cohortResult(transactions: TransactionRows, file: string, settings: CohortSettings): Result {
  const { by, curve, options } = settings;
  const { latest } = transactions;
  const { level, method } = options;
  const out = { refunds: 0, afterAsOf: 0, without: 0 };
  const metric = ([group]: readonly LabelledGroup<NumberRows>[]): object[] => {
    if (group === undefined) return [];
    // All groups are known up to the same time, so that their triangles line up.
    const asOf = options.asOf ?? new Date(latest);
    const cells = cohortRetention(transactionsOf(group.value), { ...options, asOf });
    out.refunds += cells[0]?.refunds ?? 0;
    out.afterAsOf += cells[0]?.afterAsOf ?? 0;
    if (cells.length === 0) out.without += group.value.size;
    return curve ? retentionCurve(cells, asGiven({ level, method })) : cells;
  };
  try {
    const rows = rollup(transactions.list(), labelReaders(by), metric);
    const table = (): string =>
      curve
        ? printTable(rows, {
            labels: by,
            places: ["offset"],
            counts: ["active", "size", "cohorts"],
            digits: FINE_DIGITS,
          })
        : triangle(rows, by);
    return { rows, notes: notesOf(out, file), table };
  } catch (error) {
    throw tooManyCells(error, file) ?? explained(error);
  }
}

/** Dates that lie too far apart for the periods: which of the two is wrong, only the reader of the file knows. */
function tooManyCells(error: unknown, file: string): unknown {
  if (!isInvalidInput(error) || !/\bbucket$/.test(error.path)) return undefined;
  return new Failure(3, `${file}: --bucket ${error.requirement}`);
}

function notesOf(
  {
    refunds,
    afterAsOf,
    without,
  }: { readonly refunds: number; readonly afterAsOf: number; readonly without: number },
  file: string,
): string[] {
  return [
    ...leftOut(file, refunds, "with an amount below zero"),
    ...leftOut(file, afterAsOf, "later than --as-of"),
    ...leftOut(file, without, "in groups without a purchase"),
  ];
}
