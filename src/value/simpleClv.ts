import { checkCarries, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";

/** What {@link simpleClv} takes: plain numbers, each per customer and per period. */
export interface SimpleClvInputs {
  /** Revenue of an order, in any currency: a finite number from 0. */
  readonly averageOrderValue: number;
  /** Orders in a period: a finite number from 0. */
  readonly purchasesPerPeriod: number;
  /** The share of revenue that is kept, from 0 to 1. */
  readonly margin: number;
  /** The share of customers lost from one period to the next, from 0 to 1. */
  readonly churnRate: number;
  /** The effective rate per period at which later money is worth less: a finite number from 0. */
  readonly discountRate: number;
}

/** What {@link simpleClv} returns, the numbers it was given included. */
export interface SimpleClv extends SimpleClvInputs {
  /** Sets it apart from the value that {@link clv} estimates from purchases. */
  readonly metric: "simpleClv";
  /** The currency of `averageOrderValue`. */
  readonly unit: "money";
  /** The value of a new customer; `null` when it is infinite: nobody leaves, and later money is worth as much. */
  readonly estimate: number | null;
  /** Plain numbers carry no uncertainty, so there is no interval. */
  readonly low: null;
  /** As `low`. */
  readonly high: null;
  /** Nothing was sampled. */
  readonly standardError: null;
}

/**
 * The textbook customer lifetime value: a constant margin per period from customers who all leave at the same constant
 * rate. The first margin is earned now, by everybody; a share r is there for the next one, and so on.
 *
 *     m = averageOrderValue purchasesPerPeriod margin,  r = 1 - churnRate,  d = discountRate
 *     CLV = m (1 + r / (1 + d) + r^2 / (1 + d)^2 + …) = m (1 + d) / (1 + d - r)
 *
 * @returns A record without an interval, in the unit of `averageOrderValue`.
 * @throws {InvalidInputError} When a number is missing or outside its range, or when the value overflows.
 * @example
 * const shop = { averageOrderValue: 50, purchasesPerPeriod: 4, margin: 0.3, churnRate: 0.2, discountRate: 0.1 };
 * simpleClv(shop).estimate; // => 220
 * @see docs/metrics/simple-clv.md. Formula: [GuptaLehmann2003], [BergerNasr1998].
 */
export function simpleClv(inputs: SimpleClvInputs): SimpleClv {
  const task = "compute simpleClv";
  const names = ["averageOrderValue", "purchasesPerPeriod", "margin", "churnRate", "discountRate"] as const;
  checkCarries(task, "inputs", inputs, names);
  checkNames(task, "input", inputs, names);
  const read = (name: (typeof names)[number], most: number): number => {
    const value = inputs[name];
    if (Number.isFinite(value) && value >= 0 && value <= most) return value + 0;
    const range = most === 1 ? "must be a number from 0 to 1" : "must be a finite number from 0";
    throw new InvalidInputError(task, `inputs.${name}`, range, value);
  };
  const averageOrderValue = read("averageOrderValue", Infinity);
  const purchasesPerPeriod = read("purchasesPerPeriod", Infinity);
  const margin = read("margin", 1);
  const churnRate = read("churnRate", 1);
  const discountRate = read("discountRate", Infinity);
  const perPeriod = averageOrderValue * purchasesPerPeriod * margin;
  // 1 + d - r is d + churnRate, in which nothing cancels.
  const lost = discountRate + churnRate;
  const estimate = lost === 0 ? null : (perPeriod / lost) * (1 + discountRate);
  if (estimate !== null && !Number.isFinite(estimate))
    throw new InvalidInputError(task, "inputs", "must have a value that does not overflow", estimate);
  return {
    metric: "simpleClv",
    unit: "money",
    estimate,
    low: null,
    high: null,
    standardError: null,
    averageOrderValue,
    purchasesPerPeriod,
    margin,
    churnRate,
    discountRate,
  };
}
