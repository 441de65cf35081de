import { seededUniform } from "../../src/stats/random.ts";
import { randomBeta, randomGamma } from "../../src/stats/randomVariates.ts";

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const LAST = 181;

/** An order as the simulation makes it. */
export interface SimulatedOrder {
  readonly customerId: string;
  readonly at: string;
  readonly amount: number;
}

/**
 * Orders of so many customers in the first half of 2024, as the models take them to be: rates of buying are gamma
 * distributed (0.9 over 20 days), chances of leaving beta (0.7, 2.5) or, with `leaving` false, all 0; spend by Gamma-Gamma
 * (6, 4, 15). The same at every call.
 */
export function clvOrders(customers = 120, leaving = true, seed = 1): SimulatedOrder[] {
  const uniform = seededUniform(seed);
  const rows: SimulatedOrder[] = [];
  for (let who = 0; who < customers; who++) {
    const rate = randomGamma(0.9, uniform) / 20;
    const chance = leaving ? randomBeta(0.7, 2.5, uniform) : 0;
    const spendRate = randomGamma(4, uniform) / 15;
    let day = uniform() * 90;
    for (let repeats = 0; day < LAST; repeats++) {
      const amount = Math.round((100 * randomGamma(6, uniform)) / spendRate) / 100;
      rows.push({ customerId: `c${who}`, at: new Date(START + day * DAY).toISOString(), amount });
      // Nobody leaves before a repeat purchase.
      if (repeats > 0 && uniform() < chance) break;
      day -= Math.log1p(-uniform()) / rate;
    }
  }
  return rows;
}
