import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { type Backtest, type BacktestModel, backtest, type TransactionRow } from "../../../../src/index.ts";

// The oracle is oracle.py: other fits, other forms of the expectations, and loops over the customers' days. What SQL can
// count is counted by DuckDB as well.

const DATA = "../shared/data";
const hasData = existsSync(`${DATA}/cdnow-sample-transactions.csv`);

interface Errors {
  readonly expected: number;
  readonly error: number;
  readonly relativeError: number;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquaredError: number;
}
interface Expectation extends Errors {
  readonly logLikelihood: number;
  readonly meanExpected: readonly number[];
  readonly deciles: readonly (readonly [decile: number, n: number, actual: number, expected: number])[];
  readonly tracking: readonly (readonly [week: string, actual: number, cumulative: number])[];
}
interface Case {
  readonly n: number;
  readonly newCustomers: number;
  readonly horizon: number;
  readonly actual: number;
  readonly byFrequency: readonly (readonly [n: number, meanActual: number])[];
  readonly lastPeriod: Errors;
  readonly rfmBins: Errors;
  readonly models: Readonly<Record<string, Expectation>>;
}
const { cdnow, retail } = JSON.parse(
  readFileSync(new URL("fixtures/oracle.json", import.meta.url), "utf8"),
) as { readonly cdnow: Case; readonly retail: Case };

const linesOf = (text: string): string[] => text.trim().split("\n").slice(1);
const cdnowRows = (): TransactionRow[] =>
  linesOf(readFileSync(`${DATA}/cdnow-sample-transactions.csv`, "utf8")).map((line) => {
    const [customerId = "", at = "", , amount = ""] = line.split(",");
    return { customerId, at, amount: Number(amount) };
  });
const retailRows = (): TransactionRow[] =>
  linesOf(gunzipSync(readFileSync(`${DATA}/online-retail-invoices.csv.gz`)).toString())
    .map((line) => line.split(","))
    .filter(([, customerId]) => customerId !== "")
    .map(([, customerId = "", at = "", amount = ""]) => ({ customerId, at, amount: Number(amount) }));

/** `digits` of the errors agree, relative to the larger of 1 and the number. */
function expectErrors(errors: object, oracle: Errors, tolerance: number): void {
  for (const field of [
    "expected",
    "error",
    "relativeError",
    "meanAbsoluteError",
    "rootMeanSquaredError",
  ] as const) {
    const own = (errors as Errors)[field];
    expect(Math.abs(own - oracle[field]), field).toBeLessThan(tolerance * Math.max(1, Math.abs(own)));
  }
}

function expectModel(result: Backtest, oracle: Expectation): void {
  // The fits of the oracle end where scipy does, some 1e-7 from the maximum.
  expect(result.fit.logLikelihood).toBeCloseTo(oracle.logLikelihood, 6);
  expectErrors(result, oracle, 1e-6);
  result.byFrequency.forEach(({ meanExpected }, k) => {
    expect(meanExpected).toBeCloseTo(oracle.meanExpected[k] as number, 5);
  });
  expect(result.deciles.map(({ decile, n, actual }) => [decile, n, actual])).toEqual(
    oracle.deciles.map((row) => row.slice(0, 3)),
  );
  result.deciles.forEach(({ expected }, i) => {
    expect(expected).toBeCloseTo(oracle.deciles[i]?.[3] as number, 3);
  });
  expect(result.tracking.map(({ period, actual }) => [period, actual])).toEqual(
    oracle.tracking.map((row) => row.slice(0, 2)),
  );
  result.tracking.forEach(({ cumulativeExpected }, week) => {
    expect(cumulativeExpected).toBeCloseTo(oracle.tracking[week]?.[2] as number, 3);
  });
}

function expectCounts(result: Backtest, oracle: Case): void {
  const { n, newCustomers, horizon, actual } = oracle;
  expect(result).toMatchObject({ n, newCustomers, horizon, actual });
  expect(result.byFrequency.map((row) => [row.frequency, row.n])).toEqual(
    oracle.byFrequency.map(([own], k) => [k, own]),
  );
  result.byFrequency.forEach(({ meanActual }, k) => {
    expect(meanActual).toBeCloseTo(oracle.byFrequency[k]?.[1] as number, 12);
  });
  const [last, bins] = result.baselines;
  expect([last?.baseline, bins?.baseline]).toEqual(["lastPeriod", "rfmBins"]);
  expectErrors(last ?? {}, oracle.lastPeriod, 1e-12);
  expectErrors(bins ?? {}, oracle.rfmBins, 1e-12);
}

