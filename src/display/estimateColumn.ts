import { metricTitle } from "../charts/estimates.ts";
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
    typeof metric === "string" &&
    typeof unit === "string" &&
    [estimate, low, high].every((value) => value === null || typeof value === "number")
  );
}

/** Whether all rows have the same in a field. */
export function isConstant(rows: readonly Fields[], name: string): boolean {
  return rows.every((row) => row[name] === rows[0]?.[name]);
}

/** Estimate and interval as one column, `33 (-23 to 72)`, headed by what does not change from row to row. */
export function estimateColumn(rows: readonly Fields[], options: TableOptions): Column {
  const { metric, unit, level, method } = rows[0] ?? {};
  const name = isConstant(rows, "metric") ? metricTitle(metric) : "estimate";
  // From 4% to 2% are -2 points; -2% could be read as relative.
  const title = unit === "share" && name.endsWith("difference") ? `${name} in % points` : name;
  const how = [
    ...(level !== undefined && isConstant(rows, "level") ? [percent(level)] : []),
    ...(method !== undefined && isConstant(rows, "method") ? [method] : []),
  ];
  const shown = rows as unknown as readonly (Shown & Fields)[];
  const formats = new Map<string, (value: number) => string>();
  const cells = shown.map(({ estimate, low, high, suppressed, ...row }) => {
    if (suppressed === true) return "too few to show";
    if (estimate === null && low === null && high === null) return "–";
    const format = formats.get(row.unit) ?? unitFormat(row.unit, shown, options);
    formats.set(row.unit, format);
    const text = (value: number | null): string => (value === null ? "–" : format(value));
    return `${text(estimate)} (${text(low)} to ${text(high)})`;
  });
  const isOneUnit = isConstant(rows, "unit");
  return {
    heading: shownText(how.length === 0 ? title : `${title} (${how.join(" ")})`),
    isText: false,
    cells,
    bars: isOneUnit ? barsOf(shown, unit) : [],
  };
}

function percent(level: unknown): string {
  return `${Number((100 * Number(level)).toPrecision(12))}%`;
}

/**
 * As `formatEstimate` writes a unit, with up to three decimals more where half of the intervals would be narrower than
 * two steps of the last one.
 */
function unitFormat(
  unit: Unit,
  rows: readonly Shown[],
  { locale = "en", digits }: TableOptions,
): (value: number) => string {
  const own = rows.filter((row) => row.unit === unit);
  const usual = ["score", "money", "ratio"].includes(unit) ? 2 : unit === "time" ? 1 : 0;
  const steps = unit === "share" ? 50 : 0.5;
  const widths = own
    .flatMap(({ low, high }) => (low !== null && high !== null && high > low ? [high - low] : []))
    .sort((a, b) => a - b);
  // Without intervals, what a model counts is still no whole number.
  const width = widths[widths.length >> 1] ?? (unit === "count" ? 0.04 : 4);
  let decimals = usual;
  while (decimals < usual + 3 && width * steps < 10 ** -decimals) decimals++;
  return new Intl.NumberFormat(locale, {
    style: unit === "share" ? "percent" : "decimal",
    minimumFractionDigits: digits ?? decimals,
    maximumFractionDigits: digits ?? decimals,
    signDisplay: "negative",
  }).format;
}

/** The intervals on one scale from 0 to 1. One row alone has a bar only where its unit has a scale of its own. */
function barsOf(rows: readonly Shown[], unit: unknown): readonly (Bar | null)[] {
  const ends = rows.flatMap(({ low, estimate, high }) =>
    [low, estimate, high].flatMap((value) => (value === null ? [] : [value])),
  );
  if (rows.length === 1) {
    if (unit !== "share" && unit !== "points") return [];
    ends.push(unit === "share" ? 0 : -100, unit === "share" ? 1 : 100);
  }
  const least = ends.reduce((a, b) => Math.min(a, b), ends[0] ?? 0);
  const span = ends.reduce((a, b) => Math.max(a, b), ends[0] ?? 0) - least;
  if (!(span > 0 && Number.isFinite(span))) return [];
  const place = (value: number): number => (value - least) / span;
  return rows.map(({ low, estimate, high }) => {
    if (estimate === null) return null;
    return { low: place(low ?? estimate), dot: place(estimate), high: place(high ?? estimate) };
  });
}
