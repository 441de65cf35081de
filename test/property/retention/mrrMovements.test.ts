import fc from "fast-check";
import { expect, test } from "vitest";
import {
  calendarMonths,
  fixedDays,
  isoWeeks,
  type MrrMovementRow,
  mrrMovements,
  type SubscriptionRevenueRow,
} from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";
import { DAY, FIRST, revenueRows } from "../../support/revenueRows.ts";

const buckets = [calendarMonths(), isoWeeks("Pacific/Apia"), fixedDays(10, "2023-11-05", "America/Toronto")];
const input = fc.record({
  rows: revenueRows(),
  bucket: fc.constantFrom(...buckets),
  asOf: fc.integer({ min: 0, max: 300 }).map((day) => new Date(FIRST + day * DAY)),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test("movements balance, and equal what looking at every customer at every boundary gives", () => {
  fc.assert(
    fc.property(input, ({ rows, bucket, asOf }) => {
      const table = mrrMovements(rows, { bucket, asOf });
      const known = rows.filter((row) => row.startedAt.getTime() <= asOf.getTime());
      // Just before an instant: whoever leaves at that instant still pays.
      const paying = (id: string, bound: number): number =>
        sum(
          known
            .filter((row) => row.customerId === id && row.startedAt.getTime() < bound)
            .filter((row) => row.endedAt === null || row.endedAt.getTime() >= bound)
            .filter((row) => row.startedAt.getTime() !== row.endedAt?.getTime())
            .map((row) => row.mrr),
        );
      const ids = [...new Set(known.map((row) => row.customerId))];
      let opening = 0;
      table.forEach((row, i) => {
        const index = bucket.indexOf(asOf) - table.length + 1 + i;
        const begin = bucket.startOf(index).getTime();
        const end = Math.min(bucket.startOf(index + 1).getTime(), asOf.getTime() + 1);
        const states = ids.map((id) => ({
          before: paying(id, begin),
          after: paying(id, end),
          old: known.some(
            (one) =>
              one.customerId === id &&
              one.mrr > 0 &&
              one.startedAt.getTime() < begin &&
              one.startedAt.getTime() !== one.endedAt?.getTime(),
          ),
        }));
        const came = states.filter(({ before, after }) => before === 0 && after > 0);
        const stayed = states.filter(({ before, after }) => before > 0 && after > 0);
        const left = states.filter(({ before, after }) => before > 0 && after === 0);
        const back = came.filter(({ old }) => old);
        expect(row).toEqual({
          period: bucket.labelOf(index),
          complete: bucket.startOf(index + 1).getTime() <= asOf.getTime(),
          opening,
          new: sum(came.map(({ after, old }) => (old ? 0 : after))),
          expansion: sum(stayed.map(({ before, after }) => Math.max(0, after - before))),
          contraction: sum(stayed.map(({ before, after }) => Math.max(0, before - after))),
          churn: sum(left.map(({ before }) => before)),
          reactivation: sum(back.map(({ after }) => after)),
          closing: sum(states.map(({ after }) => after)),
          openingCustomers: states.filter(({ before }) => before > 0).length,
          newCustomers: came.length - back.length,
          churnedCustomers: left.length,
          reactivatedCustomers: back.length,
          closingCustomers: states.filter(({ after }) => after > 0).length,
          afterAsOf: rows.length - known.length,
        });
        const gained = row.new + row.expansion + row.reactivation;
        expect(row.opening + gained - row.contraction - row.churn).toBe(row.closing);
        opening = row.closing;
      });
      // The first period is that of the first start; nobody paid before it.
      if (table.length === 0) expect(known.every((row) => row.mrr === 0 || isEmpty(row))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

const isEmpty = (row: { startedAt: Date; endedAt: Date | null }): boolean =>
  row.startedAt.getTime() === row.endedAt?.getTime();

test("the order of rows does not matter, frozen rows are accepted, an iterator will do, JSON keeps all", () => {
  fc.assert(
    fc.property(input, fc.integer(), ({ rows, bucket, asOf }, by) => {
      const table = mrrMovements(deepFreeze(rows), { bucket, asOf });
      const shift = rows.length === 0 ? 0 : Math.abs(by) % rows.length;
      const other = [...rows.slice(shift), ...rows.slice(0, shift)].reverse();
      expect(mrrMovements(other.values(), { bucket, asOf })).toEqual(table);
      expect(JSON.parse(JSON.stringify(table))).toEqual(table);
      for (const row of table)
        for (const value of Object.values(row)) expect(Object.is(value, -0)).toBe(false);
    }),
  );
});

test("parts with different customers add up to the whole", () => {
  fc.assert(
    fc.property(input, ({ rows, bucket, asOf }) => {
      const isOdd = (row: SubscriptionRevenueRow): boolean => /[135]$/.test(String(row.customerId));
      const parts = [rows.filter(isOdd), rows.filter((row) => !isOdd(row))].map((part) =>
        mrrMovements(part, { bucket, asOf }),
      );
      for (const row of mrrMovements(rows, { bucket, asOf })) {
        const found = parts.flatMap((part) => part.filter(({ period }) => period === row.period));
        const total = (field: keyof MrrMovementRow): number => sum(found.map((part) => Number(part[field])));
        for (const field of [
          "opening",
          "new",
          "expansion",
          "contraction",
          "churn",
          "closing",
          "closingCustomers",
        ] as const)
          expect(total(field)).toBe(row[field]);
      }
    }),
  );
});

test("over coarse and fine periods the net change is the same", () => {
  fc.assert(
    fc.property(revenueRows(), fc.integer({ min: 0, max: 300 }), (rows, day) => {
      const asOf = new Date(FIRST + day * DAY);
      const net = (table: readonly MrrMovementRow[]): number =>
        sum(table.map((row) => row.new + row.expansion + row.reactivation - row.contraction - row.churn));
      const coarse = mrrMovements(rows, { bucket: calendarMonths(), asOf });
      const fine = mrrMovements(rows, { bucket: fixedDays(1, "2024-01-01"), asOf });
      expect(net(coarse)).toBe(coarse.at(-1)?.closing ?? 0);
      expect(net(fine)).toBe(net(coarse));
      expect(fine.at(-1)?.closing).toBe(coarse.at(-1)?.closing);
    }),
  );
});
