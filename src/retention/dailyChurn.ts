import type { Period } from "../history/period.ts";
import type { Resampling } from "../stats/bootstrapTotals.ts";
import { civilDaysIn } from "../time/civilTime.ts";
import type { Presence } from "./presence.ts";
import type { ResampledChurn } from "./resampledChurn.ts";

/** Days at whose start, all of them, a customer was there. Who leaves on the last day is not back by its end. */
interface Run {
  readonly first: number;
  /** Infinity for who is there at the end of the period. */
  last: number;
}

/**
 * Churn as the sum of daily rates [ChartMogulChurnRate]: for each civil day, those there at its start and not at its end,
 * among those there at its start; nothing for a day at whose start nobody was there. At risk is who was there at the
 * start of at least one day. Where a period begins or ends within a day, that part of it counts as a day.
 */
export function dailyChurn(customers: readonly Presence[], period: Period, timeZone: string): ResampledChurn {
  const { dayOf } = civilDaysIn(timeZone);
  const runs = customers
    .map((presence) => runsOf(presence, period, dayOf))
    .filter(({ length }) => length > 0);
  // Only the days on which somebody leaves add anything, however long the period is.
  const days = distinctLastDays(runs);
  let churned = 0;
  const counts = new Map<string, number>();
  for (const own of runs) {
    for (const { last } of own) churned += last === Infinity ? 0 : 1;
    const kind = own.flatMap(({ first, last }) => [placeOf(days, first), placeOf(days, last)]).join();
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return { churned, atRisk: runs.length, resampling: resamplingOf(counts, days.length) };
}

/** In the totals two numbers for each day on which somebody leaves: who came since the one before, and who leaves. */
function resamplingOf(kinds: ReadonlyMap<string, number>, days: number): Resampling {
  const sorted = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  const places = sorted.map(([kind]) => kind.split(",").map(Number));
  return {
    counts: sorted.map(([, count]) => count),
    size: 2 * days,
    add: (totals, kind, times) => {
      const own = places[kind] ?? [];
      // First and last days in turn; a day that never comes has a place beyond them.
      for (let i = 0; i < own.length; i++) {
        const at = 2 * (own[i] ?? days) + (i % 2);
        if (at < 2 * days) totals[at] = (totals[at] ?? 0) + times;
      }
    },
    statistic: (totals) => {
      let there = 0;
      let rate = 0;
      for (let day = 0; day < days; day++) {
        there += totals[2 * day] ?? 0;
        const leave = totals[2 * day + 1] ?? 0;
        if (leave > 0) rate += leave / there;
        there -= leave;
      }
      return rate;
    },
  };
}

/** The days at whose start a customer was there, as runs: who leaves and is back the same day is never missing. */
function runsOf(presence: Presence, { start, end }: Period, dayOf: (at: number) => number): Run[] {
  const runs: Run[] = [];
  for (const { startedAt, endedAt } of presence) {
    if (startedAt >= end || endedAt < start) continue;
    const first = startedAt < start ? dayOf(start) : dayOf(startedAt) + 1;
    const last = endedAt < end ? dayOf(endedAt) : Infinity;
    const before = runs.at(-1);
    if (before !== undefined && before.last === first - 1) before.last = last;
    else if (first <= last && first <= dayOf(end - 1)) runs.push({ first, last });
  }
  return runs;
}

function distinctLastDays(runs: readonly (readonly Run[])[]): readonly number[] {
  const days = new Set<number>();
  for (const own of runs) for (const { last } of own) if (last !== Infinity) days.add(last);
  return [...days].sort((a, b) => a - b);
}

/** How many of the days lie before a day: the place of the first that does not. */
function placeOf(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
