import { InvalidInputError } from "../errors.ts";
import type { PurchaseOptions } from "../history/purchases.ts";

/** A sum of amounts that a double can hold. */
export function checkSum(task: string, sum: number): number {
  if (Number.isFinite(sum)) return sum;
  throw new InvalidInputError(task, "transactions", "must have amounts whose sums do not overflow", sum);
}

/** Purchases with or without amounts, and refunds among them. */
export const KEEPING_REFUNDS: Pick<PurchaseOptions, "amounts" | "keepRefunds"> = {
  amounts: "ifAny",
  keepRefunds: true,
};
