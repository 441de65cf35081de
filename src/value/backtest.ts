import { InvalidInputError } from "../errors.ts";
import { civilDays } from "../history/civilDays.ts";
import { readPurchases } from "../history/purchases.ts";
import type { TransactionRow } from "../rows.ts";
import type { Bucket } from "../time/bucket.ts";
import { calendarMonths } from "../time/calendarMonths.ts";
import { isoDate } from "../time/civil.ts";
import { fixedDays } from "../time/fixedDays.ts";
import { lastPeriod, rfmBins } from "./backtestBaselines.ts";
import { backtestForecast } from "./backtestForecast.ts";
import { type BacktestDecile, type BacktestFrequencyRow, byFrequency, deciles } from "./backtestGroups.ts";
import { type BacktestHistory, backtestHistory, customerRows } from "./backtestHistory.ts";
import { type BacktestOptions, checkOptions } from "./backtestOptions.ts";
import { type BacktestTrackingRow, backtestTracking } from "./backtestTracking.ts";
import { type BacktestModel, fitPurchases, LIMIT } from "./fitPurchases.ts";
import { type ForecastErrors, forecastErrors } from "./forecastErrors.ts";
import type { ModelFit, TimeUnit } from "./modelFit.ts";
import { KEEPING_REFUNDS } from "./purchaseOptions.ts";

/** A forecast that needs no model, and how far off it was. */
export interface BacktestBaseline extends ForecastErrors {
  /**
   * - `lastPeriod`: each customer buys again as often as in a stretch as long as the holdout just before it.
   * - `rfmBins`: each customer buys as often as those did who had the same RFM scores earlier in the calibration.
   */
  readonly baseline: "lastPeriod" | "rfmBins";
  /**
   * Whether the model has the smaller root mean squared error, and no larger error of the total; `null` when one of the
   * two has none.
   */
  readonly modelIsBetter: boolean | null;
}

/** What {@link backtest} returns: one record, with tables in it. */
export interface Backtest extends ForecastErrors {
  /** Tells this record from those of other functions. */
  readonly metric: "backtest";
  /** The model that was put to the test. */
  readonly model: BacktestModel;
  /** The unit of `horizon` and of the durations in `fit`. */
  readonly timeUnit: TimeUnit;
  /** Customers who had bought by the end of calibration. */
  readonly n: number;
  /** From the end of calibration to `asOf`, in `timeUnit`. */
  readonly horizon: number;
  /** What these customers bought in that time. */
  readonly actual: number;
  /** Where `actual` should lie: a predictive interval, of the uncertainty of the fit and the chance of purchases. */
  readonly low: number | null;
  /** The most that chance and the fit leave plausible; `null` without a forecast. */
  readonly high: number | null;
  /** How often `actual` should lie from `low` to `high`: 0.95 unless asked otherwise. */
  readonly level: number;
  /** Tenths of the customers, the most promising first. */
  readonly deciles: readonly BacktestDecile[];
  /** By repeat purchases up to the end of calibration: 0 to 6, and 7 or more. */
  readonly byFrequency: readonly BacktestFrequencyRow[];
  /** Repeat purchases over calendar time, those of the calibration too. */
  readonly tracking: readonly BacktestTrackingRow[];
  /** Simple rules of thumb that the model has to beat. */
  readonly baselines: readonly BacktestBaseline[];
  /** Whether the model is better than every baseline; `null` when one of them or the model has no forecast. */
  readonly beatsBaselines: boolean | null;
  /** Made from the purchases up to the end of calibration alone. */
  readonly fit: ModelFit<BacktestModel>;
  /** Why there is no forecast, or what of the fit is not determined; `null` when all is well. */
  readonly reason: string | null;
  /** Customers who bought for the first time after the end of calibration: of them nothing is expected. */
  readonly newCustomers: number;
  /** Rows after `asOf`, left out. */
  readonly afterAsOf: number;
  /** Rows with an amount below zero: no purchases. */
  readonly refunds: number;
}

