import { checkCarries, checkChoice, checkLevel, checkNames, checkPositive } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL, type EstimateOptions } from "../estimate.ts";
import type { Instant } from "../rows.ts";
import type { Bucket } from "../time/bucket.ts";
import { checkBucket } from "../time/checkBucket.ts";
import { checkDiscountRate } from "./checkTime.ts";
import { PURCHASE_FITS } from "./fitPurchases.ts";
import type { TimeUnit } from "./modelFit.ts";
import { checkDayZone } from "./purchaseOptions.ts";
import { daysIn } from "./timeUnit.ts";

/** The models of purchases that {@link clv} knows. */
export type ClvModel = "bgNbd" | "mbgNbd" | "paretoNbd" | "nbd";

/** The options of {@link clv}. */
export interface ClvOptions extends EstimateOptions {
  /** The end of observation, from which the future counts. Rows after it are left out. A date includes its day. */
  readonly asOf: Instant;
  /** What `horizon` and `discountRate` are about, and all durations: 1, 7 or 30.4375 civil days. Default `"day"`. */
  readonly unit?: TimeUnit;
  /** The zone whose civil days are counted. Default that of `mergeWithin`, or `"UTC"`. */
  readonly timeZone?: string;
  /** All orders of a customer in one of these buckets are one purchase. Default: civil days. */
  readonly mergeWithin?: Bucket;
  /** How far to look ahead, in `unit`s: above 0. Default: for ever, for which the rate has to be above 0. */
  readonly horizon?: number;
  /** The effective rate per `unit`, from 0: money in one unit counts 1 / (1 + rate). Default 0. */
  readonly discountRate?: number;
  /** The share of the revenue that is kept: above 0, at most 1. Default 1: the value is revenue. */
  readonly margin?: number;
  /** The model of purchases. Default `"bgNbd"`. */
  readonly model?: ClvModel;
}

/** The options with their defaults, each checked. */
export interface ClvSettings {
  readonly asOf: Instant;
  readonly unit: TimeUnit;
  readonly timeZone: string;
  readonly mergeWithin: Bucket | undefined;
  /** Infinite for ever. */
  readonly horizon: number;
  readonly discountRate: number;
  readonly margin: number;
  readonly model: ClvModel;
  readonly level: number;
}

const NAMES: readonly string[] = [
  "asOf",
  "unit",
  "timeZone",
  "mergeWithin",
  "horizon",
  "discountRate",
  "margin",
  "model",
  "level",
];

/** Checks what can be told without the rows. */
export function checkClvOptions(task: string, options: ClvOptions): ClvSettings {
  checkCarries(task, "options", options, ["asOf"]);
  checkNames(task, "option", options, NAMES);
  const { asOf, unit = "day", mergeWithin, model = "bgNbd", level = DEFAULT_LEVEL } = options;
  const { discountRate = 0, margin = 1 } = options;
  daysIn(task, unit);
  if (mergeWithin !== undefined) checkBucket(task, mergeWithin, "mergeWithin");
  const timeZone = checkDayZone(task, options);
  const horizon = options.horizon === undefined ? Infinity : checkPositive(task, "horizon", options.horizon);
  checkDiscountRate(task, discountRate, horizon);
  if (!(typeof margin === "number" && margin > 0 && margin <= 1))
    throw new InvalidInputError(task, "margin", "must be a share above 0 and at most 1", margin);
  checkChoice(task, "model", model, PURCHASE_FITS);
  checkLevel(task, level);
  // Adding 0 turns -0 into 0.
  return { asOf, unit, timeZone, mergeWithin, horizon, discountRate: discountRate + 0, margin, model, level };
}
