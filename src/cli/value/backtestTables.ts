import type { Backtest } from "../../index.ts";
import type { ResultRow } from "../command.ts";
import { inWords } from "../printTable.ts";
import { fixed, percent, table } from "./numbers.ts";

/** What `--show` names. */
export type BacktestShow = "summary" | "deciles" | "frequency" | "tracking" | "baselines";

/** Every {@link BacktestShow}, the default first. */
export const BACKTEST_SHOWS: readonly BacktestShow[] = [
  ...(["summary", "deciles", "frequency", "tracking", "baselines"] as const),
];

/** A table of a back-test: for programs, and for people. */
export function showOf(
  result: Backtest,
  show: BacktestShow,
): { readonly records: readonly ResultRow[]; readonly table: () => string } {
  const shown = (rows: readonly object[], labels = 0): ReturnType<typeof showOf> => ({
    records: rows as readonly ResultRow[],
    table: () => listed(rows, labels),
  });
  switch (show) {
    case "deciles":
      return shown(result.deciles);
    case "frequency":
      return { ...shown(result.byFrequency), table: () => frequencies(result) };
    case "tracking":
      return shown(result.tracking, 2);
    case "baselines":
      return { records: shown(result.baselines).records, table: () => forecasts(result) };
    default:
      return { records: [flat(result)], table: () => summary(result) };
  }
}

/** The record without the tables in it. */
function flat(result: Backtest): ResultRow {
  const { fit, ...rest } = result;
  const single = Object.entries(rest).filter(([, value]) => !Array.isArray(value));
  return { ...Object.fromEntries(single), converged: fit.converged, boundary: fit.boundary };
}

function summary(result: Backtest): string {
  if (result.n === 0) return "no rows\n";
  const tables = [forecasts(result), listed(result.deciles, 0), frequencies(result)];
  return [`${verdict(result)}\n`, ...tables].filter((text) => text !== "").join("\n");
}

/** What to think of it, in one line. */
function verdict({ model, expected, actual, low, high, level, relativeError, ...rest }: Backtest): string {
  if (expected === null)
    return `${model} has no forecast: ${rest.reason}; try another --model. Bought: ${fixed(actual, 0)}`;
  const off =
    relativeError === null ? "" : ` (${percent(Math.abs(relativeError), 0)} too ${sign(relativeError)})`;
  const within = low !== null && high !== null && low <= actual && actual <= high;
  const range =
    low === null
      ? ""
      : `, ${within ? "within" : "outside"} its ${percent(level, 0)} range of ${fixed(low, 0)} to ${fixed(high, 0)}`;
  const better = rest.baselines.filter(({ modelIsBetter }) => modelIsBetter === false);
  const names = (better.length > 0 ? better : rest.baselines).map(({ baseline }) => baseline).join(" and ");
  const beats =
    rest.beatsBaselines === null && better.length === 0
      ? "there is no baseline to beat"
      : better.length > 0
        ? `it does not beat the baseline${better.length > 1 ? "s" : ""} ${names}: do not believe it`
        : `it beats the baselines ${names}`;
  return `${model} expects ${fixed(expected, 0)} purchases, there were ${fixed(actual, 0)}${off}${range}; ${beats}`;
}

function sign(relativeError: number): string {
  return relativeError < 0 ? "low" : "high";
}

/** The model among the forecasts without one. */
function forecasts(result: Backtest): string {
  const rows = [{ baseline: result.model, ...result }, ...result.baselines].map((row) => [
    row.baseline,
    fixed(row.expected, 0),
    fixed(row.error, 0),
    percent(row.relativeError),
    fixed(row.meanAbsoluteError, 3),
    fixed(row.rootMeanSquaredError, 3),
  ]);
  const header = [
    "forecast",
    "expected",
    "error",
    "relative",
    "mean absolute error",
    "root mean squared error",
  ];
  return table([header, ...rows], 1);
}

/** The last row is of those with more repeat purchases, too. */
function frequencies({ byFrequency }: Backtest): string {
  const most = byFrequency.length - 1;
  const rows = byFrequency.map((row, i) => ({ ...row, frequency: i === most ? `${most}+` : String(i) }));
  return listed(rows, 0);
}

/** Rows as they are; columns of whole numbers without decimals, others with two. */
function listed(rows: readonly object[], labels: number): string {
  const [first] = rows;
  if (first === undefined) return "";
  const columns = Object.keys(first).map((name) => {
    const values = rows.map((row) => (row as ResultRow)[name]);
    const whole = values.every((value) => typeof value !== "number" || Number.isInteger(value));
    const text = (value: unknown): string =>
      typeof value === "string" ? value : fixed(value as number | null, whole ? 0 : 2);
    return [inWords(name), ...values.map(text)];
  });
  return table(
    (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? "")),
    labels,
  );
}
