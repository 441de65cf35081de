import { tCdf } from "../math/studentT.ts";
import type { GroupedColumns } from "./groupedColumns.ts";

/** Whether customers who buy more often spend more, or less, per purchase: the model of spend takes it that they do not. */
export interface SpendFrequencyCorrelation {
  /** Pearson's, from -1 to 1, of the mean spend and the number of repeat purchases. */
  readonly estimate: number | null;
  /** Of the slope of the mean spend on the number, against 0. Robust: means of many purchases vary less than of one. */
  readonly pValue: number | null;
  /** How many customers. */
  readonly n: number;
}

/**
 * For columns x and m. The slope of the regression of m on x is b = Sxy / Sxx; its variance
 *
 *     sum of ((x - mean x) e / (1 - h))^2 / Sxx^2,   e the residual, h = 1/n + (x - mean x)^2 / Sxx,
 *
 * is White's [White1980], each residual made larger by its leverage h (HC3 of MacKinnon and White [MacKinnonWhite1985]).
 */
export function spendCorrelation({ size, columns, count, n }: GroupedColumns): SpendFrequencyCorrelation {
  const [x, m] = columns as readonly [Float64Array, Float64Array];
  const sum = (of: (row: number) => number): number => {
    let total = 0;
    for (let row = 0; row < size; row++) total += (count[row] as number) * of(row);
    return total;
  };
  // Means of money may be of any size: as multiples of their mean nothing overflows.
  const unit = sum((row) => (m[row] as number) / n);
  const centre = sum((row) => x[row] as number) / n;
  const dx = x.map((value) => value - centre);
  const dm = m.map((value) => value / unit - 1);
  const sxx = sum((row) => (dx[row] as number) ** 2);
  const smm = sum((row) => (dm[row] as number) ** 2);
  if (!(n >= 3 && sxx > 0 && smm > n * 1e-24)) return { estimate: null, pValue: null, n };
  const sxm = sum((row) => (dx[row] as number) * (dm[row] as number));
  const slope = sxm / sxx;
  const variance = sum((row) => {
    const own = dx[row] as number;
    const rest = 1 - 1 / n - (own * own) / sxx;
    // Somebody alone at their frequency may have all the leverage, and no residual to tell a variance from.
    return rest > 1e-12 ? ((own * ((dm[row] as number) - slope * own)) / rest) ** 2 : NaN;
  });
  const estimate = Math.min(1, Math.max(-1, sxm / Math.sqrt(sxx * smm)));
  const t = (slope * sxx) / Math.sqrt(variance);
  const pValue = Number.isFinite(t) ? Math.min(1, 2 * tCdf(-Math.abs(t), n - 2)) : null;
  return { estimate: estimate + 0, pValue, n };
}
