import { checkCarries, checkChoice, checkLevel, checkNames } from "../check.ts";
import { DEFAULT_LEVEL } from "../estimate.ts";
import type { Instant } from "../rows.ts";
import { checkSeed, DEFAULT_SEED } from "../stats/random.ts";
import type { Bucket } from "../time/bucket.ts";
import { checkBucket } from "../time/checkBucket.ts";
import { type BacktestModel, PURCHASE_FITS } from "./fitPurchases.ts";
import type { TimeUnit } from "./modelFit.ts";
import { checkDayZone } from "./purchaseOptions.ts";
import { daysIn } from "./timeUnit.ts";

/** The options of {@link backtest}. */
export interface BacktestOptions {
  /** The model is fitted to what is known up to here. A date includes the whole of its day. */
  readonly calibrationEnd: Instant;
  /** It is held against what came from then up to here. Rows after it are left out. A date includes its day. */
  readonly asOf: Instant;
  /** Default `"bgNbd"`. */
  readonly model?: BacktestModel;
  /** What durations are measured in: 1, 7 or 30.4375 civil days. Default `"day"`. */
  readonly unit?: TimeUnit;
  /** The zone whose civil days are counted. Default that of `mergeWithin`, or `"UTC"`. */
  readonly timeZone?: string;
  /** All orders of a customer in one of these buckets are one purchase. Default: civil days. */
  readonly mergeWithin?: Bucket;
  /** The periods of `tracking`. Default: calendar months with `unit: "month"`, else weeks from the end of calibration. */
  readonly period?: Bucket;
  /** Confidence level of the intervals, strictly between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** For the random numbers behind `low` and `high`: an integer of 32 bits. Default 1. */
  readonly seed?: number;
}

const NAMES: readonly string[] = [
  "calibrationEnd",
  "asOf",
  "model",
  "unit",
  "timeZone",
  "mergeWithin",
  "period",
  "level",
  "seed",
];

/** The options with their defaults, each checked. */
export interface BacktestSettings {
  readonly calibrationEnd: Instant;
  readonly asOf: Instant;
  readonly model: BacktestModel;
  readonly unit: TimeUnit;
  /** Days in the unit. */
  readonly scale: number;
  readonly timeZone: string;
  readonly mergeWithin: Bucket | undefined;
  readonly period: Bucket | undefined;
  readonly level: number;
  readonly seed: number;
}

/** Checks what can be told without the rows. */
export function checkOptions(task: string, options: BacktestOptions): BacktestSettings {
  checkCarries(task, "options", options, ["calibrationEnd", "asOf"]);
  checkNames(task, "option", options, NAMES);
  const { calibrationEnd, asOf, model = "bgNbd", unit = "day", mergeWithin, period } = options;
  const { level = DEFAULT_LEVEL, seed = DEFAULT_SEED } = options;
  checkChoice(task, "model", model, PURCHASE_FITS);
  checkLevel(task, level);
  checkSeed(task, seed);
  if (period !== undefined) checkBucket(task, period, "period");
  const timeZone = checkDayZone(task, options);
  const scale = daysIn(task, unit);
  return { calibrationEnd, asOf, model, unit, scale, timeZone, mergeWithin, period, level, seed };
}
