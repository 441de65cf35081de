import {
  type Bucket,
  calendarDays,
  calendarMonths,
  calendarQuarters,
  calendarYears,
  isoWeeks,
  rollup,
} from "../index.ts";
import { readDecimal } from "../schemas/decimal.ts";
import { checkWallClock } from "../schemas/wallClockZone.ts";
import type { Given } from "./arguments.ts";
import type { ChosenMetric, Command, MetricOptions } from "./commands.ts";
import { usageError } from "./failure.ts";
import { asUsage, single } from "./optionText.ts";

/** Periods, and the column that says when a row happened. */
export interface Over {
  readonly bucket: Bucket;
  readonly at: string;
  readonly wallClock: string | undefined;
}

/** What to compute, from which columns, and how to show it. */
export interface Settings {
  readonly command: Command;
  readonly metric: ChosenMetric;
  readonly score: string;
  readonly count: string | undefined;
  readonly missing: readonly string[];
  readonly by: readonly string[];
  readonly over: Over | undefined;
  readonly minimum: number | undefined;
  readonly delimiter: string;
  readonly skipLines: number;
  readonly skipRows: number;
  readonly format: "table" | "json" | "csv";
}

const PERIODS: ReadonlyMap<string, (timeZone: string) => Bucket> = new Map([
  ["day", calendarDays],
  ["week", isoWeeks],
  ["month", calendarMonths],
  ["quarter", calendarQuarters],
  ["year", calendarYears],
]);

/** Checks the options of a command before anything is read. */
export function readSettings(command: Command, given: Given): Settings {
  const score = single(given, "score");
  if (score === undefined) throw usageError("which column holds the answers? Name it with --score");
  if (given.flags.has("json") && given.flags.has("csv"))
    throw usageError("--json and --csv exclude each other");
  const metric = command.choose(metricOptions(given));
  asUsage(() => metric([]));
  const minimum = number(given, "minimum");
  if (minimum !== undefined) asUsage(() => rollup([], {}, metric, { minimum }));
  return {
    command,
    metric,
    score,
    count: single(given, "count"),
    missing: given.texts.get("missing") ?? [],
    by: distinct(given.texts.get("by") ?? []),
    over: readOver(given),
    minimum,
    delimiter: readDelimiter(single(given, "delimiter") ?? ","),
    skipLines: wholeNumber(given, "skip-lines"),
    skipRows: wholeNumber(given, "skip-rows"),
    format: given.flags.has("json") ? "json" : given.flags.has("csv") ? "csv" : "table",
  };
}

function metricOptions(given: Given): MetricOptions {
  const scale = single(given, "scale")?.split(",").map(readDecimal);
  const [min = Number.NaN, max = Number.NaN] = scale ?? [];
  if (scale !== undefined && (scale.length !== 2 || Number.isNaN(min + max)))
    throw usageError("--scale must be its two ends, such as 1,5");
  const options = {
    level: number(given, "level"),
    method: single(given, "method"),
    seed: number(given, "seed"),
    scale: scale === undefined ? undefined : ([min, max] as const),
    satisfiedFrom: number(given, "satisfied-from"),
    direction: single(given, "direction"),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function readOver(given: Given): Over | undefined {
  const [period, at] = [single(given, "over"), single(given, "at")];
  const [timeZone, wallClock] = [single(given, "time-zone"), single(given, "wall-clock")];
  if (period === undefined) {
    const idle = ["at", "time-zone", "wall-clock"].find((name) => given.texts.has(name));
    if (idle === undefined) return undefined;
    throw usageError(
      `--${idle} says nothing without --over, which names the periods: ${[...PERIODS.keys()].join(", ")}`,
    );
  }
  const bucketsIn = PERIODS.get(period);
  if (bucketsIn === undefined) throw usageError(`--over must be one of ${[...PERIODS.keys()].join(", ")}`);
  if (at === undefined) throw usageError("--over needs --at, the column that says when an answer was given");
  if (wallClock !== undefined) asUsage(() => checkWallClock("read --wall-clock", wallClock));
  return { bucket: asUsage(() => bucketsIn(timeZone ?? "UTC")), at, wallClock };
}

function readDelimiter(text: string): string {
  const delimiter = text === "\\t" ? "\t" : text;
  if ([...delimiter].length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw usageError('--delimiter must be one character, such as ";" or "\\t" for a tab, and no quote');
}

function number(given: Given, name: string): number | undefined {
  const text = single(given, name);
  if (text === undefined) return undefined;
  const value = readDecimal(text);
  if (value !== undefined) return value;
  const plain = String(Number(text));
  const remedy = text.trim() === "" || readDecimal(plain) === undefined ? "" : `: write ${plain}`;
  throw usageError(`--${name} must be a number${remedy}`);
}

function wholeNumber(given: Given, name: string): number {
  const value = number(given, name) ?? 0;
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw usageError(`--${name} must be a whole number from 0`);
}

function distinct(columns: readonly string[]): readonly string[] {
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice === undefined) return columns;
  throw usageError(`--by names ${JSON.stringify(twice)} twice`);
}
