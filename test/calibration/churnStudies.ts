import { churnRate, type SubscriptionRow } from "../../src/index.ts";
import type { Uniform } from "../../src/stats/random.ts";
import { exponentialNumber, type Study } from "./simulate.ts";

interface Rate {
  readonly name: string;
  /** Departures for each customer at risk, in a period of 30 days. */
  readonly rate: number;
}

const rates: readonly Rate[] = [0.03, 0.12].map((rate) => ({ name: String(rate), rate }));
const june = { from: "2024-06-01", to: "2024-06-30" };
const DAY = 86_400_000;
const start = Date.UTC(2024, 5, 1);

/** One customer in five is new. Of the departures one in three is the first or second of a customer who left twice. */
export const stripeStudy: Study<Rate> = {
  of: "true rate",
  populations: rates,
  methods: ["stripe"],
  sample: ({ rate }, n, uniform, seed) => {
    const rows = Array.from({ length: n }, (_, i) => returningCustomer(i, rate, uniform)).flat();
    return [[churnRate(rows, { ...june, convention: "stripe", seed }), rate]];
  },
};

function returningCustomer(customerId: number, rate: number, uniform: Uniform): SubscriptionRow[] {
  const startedAt = start + DAY * (uniform() < 0.2 ? 20 * uniform() : -100);
  const leaving = uniform() / rate;
  if (leaving >= 5 / 6) return [{ customerId, startedAt }];
  const left = start + 21 * DAY;
  const first = { customerId, startedAt, endedAt: left };
  return leaving < 4 / 6 ? [first] : [first, { customerId, startedAt: left + DAY, endedAt: left + 3 * DAY }];
}

/** Everybody leaves at the same rate, from the day after they came; three customers in ten are new. */
export const dailyStudy: Study<Rate> = {
  of: "true rate",
  populations: rates,
  methods: ["daily"],
  sample: ({ rate }, n, uniform, seed) => {
    const perDay = -Math.log(1 - rate / 30);
    const rows = Array.from({ length: n }, (_, customerId): SubscriptionRow => {
      const startedAt = start + DAY * (uniform() < 0.3 ? Math.floor(30 * uniform()) : -1);
      return {
        customerId,
        startedAt,
        endedAt: startedAt + DAY + (DAY * exponentialNumber(uniform)) / perDay,
      };
    });
    return [[churnRate(rows, { ...june, convention: "daily", seed }), rate]];
  },
};
