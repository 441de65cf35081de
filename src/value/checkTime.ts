import { InvalidInputError } from "../errors.ts";
import type { PurchaseModel } from "./purchaseModel.ts";

/** How far to look ahead: a finite number from 0, whole where time runs in whole periods. */
export function checkHorizon(task: string, { discrete }: PurchaseModel, horizon: number): number {
  const valid = discrete ? Number.isSafeInteger(horizon) : Number.isFinite(horizon);
  if (valid && horizon >= 0) return horizon + 0;
  const requirement = discrete ? "must be an integer from 0 (periods)" : "must be a finite number from 0";
  throw new InvalidInputError(task, "horizon", requirement, horizon);
}

/** The effective rate per unit of time. For ever (a horizon of Infinity), only what is discounted has a value. */
export function checkDiscountRate(task: string, discountRate: number, horizon: number): number {
  if (Number.isFinite(discountRate) && discountRate >= 0 && (discountRate > 0 || horizon < Infinity))
    return discountRate + 0;
  const requirement =
    discountRate === 0
      ? "must be above 0 without a horizon, since undiscounted purchases may add up for ever"
      : "must be a finite number from 0";
  throw new InvalidInputError(task, "discountRate", requirement, discountRate);
}
