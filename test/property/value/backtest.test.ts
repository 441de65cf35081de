import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Backtest, backtest, type TransactionRow } from "../../../src/index.ts";
import { shuffled, transactions } from "../../support/transactions.ts";

const ends = { calibrationEnd: "2024-04-15", asOf: "2024-06-20" } as const;
const model = fc.constantFrom(...(["nbd", "bgNbd", "mbgNbd", "paretoNbd"] as const));
const NUM_RUNS = 60;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function expectSound(result: Backtest): void {
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(JSON.stringify(result)).not.toMatch(/-0[,}\]]/);
  const { n, actual, expected, low, high, deciles, byFrequency, tracking, meanAbsoluteError } = result;
  expect(total(byFrequency.map((row) => row.n))).toBe(n);
  expect(total(byFrequency.map((row) => row.n * (row.meanActual ?? 0)))).toBeCloseTo(actual, 9);
  const holdout = tracking.filter(({ phase }) => phase === "holdout");
  expect(total(holdout.map((row) => row.actual))).toBe(actual);
  let before = 0;
  for (const row of tracking) {
    before += row.actual;
    expect(row.cumulativeActual).toBe(before);
    if (row.expected !== null) expect(row.expected).toBeGreaterThanOrEqual(0);
  }
  if (expected === null) return;
  expect(deciles.length).toBeGreaterThan(0);
  expect(total(deciles.map((row) => row.n))).toBe(n);
  expect(total(deciles.map((row) => row.actual))).toBe(actual);
  expect(total(deciles.map((row) => row.expected))).toBeCloseTo(expected, 9);
  const means = deciles.map((row) => row.expected / row.n);
  for (let i = 1; i < means.length; i++) expect(means[i]).toBeLessThan(means[i - 1] as number);
  expect(meanAbsoluteError).toBeLessThanOrEqual((result.rootMeanSquaredError as number) * (1 + 1e-12));
  if (low !== null && high !== null) {
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThanOrEqual(expected);
    expect(high).toBeGreaterThanOrEqual(expected);
  }
}

describe("backtest", () => {
  test("its parts add up, and it survives JSON", () => {
    fc.assert(
      fc.property(transactions(true), model, (rows, name) =>
        expectSound(backtest(rows, { ...ends, model: name })),
      ),
      { numRuns: NUM_RUNS },
    );
  });

  test("the order of rows changes nothing", () => {
    fc.assert(
      fc.property(shuffled(transactions(true)), model, ([rows, other], name) => {
        const options = { ...ends, model: name };
        expect(backtest(other, options)).toEqual(backtest(rows, options));
      }),
      { numRuns: NUM_RUNS },
    );
  });

  test("the unit of time changes no forecast, and scales the horizon", () => {
    fc.assert(
      fc.property(transactions(true), (rows) => {
        const [days, weeks] = [backtest(rows, ends), backtest(rows, { ...ends, unit: "week" })];
        expect(weeks.horizon * 7).toBeCloseTo(days.horizon, 9);
        expect(weeks.baselines.map((row) => row.expected)).toEqual(days.baselines.map((row) => row.expected));
        expect(weeks.fit.boundary).toBe(days.fit.boundary);
        if (days.expected === null) expect(weeks.expected).toBeNull();
        else expect((weeks.expected ?? 0) / days.expected).toBeCloseTo(1, 5);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  test("a higher level has the wider range", () => {
    fc.assert(
      fc.property(transactions(true), (rows) => {
        const [narrow, wide] = [0.5, 0.99].map((level) => backtest(rows, { ...ends, model: "nbd", level }));
        expect(wide?.expected).toBe(narrow?.expected);
        if (narrow?.low == null || wide?.low == null) return;
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThan(narrow.high as number);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  test("without amounts all but the RFM bins is the same", () => {
    fc.assert(
      fc.property(transactions(true), (rows) => {
        const paid = rows.filter(({ amount }) => (amount ?? 0) >= 0);
        const unpaid: TransactionRow[] = paid.map(({ customerId, at }) => ({ customerId, at }));
        const [a, b] = [paid, unpaid].map((given) => backtest(given, { ...ends, model: "nbd" }));
        expect({ ...b, baselines: b?.baselines[0], beatsBaselines: null }).toEqual({
          ...a,
          baselines: a?.baselines[0],
          beatsBaselines: null,
        });
      }),
      { numRuns: NUM_RUNS },
    );
  });
});
