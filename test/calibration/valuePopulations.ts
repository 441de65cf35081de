import type { ClvOptions, TransactionRow } from "../../src/index.ts";
import type { Uniform } from "../../src/stats/random.ts";
import { randomBeta, randomGamma } from "../../src/stats/randomVariates.ts";
import { exponentialNumber } from "./simulate.ts";

/** Customers who buy, leave and spend as a model says. Time is in months. */
export interface Shop {
  readonly name: string;
  readonly model: "bgNbd" | "mbgNbd" | "paretoNbd";
  /** In the order of the model's parameters. */
  readonly theta: readonly [number, number, number, number];
}

/** The parameters of spend in every shop: p, q, v. */
export const SPEND: readonly [p: number, q: number, v: number] = [6.25, 3.74, 15.44];

export const ASKED: Omit<ClvOptions, "model"> = {
  asOf: "2023-12-31",
  unit: "month",
  horizon: 12,
  discountRate: 0.01,
  margin: 0.3,
};

/** What is known of customers up to `asOf`, and how often each will buy within the horizon. */
export interface Drawn {
  readonly orders: readonly TransactionRow[];
  readonly future: readonly number[];
}

const DAYS_A_MONTH = 30.4375;
const DAY = 86_400_000;
// The civil day after `asOf`, at its start.
const NOW = Date.UTC(2024, 0, 1) / DAY;

/** Draws n customers whose first purchase was 20 to 40 months ago. */
export function drawShop({ model, theta }: Shop, n: number, uniform: Uniform): Drawn {
  const orders: TransactionRow[] = [];
  const future: number[] = [];
  const [r, alpha, third, fourth] = theta;
  const [p, q, v] = SPEND;
  for (let customerId = 0; customerId < n; customerId++) {
    const rate = randomGamma(r, uniform) / alpha;
    const taste = randomGamma(q, uniform) / v;
    const buy = (day: number): unknown =>
      orders.push({ customerId, at: day * DAY, amount: randomGamma(p, uniform) / taste });
    const leaves = departure(model, third, fourth, uniform);
    const first = NOW - DAYS_A_MONTH * (20 + 20 * uniform());
    buy(first);
    let later = 0;
    let time = leaves.atFirst() ? Number.POSITIVE_INFINITY : 0;
    for (;;) {
      time += exponentialNumber(uniform) / rate;
      const day = first + time * DAYS_A_MONTH;
      if (!(day < NOW + 12 * DAYS_A_MONTH) || time > leaves.time) break;
      if (day < NOW) buy(day);
      else later++;
      if (leaves.after()) break;
    }
    future.push(later);
  }
  return { orders, future };
}

/** When a customer leaves: at a time, or after a purchase. */
interface Departure {
  readonly time: number;
  readonly atFirst: () => boolean;
  readonly after: () => boolean;
}

function departure(model: Shop["model"], a: number, b: number, uniform: Uniform): Departure {
  const never = (): boolean => false;
  if (model === "paretoNbd") {
    const rate = randomGamma(a, uniform) / b;
    return { time: exponentialNumber(uniform) / rate, atFirst: never, after: never };
  }
  const p = randomBeta(a, b, uniform);
  const after = (): boolean => uniform() < p;
  return { time: Number.POSITIVE_INFINITY, atFirst: model === "mbgNbd" ? after : never, after };
}
