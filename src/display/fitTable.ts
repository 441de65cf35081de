import { fieldText } from "./fieldTable.ts";
import { type Fields, isPlain } from "./readRecords.ts";
import { rowsTable, titled } from "./rowsTable.ts";
import type { Table } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";

/** Whether a record is a fitted model: parameters with their uncertainty. */
export function isFit({ parameters, standardErrors, intervals }: Fields): boolean {
  return isPlain(parameters) && isPlain(standardErrors) && isPlain(intervals);
}

/** The parameters of a fit with their intervals and below them how it went; and the fields that this leaves unsaid. */
export function fitTable(
  task: string,
  fit: Fields,
  { limit: _limit, ...options }: TableOptions,
  title: string,
): { readonly table: Table; readonly others: Fields } {
  const { model: _model, parameters, standardErrors, intervals, covariance: _covariance, ...more } = fit;
  const { level, method, n, unit, converged, boundary, reason, logLikelihood, iterations, ...rest } = more;
  const { gradientNorm: _gradientNorm, ...others } = rest;
  const rows = Object.entries(parameters as Fields).map(([parameter, estimate]) => ({
    parameter,
    metric: "estimate",
    unit: "ratio",
    estimate,
    low: null,
    high: null,
    ...((intervals as Fields)[parameter] as object | undefined),
    level,
    method,
    "standard error": (standardErrors as Fields)[parameter],
  }));
  const text = (value: unknown): string => fieldText("", value, options);
  const notes = [
    `n = ${text(n)}`,
    ...(unit === null ? [] : [`time in ${text(unit)}s`]),
    `log-likelihood ${text(logLikelihood)}`,
    converged === true ? `converged in ${text(iterations)} iterations` : "not converged",
    ...(boundary === null ? [] : [`at the boundary: ${text(boundary)}`]),
    ...(reason === null ? [] : [text(reason)]),
  ];
  const table = rowsTable(task, rows, options);
  return { table: { ...table, ...titled(title), notes: [notes.join(", ")] }, others };
}
