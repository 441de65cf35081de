import { CompensatedSum } from "../math/compensatedSum.ts";
import type { AmountSums } from "../stats/moneyMean.ts";

/** Totals of customers as `moneyMean` takes them, in units of `scale`. */
export interface MoneySums {
  readonly sums: AmountSums;
  /** A power of two, which costs no digits: in units of it neither sums nor cubes overflow or vanish. */
  readonly scale: number;
}

/** The sums of customers' totals, of their squares and of their cubes. */
export function moneySums(totals: Float64Array): MoneySums {
  let most = 0;
  for (const total of totals) most = Math.max(most, Math.abs(total));
  // The logarithm of the largest double is rounded up, to 1024.
  const scale = most > 0 ? 2 ** Math.min(1023, Math.floor(Math.log2(most))) : 1;
  const [sum, sumOfSquares, sumOfCubes] = [new CompensatedSum(), new CompensatedSum(), new CompensatedSum()];
  for (const total of totals) {
    const x = total / scale;
    sum.add(x);
    sumOfSquares.addProduct(x, x);
    sumOfCubes.addCube(x);
  }
  const values = (): Float64Array => totals.map((total) => total / scale);
  return { sums: { n: totals.length, sum, sumOfSquares, sumOfCubes, values }, scale };
}
