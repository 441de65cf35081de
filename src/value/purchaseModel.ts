import type { Uniform } from "../stats/random.ts";

/** The parameters of a model in its own order. Boundary fits arrive as the limiting model: none is ever null. */
export type Theta = ArrayLike<number>;

/**
 * A model of repeat purchases as formulas of numbers: x repeats, the last at age tx, seen until age T, all in the unit
 * of time of the parameters. No formula allocates, throws, or gives `NaN` or infinity for valid arguments, except for
 * what is truly infinite.
 */
export interface PurchaseModel {
  readonly model: string;
  /** Names of the parameters, in the order of theta and of the covariance of a fit. */
  readonly parameters: readonly string[];
  /** Whether time runs in whole periods, so that age, recency and horizon are integers. */
  readonly discrete: boolean;
  /** The share of likelihood of one customer, its logarithm. */
  logLikelihood(theta: Theta, x: number, tx: number, T: number): number;
  /** P(still a customer at T). */
  probabilityAlive(theta: Theta, x: number, tx: number, T: number): number;
  /** E(purchases from T to T + horizon); 0 at horizon 0. */
  expectedPurchases(theta: Theta, x: number, tx: number, T: number, horizon: number): number;
  /**
   * The same with each purchase at T + u worth (1 + discountRate)^-u at T. `horizon` may be infinite; then
   * `discountRate` is above 0. Of a discrete model, u = 1, 2, …
   */
  discountedPurchases(
    theta: Theta,
    x: number,
    tx: number,
    T: number,
    discountRate: number,
    horizon: number,
  ): number;
  /** E(repeat purchases of a new customer from their first purchase to age `horizon`). */
  newCustomerPurchases(theta: Theta, horizon: number): number;
  /** P(a new customer has k repeat purchases by age `horizon`) for k = 0 … most, written into `probabilities`. */
  purchaseCounts(theta: Theta, horizon: number, probabilities: Float64Array): void;
  /** A random number of purchases from T to T + horizon of a customer with this past. */
  drawPurchases(theta: Theta, x: number, tx: number, T: number, horizon: number, uniform: Uniform): number;
}
