import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Bucket,
  type CohortRetentionCell,
  type CohortRetentionOptions,
  calendarMonths,
  cohortRetention,
  cohortRetentionFromCounts,
  fixedDays,
  retentionCurve,
  type TransactionRow,
} from "../../../src/index.ts";
import { expectNested, expectSound } from "../../support/laws.ts";

const FROM = Date.UTC(2024, 0, 1);
const DAYS = 200;
const instant = fc.integer({ min: 0, max: DAYS * 24 }).map((hour) => new Date(FROM + hour * 3_600_000));
const row: fc.Arbitrary<TransactionRow> = fc.record(
  {
    customerId: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom("1", "2", "__proto__", "")),
    at: instant,
    amount: fc.constantFrom(0, 5, 12.5, -3),
  },
  { requiredKeys: ["customerId", "at"] },
);
const rows = fc.array(row, { maxLength: 60 });
const bucket = fc.constantFrom(
  calendarMonths("America/Toronto"),
  fixedDays(10, "2023-12-28", "Asia/Kolkata"),
  fixedDays(3, "2024-01-01"),
);
const EDGES = [0, 1, 3, 7];
const how = fc.constantFrom<Partial<CohortRetentionOptions>>(
  { mode: "on" },
  { mode: "onOrAfter" },
  { mode: "bracket", brackets: EDGES },
);
const asOf = fc.integer({ min: 0, max: DAYS * 24 }).map((hour) => FROM + hour * 3_600_000);

const startsOf = (periods: Bucket, index: number): number => periods.startOf(index).getTime();

/** The table as people write it: a Map of customers, a Set of buckets of each, and a filter per cell. */
function naive(all: readonly TransactionRow[], options: CohortRetentionOptions): object[] {
  const { bucket: periods, mode, asOf: end } = options;
  const seen = all.filter(({ at, amount = 0 }) => Number(at) <= Number(end) && amount >= 0);
  const active = new Map<unknown, Set<number>>();
  for (const { customerId, at } of seen)
    active.set(customerId, (active.get(customerId) ?? new Set()).add(periods.indexOf(at)));
  const cohorts = [...active.values()].map((buckets) => ({ first: Math.min(...buckets), buckets }));
  if (cohorts.length === 0) return [];
  const now = periods.indexOf(new Date(Number(end)));
  const cells: object[] = [];
  for (let first = Math.min(...cohorts.map((each) => each.first)); first <= now; first++) {
    const members = cohorts.filter((each) => each.first === first);
    const edges = mode === "bracket" ? EDGES : Array.from({ length: now - first + 2 }, (_, i) => i);
    for (let i = 0; i + 1 < edges.length; i++) {
      const [offset = 0, until = 0] = edges.slice(i);
      if (first + offset > now) break;
      const inCell = (b: number): boolean =>
        b >= first + offset && (mode === "onOrAfter" || b < first + until);
      const complete = startsOf(periods, first + until) <= Number(end);
      const count = members.filter(({ buckets }) => [...buckets].some(inCell)).length;
      const cohort = periods.labelOf(first);
      cells.push({ cohort, offset, until, size: members.length, active: count, complete });
    }
  }
  return cells;
}

const bare = (cells: readonly CohortRetentionCell[]): object[] =>
  cells.map(({ cohort, offset, until, size, active, complete }) => ({
    cohort,
    offset,
    until,
    size,
    active,
    complete,
  }));

test("equals the Map of Sets that people write, cell by cell", () => {
  fc.assert(
    fc.property(rows, bucket, how, asOf, (all, periods, mode, end) => {
      const options = { bucket: periods, asOf: end, ...mode };
      expect(bare(cohortRetention(all, options))).toEqual(naive(all, options));
    }),
    { numRuns: 500 },
  );
});

