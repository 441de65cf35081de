import { CompensatedSum } from "../math/compensatedSum.ts";
import type { CustomerColumns } from "./customers.ts";

/** What a fit of purchases asks first. */
export interface PurchaseTotals {
  readonly n: number;
  /** The largest age, with which times are divided, so that the unit of time changes nothing. */
  readonly scale: number;
  /** All repeat purchases. */
  readonly purchases: number;
  /** The sum of ages. */
  readonly time: number;
}

/** The sums over all customers, which do not depend on the order of rows by a digit. */
export function purchaseTotals({ size, frequency, age, count, n }: CustomerColumns): PurchaseTotals {
  let [scale, purchases] = [0, 0];
  const time = new CompensatedSum();
  for (let row = 0; row < size; row++) {
    const weight = count === undefined ? 1 : (count[row] as number);
    const own = age[row] as number;
    if (own > scale) scale = own;
    purchases += weight * (frequency[row] as number);
    time.addProduct(own, weight);
  }
  return { n, scale, purchases, time: time.value };
}

/** Why there is nothing to fit; `undefined` when there is. */
export function unfitted({ n, scale, purchases }: PurchaseTotals): string | undefined {
  if (n === 0) return "there are no customers";
  if (scale === 0) return "nobody has been a customer for any time: every age is 0";
  if (purchases === 0) return "nobody bought twice: no rate of purchases can be told";
  return undefined;
}
