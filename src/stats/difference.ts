import { type Ends, type Estimate, type Interval, toEstimate, UNDETERMINED, type Unit } from "../estimate.ts";
import { bisect } from "../math/bisect.ts";
import { normalCdf } from "../math/normal.ts";

/** A signed difference of two groups, first minus second. */
export interface DifferenceEstimate<Metric extends string = string> extends Estimate<Metric> {
  /**
   * The smallest `1 - level` at which this method's interval excludes 0, so that interval and p-value never
   * disagree; 1 when the difference is 0, `null` when the data determine no interval.
   */
  readonly pValue: number | null;
  /** How many observations the first group has. */
  readonly nA: number;
  /** How many observations the second group has. */
  readonly nB: number;
}

interface RawDifference<Metric extends string> {
  readonly metric: Metric;
  readonly unit: Unit;
  readonly estimate: number | null;
  /** The `1 - alpha` interval, before clipping. */
  readonly intervalAt: (alpha: number) => Interval;
  readonly standardError: number | null;
  readonly level: number;
  readonly method: string;
  readonly nA: number;
  readonly nB: number;
  readonly range: readonly [min: number, max: number];
}

/** Builds the record of a difference from its formula. */
export function toDifference<Metric extends string>(raw: RawDifference<Metric>): DifferenceEstimate<Metric> {
  const { metric, unit, estimate, intervalAt, standardError, level, method, nA, nB, range } = raw;
  const { low, high } = estimate === null ? UNDETERMINED : intervalAt(1 - level);
  const n = nA + nB;
  return {
    ...toEstimate({ metric, unit, estimate, low, high, standardError, level, method, n }, range),
    pValue: estimate === null ? null : pValueOf(estimate, intervalAt),
    nA,
    nB,
  };
}

/**
 * The interval of a difference of two independent estimates recovered from the interval of each ("MOVER"
 * [ZouDonner2008]; from two Wilson intervals it is Newcombe's hybrid score interval [Newcombe1998b]).
 */
export function mover(a: number, aEnds: Ends, b: number, bEnds: Ends): Ends {
  return {
    low: a - b - Math.hypot(a - aEnds.low, bEnds.high - b),
    high: a - b + Math.hypot(aEnds.high - a, b - bEnds.low),
  };
}

// 2 normalCdf(-37) is about 1e-299; an interval that still excludes 0 there has a p-value that prints as 0.
const LARGEST_Z = 37;

function pValueOf(estimate: number, intervalAt: (alpha: number) => Interval): number | null {
  if (estimate === 0) return 1;
  // Searched on the scale of z, where the p-value keeps its relative accuracy however small it is.
  const { low, high } = intervalAt(0.05);
  if (low === null || high === null) return null;
  const excludesZero = (z: number): boolean => {
    const ends = intervalAt(2 * normalCdf(-z));
    return estimate > 0 ? (ends.low ?? 0) > 0 : (ends.high ?? 0) < 0;
  };
  if (excludesZero(LARGEST_Z)) return 0;
  return 2 * normalCdf(-bisect(excludesZero, 0, LARGEST_Z));
}
