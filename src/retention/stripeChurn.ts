import type { Period } from "../history/period.ts";
import type { Resampling } from "../stats/bootstrapTotals.ts";
import { type Presence, timesLeft, wasThere } from "./presence.ts";
import type { ResampledChurn } from "./resampledChurn.ts";

/**
 * Churn as Stripe counts it [StripeChurn]: (every departure in the period, a second one of the same customer, too) /
 * (those there at its start + those who are new in it). Who comes back is reactivated, and not new.
 */
export function stripeChurn(customers: readonly Presence[], period: Period): ResampledChurn {
  // Customers who left equally often are alike: by that number, those at risk and those who are not.
  const counts: [atRisk: number, others: number][] = [[0, 0]];
  let [churned, atRisk] = [0, 0];
  for (const presence of customers) {
    const left = timesLeft(presence, period);
    const isAtRisk = wasThere(presence, period.start) || isNew(presence, period);
    while (counts.length <= left) counts.push([0, 0]);
    const row = counts[left] ?? [0, 0];
    row[isAtRisk ? 0 : 1] += 1;
    churned += left;
    atRisk += isAtRisk ? 1 : 0;
  }
  return { churned, atRisk, resampling: resamplingOf(counts) };
}

/** Whether a customer's first subscription of all began in the period. */
function isNew(presence: Presence, { start, end }: Period): boolean {
  const first = presence.find(({ startedAt, endedAt }) => endedAt > startedAt);
  return first !== undefined && first.startedAt >= start && first.startedAt < end;
}

function resamplingOf(counts: readonly (readonly [number, number])[]): Resampling {
  const kinds = counts.flat();
  // Who neither left nor was at risk has no part in the rate, and is not drawn.
  kinds[1] = 0;
  return {
    counts: kinds,
    size: 2,
    add: (totals, kind, times) => {
      totals[0] = (totals[0] ?? 0) + times * (kind >> 1);
      totals[1] = (totals[1] ?? 0) + (kind % 2 === 0 ? times : 0);
    },
    statistic: ([left = 0, atRisk = 0]) => left / atRisk,
  };
}
