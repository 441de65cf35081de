import fc from "fast-check";
import { expect, test } from "vitest";
import { churnRate, retentionRate } from "../../../src/index.ts";
import { expectSound } from "../../support/laws.ts";
import { proportionMethods } from "../../support/methods.ts";
import {
  between,
  churnConventions,
  type Hours,
  histories,
  periods,
  rowsOf,
} from "../../support/subscriptions.ts";

const customersOf = (all: readonly Hours[]): Hours[][] =>
  [...new Set(all.map(({ customerId }) => customerId))].map((id) =>
    all.filter(({ customerId }) => customerId === id),
  );
const before = (own: readonly Hours[], hour: number): boolean =>
  own.some(({ start, end }) => start < hour && hour <= end);
const after = (own: readonly Hours[], hour: number): boolean =>
  own.some(({ start, end }) => start <= hour && hour < end);
const departures = (own: readonly Hours[], from: number, to: number): number => {
  let times = 0;
  for (let hour = from; hour < to; hour++) if (before(own, hour) && !after(own, hour)) times += 1;
  return times;
};

test("every convention equals a count hour by hour and day by day", () => {
  fc.assert(
    fc.property(histories, periods, (all, [fromDay, toDay]) => {
      const [from, to] = [24 * fromDay, 24 * toDay];
      const customers = customersOf(all);
      const there = customers.filter((own) => before(own, from));
      const stayed = there.filter((own) => before(own, to)).length;
      const isNew = (own: readonly Hours[]): boolean => {
        const first = Math.min(...own.filter(({ start, end }) => end > start).map(({ start }) => start));
        return first >= from && first < to;
      };
      const left = customers.reduce((sum, own) => sum + departures(own, from, to), 0);
      let daily = 0;
      for (let hour = from; hour < to; hour += 24) {
        const today = customers.filter((own) => before(own, hour));
        const lost = today.filter((own) => !before(own, hour + 24)).length;
        daily += lost === 0 ? 0 : lost / today.length;
      }
      const days = Array.from({ length: toDay - fromDay }, (_, day) => from + 24 * day);
      const ever = customers.filter((own) => days.some((hour) => before(own, hour))).length;
      const atRisk = there.length + customers.filter(isNew).length;

      const of = (convention: (typeof churnConventions)[number]) =>
        churnRate(rowsOf(all), { ...between([fromDay, toDay]), convention });
      const rate = (x: number, n: number): number | null => (n === 0 ? null : x / n);
      const lost = there.length - stayed;
      expect(of("standard")).toMatchObject({
        churned: lost,
        atRisk: there.length,
        estimate: rate(lost, there.length),
      });
      const cancelled = there.filter((own) => departures(own, from, to) > 0).length;
      expect(of("baremetrics")).toMatchObject({
        churned: cancelled,
        estimate: rate(cancelled, there.length),
      });
      expect(of("stripe")).toMatchObject({ churned: left, atRisk, estimate: rate(left, atRisk) });
      expect(of("daily").atRisk).toBe(ever);
      if (ever === 0) expect(of("daily").estimate).toBeNull();
      else expect(of("daily").estimate).toBeCloseTo(daily, 12);
    }),
    { numRuns: 60 },
  );
});

test("churn and retention of the same customers add to one, and their intervals are mirrored", () => {
  fc.assert(
    fc.property(histories, periods, fc.constantFrom(...proportionMethods), (all, days, method) => {
      const churn = churnRate(rowsOf(all), { ...between(days), method });
      const retention = retentionRate(rowsOf(all), { ...between(days), method });
      expect(churn.churned + retention.retained).toBe(churn.atRisk);
      expect(retention.atRisk).toBe(churn.atRisk);
      if (churn.estimate === null) expect(retention.estimate).toBeNull();
      else {
        expect((retention.estimate ?? 0) + churn.estimate).toBeCloseTo(1, 12);
        expect((retention.low ?? 0) + (churn.high ?? 0)).toBeCloseTo(1, 12);
        expect((retention.high ?? 0) + (churn.low ?? 0)).toBeCloseTo(1, 12);
      }
    }),
  );
});

test("who is lost by the standard has cancelled, and no more cancel than departures are counted", () => {
  fc.assert(
    fc.property(histories, periods, (all, days) => {
      const churned = churnConventions.map(
        (convention) => churnRate(rowsOf(all), { ...between(days), convention }).churned,
      );
      const [standard = 0, baremetrics = 0, stripe = 0, daily = 0] = churned;
      expect(standard).toBeLessThanOrEqual(baremetrics);
      expect(baremetrics).toBeLessThanOrEqual(stripe);
      expect(daily).toBeLessThanOrEqual(stripe);
    }),
    { numRuns: 40 },
  );
});

test("who stays to the end of a period is at risk in the next, and so is who came", () => {
  fc.assert(
    fc.property(histories, periods, (all, [from, to]) => {
      const first = retentionRate(rowsOf(all), between([from, to]));
      const next = retentionRate(rowsOf(all), between([to, to + 1]));
      const came = customersOf(all).filter((own) => !before(own, 24 * from) && before(own, 24 * to));
      expect(first.retained + came.length).toBe(next.atRisk);
    }),
  );
});

test("the order of rows does not matter, and names of customers do not either", () => {
  const shuffled = histories.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, periods, ([all, other], days) => {
      const renamed = rowsOf(other).map((row) => ({ ...row, customerId: `customer ${row.customerId}` }));
      for (const convention of churnConventions) {
        const options = { ...between(days), convention };
        expect(churnRate(renamed, options)).toEqual(churnRate(rowsOf(all), options));
      }
    }),
    { numRuns: 25 },
  );
});

test("a customer more who is there throughout never raises churn", () => {
  fc.assert(
    fc.property(histories, periods, (all, days) => {
      const loyal = { customerId: 99, start: -72, end: Infinity };
      for (const convention of churnConventions) {
        const options = { ...between(days), convention };
        const without = churnRate(rowsOf(all), options);
        const within = churnRate(rowsOf([...all, loyal]), options);
        expect(within.churned).toBe(without.churned);
        expect(within.atRisk).toBe(without.atRisk + 1);
        // A sum of daily rates is rounded on the way.
        if (without.estimate !== null) expect(within.estimate).toBeLessThanOrEqual(without.estimate + 1e-12);
      }
    }),
    { numRuns: 25 },
  );
});

test("every convention is sound with customers who were there before, too", () => {
  fc.assert(
    fc.property(histories, periods, (all, days) => {
      for (const convention of churnConventions)
        expectSound(churnRate(rowsOf(all), { ...between(days), convention }), [0, 100]);
    }),
    { numRuns: 25 },
  );
});
