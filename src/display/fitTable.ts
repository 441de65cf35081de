import { cellText, shownText } from "./cellText.ts";
import { fieldText } from "./fieldTable.ts";
import { type Fields, isPlain } from "./readRecords.ts";
import { rowsTable, titled } from "./rowsTable.ts";
import type { Table } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";

/** Whether a record is a fitted model: parameters with their uncertainty. */
export function isFit({ parameters, standardErrors, intervals }: Fields): boolean {
  return isPlain(parameters) && isPlain(standardErrors) && isPlain(intervals);
}

/** The parameters of a fit with their intervals, and below them how it went. */
export function fitTable(task: string, fit: Fields, options: TableOptions, title: string): Table {
  const { parameters, standardErrors, intervals, level, method, unit, converged, boundary, reason } = fit;
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
  const { limit: _, ...rest } = options;
  const text = (name: string): string => fieldText(name, fit[name], options);
  const notes = [
    `n = ${text("n")}`,
    ...(unit === null ? [] : [`time in ${cellText(unit)}s`]),
    `log-likelihood ${text("logLikelihood")}`,
    converged === true ? `converged in ${text("iterations")} iterations` : "not converged",
    ...(boundary === null ? [] : [`at the boundary: ${cellText(boundary)}`]),
    ...(reason === null ? [] : [cellText(reason)]),
  ];
  return { ...rowsTable(task, rows, rest), ...titled(title), notes: [shownText(notes.join(", "))] };
}

const SAID: readonly string[] =
  "model parameters standardErrors intervals covariance level method n unit converged boundary reason logLikelihood iterations gradientNorm".split(
    " ",
  );

/** What {@link fitTable} does not say of a fit. */
export function unsaid(fit: Fields): Fields {
  return Object.fromEntries(Object.entries(fit).filter(([name]) => !SAID.includes(name)));
}
