import { checkCarries, checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { type Estimate, formatEstimate } from "../index.ts";
import { gridColor, quantitative } from "./encodings.ts";
import { count, type Fields } from "./groups.ts";
import type { Theme } from "./theme.ts";
import { tooltip } from "./tooltip.ts";
import type { JsonRecord } from "./vegaLite.ts";

/** An estimate as it can be drawn: also one that `minimum` has suppressed, of which no number is known. */
export interface ShownEstimate extends Omit<Estimate, "n"> {
  /** How many observations it rests on; `null` where suppressed. */
  readonly n: number | null;
}

/** The rows as records that carry `fields`, each of them not `undefined`. One record alone is a list of one. */
export function readRows(
  task: string,
  path: string,
  rows: unknown,
  fields: readonly string[],
): readonly Fields[] {
  const one = Object(rows) === rows && fields.every((field) => (rows as Fields)[field] !== undefined);
  const iterable = one ? [rows] : rows;
  checkIterable(task, path, iterable);
  return Array.from(iterable as Iterable<unknown>, (row, index) => {
    const place = one ? path : `${path}[${index}]`;
    checkCarries(task, place, row, fields);
    for (const field of fields.filter((name) => !WORDS.test(name))) {
      const value = (row as Fields)[field];
      if (value !== null && !Number.isFinite(value))
        throw new InvalidInputError(task, `${place}.${field}`, "must be a finite number or null", value);
    }
    return row as Fields;
  });
}

/** Fields that are no numbers. */
const WORDS = /^(metric|unit|method|period|complete|cohort|customerId)$/;

/** What {@link readRows} asks of estimates. */
export const ESTIMATE_FIELDS: readonly string[] = "metric unit estimate low high level method n".split(" ");

/** An estimate as people read it, `48 (38 to 57)`. */
export function estimateText(row: Fields): string {
  return row.suppressed === true ? "too few to show" : formatEstimate(row as unknown as Estimate);
}

/**
 * An estimate as a record of the data: its numbers, and the text that stands beside them or in a tooltip. An end that
 * is not determined is left at the estimate, so that the other one can be drawn; the text has the en dash.
 */
export function estimateValues(group: string, row: Fields): Readonly<Record<string, string | number | null>> {
  const { estimate, low, high, n } = row as unknown as Estimate;
  const text = estimateText(row);
  return {
    group,
    estimate,
    low: low ?? estimate,
    high: high ?? estimate,
    interval: text,
    n,
    text: `${text}  ${n === null ? "n = –" : nNote(n)}`,
  };
}

/** A row whose period is not over and has had nobody yet: not known, rather than 0. */
export function untilKnown(row: Fields): Fields {
  const waiting = row.complete === false && row.estimate === 0;
  return waiting ? { ...row, estimate: null, low: null, high: null } : row;
}

/** What a tooltip shows of {@link estimateValues}. */
export function estimateTooltip(
  ...first: readonly (readonly [field: string, title: string])[]
): JsonRecord[] {
  return tooltip(...first, ["group", "Group"], ["interval", "Estimate"], ["n", "n"]);
}

/** "95% intervals (score)", and every level and method there is where they differ; `more` stands behind it. */
export function intervalNote(rows: readonly Fields[], more = ""): string {
  const levels = distinct(rows.map(({ level }) => `${Number((100 * Number(level)).toPrecision(12))}%`));
  const methods = distinct(rows.map(({ method }) => String(method)));
  return rows.length === 0 ? "" : `${levels.join(" and ")} intervals (${methods.join(", ")})${more}`;
}

/** That there are rows which `minimum` hides. */
export function tooFewNote(rows: readonly Fields[], note = "What rests on too few is not shown"): string {
  return rows.some(({ suppressed }) => suppressed) ? note : "";
}

/** "n = 1,204". */
export function nNote(n: number): string {
  return `n = ${count(n)}`;
}

/** How many observations rows rest on together. */
export function sumOfN(rows: readonly Fields[]): number {
  return rows.reduce((sum, { n }) => sum + (typeof n === "number" ? n : 0), 0);
}

/** `npsDifference` as "NPS difference", `churnRate` as "Churn rate". */
export function metricTitle(metric: unknown): string {
  return String(metric)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/\b(nps|csat|ces|clv|mrr|rfm)\b|^./g, (word) => word.toUpperCase());
}

/** The field `estimate` along an axis in the unit of the rows, where zero, if it is in sight, stands out. */
export function estimateChannel(title: string, rows: readonly Fields[], theme: Theme): JsonRecord {
  const unit = rows[0]?.unit;
  // Vega-Lite chooses the scale, but where nothing is known.
  const known = rows.some(({ estimate, low, high }) => estimate !== null || low !== null || high !== null);
  return {
    ...quantitative("estimate"),
    title: `${title} (${unit})`,
    axis: { format: unit === "share" ? ".6~%" : ",.6~r", gridColor: gridColor(theme), labelFlush: false },
    scale: known ? { zero: false } : { domain: unit === "points" ? [-100, 100] : [0, 1] },
  };
}

/** Refuses rows of different units, which cannot share an axis. */
export function checkSameUnit(task: string, path: string, rows: readonly Fields[]): void {
  const unit = rows[0]?.unit;
  const odd = rows.findIndex((row) => row.unit !== unit);
  if (odd > 0)
    throw new InvalidInputError(task, `${path}[${odd}].unit`, `must be ${unit} as before`, rows[odd]?.unit);
}

/** The heading of rows: their metrics, as far as they can be listed. */
export function metricsTitle(rows: readonly Fields[]): string {
  const titles = distinct(rows.map(({ metric }) => String(metric))).map(metricTitle);
  return (titles.length > 3 ? `${titles.length} metrics` : titles.join(", ")) || "Estimates";
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
