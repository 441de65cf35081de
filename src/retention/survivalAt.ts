import { checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL, type Estimate, UNDETERMINED } from "../estimate.ts";
import type { SurvivalRow } from "./kaplanMeier.ts";
import { firstAfter } from "./riskTable.ts";
import type { SurvivalMethod } from "./survivalInterval.ts";

/** The share still there after a time that was asked for, from 0 to 1. */
export interface SurvivalAtRow extends Estimate<"survival"> {
  /** The time asked for. */
  readonly time: number;
  /** Of all customers at time 0. */
  readonly unit: "share";
  /** That of the curve. */
  readonly method: SurvivalMethod;
}

/**
 * Reads a survival curve at given times: the share still there after each, from 0 to 1, in the order asked.
 * It is that of the last step at or before the time, and 1, without ends, before the first. Beyond the last
 * step it is `null`, because nobody was observed so long, unless all had left: then it is 0.
 *
 * @param curve - The rows of one call of {@link kaplanMeier}. With groups, `rollup` reads each curve by
 *   itself.
 * @param times - In the unit of the durations.
 * @throws {InvalidInputError} When the rows are not those of one curve, or a time is not a finite number from
 *   0.
 * @example
 * const lifetimes = [2, 3, 5, 8, 13].map((duration) => ({ duration, churned: duration < 8 }));
 * survivalAt(kaplanMeier(lifetimes), [1, 4, 20]).map((row) => row.estimate); // => [1, 0.6, null]
 * @see docs/metrics/survival.md
 */
export function survivalAt(curve: Iterable<SurvivalRow>, times: Iterable<number>): SurvivalAtRow[] {
  const task = "compute survivalAt";
  const steps = readCurve(task, curve);
  if (typeof times !== "object" || times === null || !(Symbol.iterator in times))
    throw new InvalidInputError(task, "times", "must be an iterable of times", times);
  const starts = steps.map((step) => step.time);
  return Array.from(times, (time, index) => {
    if (!(typeof time === "number" && time >= 0 && time < Infinity))
      throw new InvalidInputError(task, `times[${index}]`, "must be a finite number from 0", time);
    return { time: time + 0, ...stepAt(steps, firstAfter(starts, time), time) };
  });
}

type Step = Omit<SurvivalRow, "atRisk" | "events" | "censored">;

/** `after`: the place of the first step after the time. */
function stepAt(steps: readonly Step[], after: number, time: number): Omit<SurvivalAtRow, "time"> {
  const last = steps.at(-1);
  const { level, method, n } = last ?? { level: DEFAULT_LEVEL, method: "logLog", n: 0 };
  const common = { metric: "survival", unit: "share", level, method, n } as const;
  const unknown = { ...common, estimate: null, ...UNDETERMINED, standardError: null };
  if (last === undefined || (time > last.time && last.estimate !== 0)) return unknown;
  const step = steps[after - 1];
  if (step === undefined) return { ...common, estimate: 1, ...UNDETERMINED, standardError: 0 };
  const { estimate, low, high, standardError } = step;
  return { ...common, estimate, low, high, standardError };
}

/** Each field of each row is read once, and what two curves cannot share is compared. */
function readCurve(task: string, curve: Iterable<SurvivalRow>): Step[] {
  checkIterable(task, "curve", curve);
  const steps: Step[] = [];
  for (const row of curve) {
    const path = `curve[${steps.length}]`;
    if (typeof row !== "object" || row === null)
      throw new InvalidInputError(task, path, "must be a row of kaplanMeier", row);
    const { time, metric, unit, estimate, low, high, standardError, level, method, n } = row;
    if (metric !== "survival" || !Number.isFinite(time) || !Number.isFinite(estimate))
      throw new InvalidInputError(
        task,
        path,
        "must be a row of kaplanMeier with a time and an estimate",
        row,
      );
    const previous = steps.at(-1);
    if (previous !== undefined && time <= previous.time)
      throw new InvalidInputError(
        task,
        `${path}.time`,
        `must be above the time before it, ${previous.time}: one curve at a time (filter or rollup groups)`,
        time,
      );
    if (
      previous !== undefined &&
      (n !== previous.n || level !== previous.level || method !== previous.method)
    )
      throw new InvalidInputError(task, path, "must be of the same curve as the row before it", row);
    steps.push({ time, metric, unit, estimate, low, high, standardError, level, method, n });
  }
  return steps;
}
