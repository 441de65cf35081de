import { checkChoice, checkLevel } from "../check.ts";
import { DEFAULT_LEVEL, type EstimateOptions, type Interval, UNDETERMINED } from "../estimate.ts";
import { normalQuantile } from "../math/normal.ts";

/**
 * The interval for a share still there:
 * - `logLog` is symmetric in log(-log S); stays inside 0 to 1 and keeps its level best in small samples
 *   [BorganLiestol1990].
 * - `log` is symmetric in log S; the default of R's `survfit`, cut at 1.
 * - `plain` is symmetric in S itself; cut at 0 and 1, and too short in the tail.
 */
export type SurvivalMethod = "logLog" | "log" | "plain";

/** Every {@link SurvivalMethod}, the default first. */
export const SURVIVAL_METHODS: readonly SurvivalMethod[] = ["logLog", "log", "plain"];

/** What every survival estimate can be asked. */
export interface SurvivalOptions extends EstimateOptions {
  /** Which interval. Default `"logLog"`. */
  readonly method?: SurvivalMethod;
}

/** The two options, checked, with their defaults. */
export function checkSurvivalOptions(
  task: string,
  { method = "logLog", level = DEFAULT_LEVEL }: SurvivalOptions,
): { readonly method: SurvivalMethod; readonly level: number } {
  checkLevel(task, level);
  checkChoice(task, "method", method, SURVIVAL_METHODS);
  return { method, level };
}

/** The standard normal quantile of an interval: 1.96 for a level of 0.95. */
export function zOf(level: number): number {
  return -normalQuantile((1 - level) / 2);
}

/**
 * The interval for S, where `logError` is the standard error s of log S, [KalbfleischPrentice2002]:
 *
 *     logLog: S^exp(-+ z s / log S)      log: S exp(-+ z s)      plain: S -+ z S s
 *
 * Where S is 0 no variance can be estimated. Where it is 1 log(-log S) is infinite, and the other two have no
 * width.
 */
export function survivalInterval(method: SurvivalMethod, S: number, logError: number, z: number): Interval {
  if (S === 0 || (S === 1 && method === "logLog")) return UNDETERMINED;
  const half = z * logError;
  if (method === "plain") return { low: Math.max(0, S - S * half), high: Math.min(1, S + S * half) };
  if (method === "log") return { low: S * Math.exp(-half), high: Math.min(1, S * Math.exp(half)) };
  const log = Math.log(S);
  const power = Math.exp(-half / log);
  // Rounding must not put an end on the wrong side of S.
  return { low: Math.min(S, Math.exp(log * power)), high: Math.max(S, Math.exp(log / power)) };
}
