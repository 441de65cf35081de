import type { Evaluate } from "./deltaMethod.ts";
import type { PurchaseModel, Theta } from "./purchaseModel.ts";

/** What is asked about the future of somebody with this past. */
export type AskFuture = (theta: Theta, x: number, tx: number, T: number) => number;

/**
 * What is expected of somebody who is alive. Buying and leaving have no memory of when, so it depends on x and T alone:
 * it is asked as if the last purchase had been just now. Who cannot be alive even then has no future.
 */
export function futureOfAlive(
  model: PurchaseModel,
  ask: AskFuture,
  theta: Theta,
  x: number,
  T: number,
): number {
  const last = x > 0 ? T : 0;
  const chance = model.probabilityAlive(theta, x, last, T);
  return chance > 0 ? ask(theta, x, last, T) / chance : 0;
}

/** Expectations about one customer after the other, by the same sequence of parameters for each. */
export interface Expectation {
  /** Turns to a customer. */
  about(x: number, tx: number, T: number): void;
  readonly evaluate: Evaluate;
}

/** P(alive) times what is expected of the living, which is kept for the customers that follow with the same x and T. */
export function expectation(model: PurchaseModel, ask: AskFuture): Expectation {
  const kept: number[] = [];
  let [x, tx, T] = [-1, -1, -1];
  let [isKept, call] = [false, 0];
  return {
    about(frequency, recency, age) {
      isKept = x === frequency && T === age;
      [x, tx, T, call] = [frequency, recency, age, 0];
    },
    evaluate(theta, values) {
      if (!isKept) kept[call] = futureOfAlive(model, ask, theta, x, T);
      values[0] = model.probabilityAlive(theta, x, tx, T) * (kept[call] as number);
      call++;
    },
  };
}