describe.skipIf(!hasData)("CDNOW, 39 weeks and 39 weeks", () => {
  const rows = hasData ? cdnowRows() : [];
  const ends = { calibrationEnd: "1997-09-30", asOf: "1998-06-30", unit: "week" } as const;
  // Published and recomputed from weeks rounded to two decimals, of which the exact dates are no further than this.
  const rounded: Record<string, number> = { bgNbd: 1653.42, mbgNbd: 1576.74, paretoNbd: 1665.55 };

  test.each(["bgNbd", "mbgNbd", "paretoNbd", "nbd"] as const)("%s", (model: BacktestModel) => {
    const result = backtest(rows, { ...ends, model });
    const oracle = cdnow.models[model] as Expectation;
    expect(result.actual).toBe(1882);
    expectCounts(result, cdnow);
    expectModel(result, oracle);
    const published = rounded[model];
    if (published === undefined) return expect(result.beatsBaselines).toBe(false);
    expect(Math.abs((result.expected ?? 0) - published)).toBeLessThan(0.05);
    expect(result.beatsBaselines).toBe(true);
  });
});

const hasRetail = existsSync(`${DATA}/online-retail-invoices.csv.gz`);
describe.skipIf(!hasRetail)("Online Retail, nine months and 100 days", () => {
  const rows = hasRetail ? retailRows() : [];
  const ends = { calibrationEnd: "2011-08-31", asOf: "2011-12-09", unit: "week" } as const;

  test("the models with dropout are the NBD, which is worse than saying that all go on as they did", () => {
    const oracle = retail.models.nbd as Expectation;
    for (const model of ["bgNbd", "paretoNbd", "nbd"] as const) {
      const result = backtest(rows, { ...ends, model });
      expect(result.fit.boundary).toBe({ bgNbd: "a", paretoNbd: "s", nbd: null }[model]);
      expectCounts(result, retail);
      expectModel(result, oracle);
      expect(oracle.rootMeanSquaredError).toBeGreaterThan(retail.lastPeriod.rootMeanSquaredError);
      // Closer for each customer than the RFM bins, but not in total.
      expect(oracle.rootMeanSquaredError).toBeLessThan(retail.rfmBins.rootMeanSquaredError);
      expect(Math.abs(oracle.error)).toBeGreaterThan(Math.abs(retail.rfmBins.error));
      expect(result.baselines.map(({ modelIsBetter }) => modelIsBetter)).toEqual([false, false]);
      expect(result.beatsBaselines).toBe(false);
    }
  });

  test("what SQL counts", async () => {
    const result = backtest(rows, { ...ends, model: "nbd" });
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const reader = await connection.runAndReadAll(`
      WITH days AS (SELECT DISTINCT customerId AS who, timezone('UTC', "at")::DATE AS day
          FROM read_csv('${DATA}/online-retail-invoices.csv.gz', types = {'customerId': 'VARCHAR', 'at': 'TIMESTAMPTZ'})
          WHERE customerId IS NOT NULL AND amount >= 0),
        known AS (SELECT who, min(day) AS birth, count(*) FILTER (day <= '2011-08-31') - 1 AS x,
          count(*) FILTER (day > '2011-08-31') AS later FROM days GROUP BY who),
        before AS (SELECT who, x, later, (SELECT count(*) FROM days d WHERE d.who = k.who AND d.day > birth
          AND d.day > DATE '2011-08-31' - 100 AND d.day <= '2011-08-31') AS forecast FROM known k WHERE x >= 0)
      SELECT count(*)::DOUBLE AS n, (SELECT count(*) FROM known WHERE x < 0)::DOUBLE AS newCustomers,
        sum(later)::DOUBLE AS actual, sum(forecast)::DOUBLE AS expected, avg(abs(forecast - later)) AS mae,
        sqrt(avg((forecast - later) ** 2)) AS rmse,
        (SELECT list(size ORDER BY f) FROM (SELECT least(x, 7) AS f, count(*)::DOUBLE AS size FROM before GROUP BY 1)) AS sizes
      FROM before`);
    const [sql] = reader.getRowObjectsJson();
    expect({
      n: result.n,
      newCustomers: result.newCustomers,
      actual: result.actual,
      expected: result.baselines[0]?.expected,
      sizes: result.byFrequency.map(({ n }) => n),
    }).toEqual({
      n: sql?.n,
      newCustomers: sql?.newCustomers,
      actual: sql?.actual,
      expected: sql?.expected,
      sizes: sql?.sizes,
    });
    expect(result.baselines[0]?.meanAbsoluteError).toBeCloseTo(Number(sql?.mae), 12);
    expect(result.baselines[0]?.rootMeanSquaredError).toBeCloseTo(Number(sql?.rmse), 12);
  });
});