/**
 * Whether a purchase model can be believed: it is fitted to the transactions up to `calibrationEnd`, and what it
 * expects of each customer from then to `asOf` is held against what they bought, and against forecasts without a model.
 *
 *     error = expected - actual,  relativeError = error / actual
 *     meanAbsoluteError = sum |expected - actual| / n,  rootMeanSquaredError = sqrt(sum (expected - actual)^2 / n)
 *
 * @param transactions - An amount below zero is a refund and no purchase. Either all rows have an amount or none.
 * @throws {InvalidInputError} When a row or an option is not valid, or `asOf` is not at least a day after
 *   `calibrationEnd`. Never for reasons of the data: without a fit, its numbers are `null`, and `reason` says why.
 * @example
 * const orders = ["ann", "bob", "cem", "dia"].flatMap((customerId, i) =>
 *   [0, 3, 5, 9, 14, 20, 22].slice(0, 3 * i + 1).map((day) => ({
 *     customerId,
 *     at: new Date(Date.UTC(2024, 0, 1 + day)),
 *   })),
 * );
 * const { actual, n } = backtest(orders, { calibrationEnd: "2024-01-14", asOf: "2024-01-31" });
 * [n, actual]; // => [4, 6]
 * @see docs/metrics/backtest.md. Holdout tests of these models: [FaderHardieLee2005].
 */
export function backtest(transactions: Iterable<TransactionRow>, options: BacktestOptions): Backtest {
  const task = "compute backtest";
  const { asOf, calibrationEnd, model, unit, scale, timeZone, mergeWithin, period, level, seed } =
    checkOptions(task, options);
  const purchases = readPurchases(task, transactions, {
    bucket: civilDays(task, timeZone),
    ...{ asOf, mergeWithin, calibrationEnd },
    ...KEEPING_REFUNDS,
  });
  const history = backtestHistory(purchases, scale);
  const horizon = (history.last - history.calibrated) / scale;
  if (!(horizon > 0))
    throw new InvalidInputError(task, "calibrationEnd", "must be at least a day before asOf", calibrationEnd);
  const { fit, asked } = fitPurchases(task, model, customerRows(history), { level, unit });
  const forecast = asked && backtestForecast(asked, history, horizon, level, seed);
  const errors = forecastErrors(forecast?.expected, history.holdout);
  const baselines = baselinesOf(history, errors);
  const better = baselines.map(({ modelIsBetter }) => modelIsBetter);
  const periods = period ?? defaultPeriods(unit, timeZone, history);
  return {
    metric: "backtest",
    model,
    timeUnit: unit,
    n: history.n,
    horizon,
    actual: history.holdout.reduce((sum, count) => sum + count, 0),
    expected: errors.expected,
    low: forecast?.range?.low ?? null,
    high: forecast?.range?.high ?? null,
    level,
    error: errors.error,
    relativeError: errors.relativeError,
    meanAbsoluteError: errors.meanAbsoluteError,
    rootMeanSquaredError: errors.rootMeanSquaredError,
    deciles: deciles(forecast?.expected, history.holdout),
    byFrequency: byFrequency(history.frequency, forecast?.expected, history.holdout),
    tracking: backtestTracking(
      task,
      history,
      periods,
      asked && ((days) => asked.model.newCustomerPurchases(asked.theta, days / scale)),
    ),
    baselines,
    beatsBaselines: better.includes(null) ? null : !better.includes(false),
    fit,
    reason: asked && !fit.converged ? `${LIMIT}: ${fit.reason}` : fit.reason,
    newCustomers: history.newCustomers,
    afterAsOf: purchases.afterAsOf,
    refunds: purchases.refunds,
  };
}

function baselinesOf(history: BacktestHistory, model: ForecastErrors): BacktestBaseline[] {
  const row = (
    baseline: BacktestBaseline["baseline"],
    forecast: Float64Array | undefined,
  ): BacktestBaseline => {
    const errors = forecastErrors(forecast, history.holdout);
    return { baseline, ...errors, modelIsBetter: isBetter(model, errors) };
  };
  return [row("lastPeriod", lastPeriod(history)), row("rfmBins", rfmBins(history))];
}

/** For each customer and in total. Squares, because what makes them smallest is the expectation. */
function isBetter(a: ForecastErrors, b: ForecastErrors): boolean | null {
  const [own, other] = [a.rootMeanSquaredError, b.rootMeanSquaredError];
  if (own === null || other === null || a.error === null || b.error === null) return null;
  return own < other && Math.abs(a.error) <= Math.abs(b.error);
}

/** Weeks are counted from the end of calibration, so that none of them lies on both sides. */
function defaultPeriods(unit: TimeUnit, timeZone: string, { calibrated }: BacktestHistory): Bucket {
  return unit === "month" ? calendarMonths(timeZone) : fixedDays(7, isoDate(calibrated + 1), timeZone);
}
