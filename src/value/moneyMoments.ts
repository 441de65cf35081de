import { scaleOf } from "../math/powerOfTwo.ts";
import { type AmountMoments, amountMoments } from "../stats/amountMoments.ts";

/** Totals of customers as `moneyMean` takes them, in units of `scale`. */
export interface MoneyMoments {
  readonly amounts: AmountMoments;
  /** A power of two, which costs no digits: in units of it neither sums nor cubes overflow or vanish. */
  readonly scale: number;
}

/** The moments of customers' totals; sorted, so that the order of customers does not change a digit. */
export function moneyMoments(totals: Float64Array): MoneyMoments {
  const scale = scaleOf(totals);
  const sorted = new Float64Array(totals);
  sorted.sort();
  return { amounts: amountMoments(sorted.map((total) => total / scale)), scale };
}
