import { intervalNote, metricTitle } from "../charts/estimates.ts";
import type { Estimate, Unit } from "../index.ts";
import { shownText } from "./cellText.ts";
import type { Fields } from "./readRecords.ts";
import type { Bar, Column } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";

/** What of an estimate stands in its column: the estimate with its interval. */
type Shown = Pick<Estimate, "metric" | "unit" | "estimate" | "low" | "high">;

/** Whether every row is an estimate, so that its fields can be folded into one column. */
export function areEstimates(rows: readonly Fields[]): boolean {
  return rows.length > 0 && rows.every(isEstimate);
}

/** Whether a record is an estimate: of a metric in a unit, with two ends. */
export function isEstimate({ metric, unit, estimate, low, high }: Fields): boolean {
  return (
    typeof metric === "string" && typeof unit === "string" && [estimate, low, high].every(isNumberOrNull)
  );
}

function isNumberOrNull(value: unknown): boolean {
  return value === null || typeof value === "number";
}

/** Whether all rows have the same in a field. */
export function isConstant(rows: readonly Fields[], name: string): boolean {
  return rows.every((row) => row[name] === rows[0]?.[name]);
}

/** What the estimates are, such as "NPS, 95% intervals (score)". */
export function estimateCaption(rows: readonly Fields[]): string {
  const titles = [...new Set(rows.map(({ metric }) => metricTitle(metric)))];
  const known = rows.filter(({ level, method }) => level !== undefined && method !== undefined);
  const notes = [titles.join(", "), intervalNote(known)].filter((note) => note !== "");
  return shownText(notes.join(", "));
}

/** Estimate and interval as one column, `33 (-23 to 72)`, headed by what does not change from row to row. */
export function estimateColumn(rows: readonly Fields[], options: TableOptions): Column {
  const { metric, level, method } = rows[0] ?? {};
  const same = [level !== undefined && isConstant(rows, "level") ? `${percent(level)}%` : "", method ?? ""];
  const how = isConstant(rows, "method") ? same : same.slice(0, 1);
  const note = how.filter((part) => part !== "").join(" ");
  const title = isConstant(rows, "metric") ? metricTitle(metric) : "estimate";
  const shown = rows as unknown as readonly (Shown & Fields)[];
  const formats = new Map<Unit, (value: number) => string>();
  const cells = shown.map((row) => {
    const { unit, estimate, low, high, suppressed } = row;
    if (suppressed === true) return "too few to show";
    if (estimate === null && low === null && high === null) return "–";
    let format = formats.get(unit);
    if (format === undefined) {
      format = unitFormat(
        unit,
        shown.filter((other) => other.unit === unit),
        options,
      );
      formats.set(unit, format);
    }
    const text = (value: number | null): string => (value === null ? "–" : (format?.(value) ?? ""));
    return `${text(estimate)} (${text(low)} to ${text(high)})`;
  });
  const bars = isConstant(rows, "unit") ? barsOf(shown) : undefined;
  return {
    heading: shownText(note === "" ? title : `${title} (${note})`),
    isText: false,
    cells,
    ...(bars === undefined ? {} : { bars }),
  };
}

function percent(level: unknown): number {
  return Number((100 * Number(level)).toPrecision(12));
}

/**
 * As `formatEstimate` writes a unit, with up to three decimals more where half of the intervals would be narrower than two
 * steps of the last one.
 */
function unitFormat(
  unit: Unit,
  rows: readonly Shown[],
  { locale = "en", digits }: TableOptions,
): (value: number) => string {
  const isShare = unit === "share";
  const usual = unit === "score" || unit === "money" || unit === "ratio" ? 2 : unit === "time" ? 1 : 0;
  const widths = new Float64Array(
    rows.flatMap(({ low, high }) => (low !== null && high !== null && high > low ? [high - low] : [])),
  );
  widths.sort();
  const isWhole = rows.every(({ estimate }) => estimate === null || Number.isInteger(estimate));
  const width = widths[widths.length >> 1] ?? (isWhole || unit !== "count" ? 1 : 0.02);
  let decimals = usual;
  while (decimals < usual + 3 && width * (isShare ? 100 : 1) < 2 * 10 ** -decimals) decimals++;
  const { format } = new Intl.NumberFormat(locale, {
    style: isShare ? "percent" : "decimal",
    minimumFractionDigits: digits ?? decimals,
    maximumFractionDigits: digits ?? decimals,
    signDisplay: "negative",
  });
  return format;
}

/** The intervals on one scale from 0 to 1. One row alone has a bar only where its unit has a scale of its own. */
function barsOf(rows: readonly Shown[]): readonly (Bar | null)[] | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  const unit = rows[0]?.unit;
  if (rows.length === 1 && unit === "share") [least, most] = [0, 1];
  if (rows.length === 1 && unit === "points") [least, most] = [-100, 100];
  else if (rows.length > 1) {
    for (const { low, estimate, high } of rows) {
      for (const value of [low, estimate, high]) {
        if (value === null) continue;
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
  }
  const span = most - least;
  if (!(span > 0 && Number.isFinite(span))) return undefined;
  const place = (value: number): number => (value - least) / span;
  return rows.map(({ low, estimate, high }) => {
    if (estimate === null) return null;
    return { low: place(low ?? estimate), dot: place(estimate), high: place(high ?? estimate) };
  });
}