describe("laws", () => {
  const check = (law: (all: TransactionRow[], options: CohortRetentionOptions) => void): void =>
    fc.assert(
      fc.property(rows, bucket, how, asOf, (all, periods, mode, end) =>
        law(all, { bucket: periods, asOf: end, ...mode }),
      ),
    );

  test("onOrAfter never rises along a cohort, and is never below on", () =>
    check((all, options) => {
      const { brackets: _, ...plain } = options;
      const later = cohortRetention(all, { ...plain, mode: "onOrAfter" });
      const on = cohortRetention(all, { ...plain, mode: "on" });
      later.forEach(({ cohort, active }, i) => {
        expect(active).toBeGreaterThanOrEqual(on[i]?.active ?? Number.NaN);
        if (later[i - 1]?.cohort === cohort) expect(active).toBeLessThanOrEqual(later[i - 1]?.active ?? 0);
      });
    }));
  test("the sizes of the cohorts sum to the customers who bought", () =>
    check((all, options) => {
      const bought = all.filter(({ at, amount = 0 }) => Number(at) <= Number(options.asOf) && amount >= 0);
      const sizes = new Map(cohortRetention(all, options).map(({ cohort, size }) => [cohort, size]));
      const sum = [...sizes.values()].reduce((a, b) => a + b, 0);
      expect(sum).toBe(new Set(bought.map(({ customerId }) => customerId)).size);
    }));
  test("the order of rows does not matter, nor a row twice", () =>
    check((all, options) => {
      const cells = cohortRetention(all, options);
      expect(cohortRetention([...all].reverse(), options)).toEqual(cells);
      const twice = all.flatMap((each) => ((each.amount ?? 0) < 0 ? [each] : [each, each]));
      const late = (cells[0]?.afterAsOf ?? 0) > 0;
      if (!late) expect(cohortRetention(twice, options)).toEqual(cells);
    }));
  test("parts of different customers merge to the whole", () =>
    check((all, options) => {
      const key = ({ cohort, offset }: CohortRetentionCell): string => `${cohort} ${offset}`;
      const sums = new Map<string, readonly [active: number, size: number]>();
      for (const part of [0, 1]) {
        const some = all.filter(({ customerId }) => Number(typeof customerId === "number") === part);
        for (const cell of cohortRetention(some, options)) {
          const [active, size] = sums.get(key(cell)) ?? [0, 0];
          sums.set(key(cell), [active + cell.active, size + cell.size]);
        }
      }
      const whole = cohortRetention(all, options);
      expect(new Map(whole.map((each) => [key(each), [each.active, each.size]]))).toEqual(sums);
    }));
  test("every cell and every point of the curve is sound, and nested in one of a higher level", () =>
    check((all, options) => {
      const [low = [], high = []] = [0.8, 0.99].map((level) => {
        const cells = cohortRetention(all, { ...options, level });
        return [...cells, ...retentionCurve(cells, { level })];
      });
      // Cells of the same counts are alike: one of each will do.
      const alike = new Set<string>();
      low.forEach((cell, i) => {
        const kind = `${cell.metric} ${cell.active} ${cell.size}`;
        if (alike.has(kind)) return;
        alike.add(kind);
        expectSound(cell, [0, 1]);
        expectNested(cell, high[i] ?? cell, [0, 1]);
      });
    }));
  test("counting the non-empty cells first changes nothing up to the last of each cohort", () =>
    check((all, options) => {
      const cells = cohortRetention(all, options).filter(({ size }) => size > 0);
      const found = cells.filter(({ active, offset }) => active > 0 || offset === 0);
      const last = new Map(found.map(({ cohort, offset }) => [cohort, offset]));
      const offsets = new Set(found.map(({ offset }) => offset));
      const expected = cells.filter(
        ({ cohort, offset }) => offsets.has(offset) && offset <= (last.get(cohort) ?? -1),
      );
      const plain = expected.map(({ afterAsOf: _, refunds: __, ...cell }) => cell);
      expect(cohortRetentionFromCounts(found)).toEqual(plain);
    }));
});
