import {
  grossRevenueRetention,
  netRevenueRetention,
  quickRatio,
  type SubscriptionRevenueRow,
} from "../../src/index.ts";
import type { Uniform } from "../../src/stats/random.ts";
import { normalNumber, type Study } from "./simulate.ts";

/** What customers pay in a month, in an even number of cents, so that half of it is whole, too. */
interface Prices {
  readonly name: string;
  readonly draw: (uniform: Uniform) => number;
}

const plans: Prices = {
  name: "three plans",
  draw: (uniform) => [1000, 1000, 1000, 1000, 1000, 1000, 3000, 3000, 3000, 10_000][pick(uniform, 10)] ?? 0,
};

function logNormal(sigma: number): Prices {
  return {
    name: `log-normal, sigma ${sigma}`,
    draw: (uniform) => 2 * Math.max(1, Math.round(1000 * Math.exp(sigma * normalNumber(uniform)))),
  };
}

function pick(uniform: Uniform, choices: number): number {
  return Math.floor(uniform() * choices);
}

/** Of ten customers one leaves, one pays half, six the same and two twice as much. */
const factors = [0, 0.5, 1, 1, 1, 1, 1, 1, 2, 2];
const TRUE_GROSS = 0.85;
const TRUE_NET = 1.05;
/** One customer in five is new: 0.2 / 0.8 + 0.2 gained for each 0.1 + 0.05 lost. */
const TRUE_QUICK = 3;
const june = { from: "2024-06-01", to: "2024-06-30" };

function retentionStudy(populations: readonly Prices[]): Study<Prices> {
  return {
    of: "prices",
    populations,
    methods: ["grossRevenueRetention", "netRevenueRetention", "quickRatio"],
    sample: (prices, n, uniform, index) => {
      const options = { ...june, seed: index };
      const existing = Array.from({ length: n }, (_, i) => subscriptionsOf(i, prices, uniform)).flat();
      const some = Array.from({ length: n }, (_, i) =>
        uniform() < 0.8 ? subscriptionsOf(i, prices, uniform) : [newcomer(i, prices, uniform)],
      ).flat();
      return [
        [grossRevenueRetention(existing, options), TRUE_GROSS],
        [netRevenueRetention(existing, options), TRUE_NET],
        [quickRatio(some, options), TRUE_QUICK],
      ];
    },
  };
}

function subscriptionsOf(customerId: number, prices: Prices, uniform: Uniform): SubscriptionRevenueRow[] {
  const mrr = prices.draw(uniform);
  const factor = factors[pick(uniform, factors.length)] ?? 1;
  const startedAt = "2024-01-01";
  if (factor === 1) return [{ customerId, startedAt, mrr }];
  const before = { customerId, startedAt, endedAt: "2024-06-10", mrr };
  return factor === 0 ? [before] : [before, { customerId, startedAt: "2024-06-10", mrr: factor * mrr }];
}

function newcomer(customerId: number, prices: Prices, uniform: Uniform): SubscriptionRevenueRow {
  return { customerId, startedAt: "2024-06-20", mrr: prices.draw(uniform) };
}

/** Few kinds of customers, so that resampling is quick. */
export const planStudy: Study<Prices> = retentionStudy([plans]);
export const skewedStudy: Study<Prices> = retentionStudy([logNormal(1), logNormal(1.5)]);
