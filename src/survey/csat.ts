import { InvalidInputError } from "../errors.ts";
import type { Answer } from "../rows.ts";
import {
  type ProportionEstimate,
  type ProportionOptions,
  proportionEstimate,
} from "../stats/proportionEstimate.ts";
import { countInRange, countScores } from "./countScores.ts";
import { checkScale, type Scale } from "./scale.ts";

/** What {@link csat} returns: the share of satisfied answers, from 0 to 1. */
export interface CsatEstimate extends ProportionEstimate<"csat"> {
  /** Answers at or above `satisfiedFrom`. */
  readonly satisfied: number;
  /** Asked, but not answered; not part of `n`. */
  readonly missing: number;
  /** The lowest point of the scale; `null` when the answers were counted elsewhere. */
  readonly scaleMin: number | null;
  /** The highest point of the scale; `null` when the answers were counted elsewhere. */
  readonly scaleMax: number | null;
  /** The lowest answer that counts as satisfied; `null` when the answers were counted elsewhere. */
  readonly satisfiedFrom: number | null;
}

/** The options of {@link csat}. */
export interface CsatOptions extends ProportionOptions {
  /** The lowest and the highest possible answer. Default `[1, 5]`. */
  readonly scale?: Scale;
  /**
   * The lowest answer that counts as satisfied. By default the top point of 3, the top two of 4 to 7 and the top
   * three of 10; any other scale needs it.
   */
  readonly satisfiedFrom?: number;
}

/**
 * Customer satisfaction: the share of answers at or above `satisfiedFrom`, from 0 to 1.
 *
 *     CSAT = satisfied / n
 *
 * @param answers - Integers on `scale`; `count` lets one row stand for many; `null` is unanswered.
 * @throws {InvalidInputError} When a score is not an integer on the scale, when an option is not valid, or when the
 *   scale has no usual cut and `satisfiedFrom` is not given.
 * @example
 * csat([5, 4, 3, 1]).estimate; // => 0.5
 * @see docs/metrics/csat.md. Interval: Wilson's, [Wilson1927].
 */
export function csat(answers: Iterable<Answer>, options: CsatOptions = {}): CsatEstimate {
  const task = "compute csat";
  const scale = checkScale(task, options.scale ?? [1, 5]);
  const [scaleMin, scaleMax] = scale;
  const satisfiedFrom = satisfiedFromOf(task, scale, options.satisfiedFrom);
  const { counts, n, missing } = countScores(task, answers, scale);
  const satisfied = countInRange(counts, scale, [satisfiedFrom, scaleMax]);
  const estimate = proportionEstimate("csat", satisfied, n, options);
  return { ...estimate, satisfied, missing, scaleMin, scaleMax, satisfiedFrom };
}

/** The usual cut: top 1 on 3 points, top 2 on 4 to 7, top 3 on 10. */
function satisfiedFromOf(task: string, [min, max]: Scale, chosen: number | undefined): number {
  const points = max - min + 1;
  const top = points === 3 ? 1 : points >= 4 && points <= 7 ? 2 : points === 10 ? 3 : undefined;
  const from = chosen ?? (top === undefined ? undefined : max - top + 1);
  if (from !== undefined && Number.isInteger(from) && from > min && from <= max) return from;
  const requirement =
    from === undefined
      ? `must be given, since a scale of ${points} points has no usual cut`
      : `must be an integer from ${min + 1} to ${max}`;
  throw new InvalidInputError(task, "satisfiedFrom", requirement, from);
}
