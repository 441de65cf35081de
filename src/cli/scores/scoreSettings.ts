import type { Answer, Bucket, Estimate, Scale } from "../../index.ts";
import { rollup } from "../../index.ts";
import { readDecimal } from "../../schemas/decimal.ts";
import { checkWallClock } from "../../schemas/wallClockZone.ts";
import { usageError } from "../failure.ts";
import { asGiven, distinct, type Given, number, refuse, required, several, single } from "../given.ts";
import { asUsage } from "../optionText.ts";
import { PERIOD_NAMES, periodsNamed } from "../periods.ts";

/** The options of all metrics, as far as they were given. The metrics themselves check them. */
export interface MetricOptions {
  readonly level?: number;
  readonly method?: string;
  readonly seed?: number;
  readonly scale?: Scale;
  readonly satisfiedFrom?: number;
  readonly direction?: string;
}

/** A metric with its options filled in. */
export type ChosenMetric = (answers: Iterable<Answer>) => Estimate;

/** A metric of scores, as a command has it. */
export interface ScoreMetric {
  /** Its options beside those of every metric. */
  readonly options: readonly string[];
  /** The fields of a result, beside the shared ones, that the table for people shows. */
  readonly counts: readonly string[];
  choose(options: MetricOptions): ChosenMetric;
}

/** Periods, and the column that says when a row happened. */
export interface Over {
  readonly bucket: Bucket;
  readonly at: string;
  readonly wallClock: string | undefined;
}

/** What to compute, and from which columns. */
export interface ScoreSettings {
  readonly asked: ScoreMetric;
  readonly metric: ChosenMetric;
  readonly score: string;
  readonly count: string | undefined;
  readonly missing: readonly string[];
  readonly by: readonly string[];
  readonly over: Over | undefined;
  readonly minimum: number | undefined;
}

/** The options with a value that every metric of scores has. */
export const SCORE_OPTIONS: readonly string[] = [
  ...[
    "score",
    "count",
    "missing",
    "by",
    "over",
    "at",
    "time-zone",
    "wall-clock",
    "level",
    "method",
    "minimum",
  ],
];

export function readScoreSettings(asked: ScoreMetric, given: Given): ScoreSettings {
  const score = required(given, "score", "which column holds the answers? Name it with");
  const metric = asked.choose(metricOptions(given));
  asUsage(() => metric([]));
  const minimum = number(given, "minimum");
  if (minimum !== undefined) asUsage(() => rollup([], {}, metric, { minimum }));
  return {
    asked,
    metric,
    score,
    count: single(given, "count"),
    missing: several(given, "missing"),
    by: distinct(given, "by"),
    over: readOver(given),
    minimum,
  };
}

function metricOptions(given: Given): MetricOptions {
  const scale = single(given, "scale")?.split(",").map(readDecimal);
  const [min = Number.NaN, max = Number.NaN] = scale ?? [];
  if (scale !== undefined && (scale.length !== 2 || Number.isNaN(min + max)))
    throw usageError("--scale must be its two ends, such as 1,5");
  return asGiven({
    level: number(given, "level"),
    method: single(given, "method"),
    seed: number(given, "seed"),
    scale: scale === undefined ? undefined : ([min, max] as const),
    satisfiedFrom: number(given, "satisfied-from"),
    direction: single(given, "direction"),
  });
}

function readOver(given: Given): Over | undefined {
  const [period, at] = [single(given, "over"), single(given, "at")];
  if (period === undefined) {
    refuse(
      given,
      ["at", "time-zone", "wall-clock"],
      `without --over, which names the periods: ${PERIOD_NAMES}`,
    );
    return undefined;
  }
  const bucketsIn = periodsNamed("over", period);
  if (at === undefined) throw usageError("--over needs --at, the column that says when an answer was given");
  const wallClock = single(given, "wall-clock");
  if (wallClock !== undefined) asUsage(() => checkWallClock("read --wall-clock", wallClock));
  return { bucket: bucketsIn(single(given, "time-zone") ?? "UTC"), at, wallClock };
}
