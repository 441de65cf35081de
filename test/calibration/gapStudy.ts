import {
  lifetimesFromPurchaseGaps,
  medianLifetime,
  type TransactionRow,
  timeBetweenPurchases,
} from "../../src/index.ts";
import type { Uniform } from "../../src/stats/random.ts";
import type { Study } from "./simulate.ts";

interface Speeds {
  readonly name: string;
  /** The probabilities of buying on any day, each as likely as the others to be a customer's. */
  readonly perDay: readonly number[];
}

const DAY = 86_400_000;
const first = Date.UTC(2000, 0, 1);
/** Everybody buys on the first day and is observed for so many more: many, so that whole days hardly matter. */
const DAYS = 7200;

/** The median time between purchases, with and without regard to whose gaps they are. */
export const gapStudy: Study<Speeds> = {
  of: "customers",
  populations: [
    { name: "alike", perDay: [1 / 600] },
    { name: "of different speeds", perDay: [1 / 150, 1 / 300, 1 / 600, 1 / 1200] },
  ],
  methods: ["timeBetweenPurchases", "medianLifetime"],
  sample: ({ perDay }, n, uniform) => {
    const orders = drawOrders(n, perDay, uniform);
    const options = { asOf: first + DAYS * DAY };
    const [median] = timeBetweenPurchases(orders, { ...options, probabilities: [0.5] });
    const truth = trueMedian(perDay);
    return [
      [median ?? { low: null, high: null }, truth],
      [medianLifetime(lifetimesFromPurchaseGaps(orders, options)), truth],
    ];
  },
};

function drawOrders(n: number, perDay: readonly number[], uniform: Uniform): TransactionRow[] {
  const orders: TransactionRow[] = [];
  for (let customerId = 0; customerId < n; customerId++) {
    const p = perDay[Math.floor(uniform() * perDay.length)] ?? 0;
    for (let day = 0; day <= DAYS; day += Math.ceil(Math.log(1 - uniform()) / Math.log(1 - p)))
      orders.push({ customerId, at: first + day * DAY });
  }
  return orders;
}

/**
 * The median of ever more customers: of the gaps that begin early enough to be seen for t days, 1 + p (DAYS - t) for
 * each customer, (1 - p)^(t - 1) last until day t, and the share p of these ends on it.
 */
function trueMedian(perDay: readonly number[]): number {
  let S = 1;
  for (let t = 1; ; t++) {
    let [atRisk, ending] = [0, 0];
    for (const p of perDay) {
      const lasting = (1 + p * (DAYS - t)) * (1 - p) ** (t - 1);
      atRisk += lasting;
      ending += lasting * p;
    }
    S *= 1 - ending / atRisk;
    if (S <= 0.5) return t;
  }
}
