import { CompensatedSum } from "../math/compensatedSum.ts";

/** How far a forecast of counts, one for each customer, is from what came. */
export interface ForecastErrors {
  /** The sum of the forecasts. */
  readonly expected: number | null;
  /** `expected - actual`, of the totals: above 0 is too much. */
  readonly error: number | null;
  /** `error / actual`; `null` when nothing was bought. */
  readonly relativeError: number | null;
  /** The mean distance per customer between forecast and count. */
  readonly meanAbsoluteError: number | null;
  /** The root of the mean squared distance per customer: what the true expectation makes as small as can be. */
  readonly rootMeanSquaredError: number | null;
}

/** The errors of a forecast; all `null` when there is none. */
export function forecastErrors(forecast: Float64Array | undefined, actual: Float64Array): ForecastErrors {
  const n = actual.length;
  const [total, bought, absolute, squared] = [0, 0, 0, 0].map(() => new CompensatedSum()) as [
    CompensatedSum,
    CompensatedSum,
    CompensatedSum,
    CompensatedSum,
  ];
  for (let row = 0; forecast !== undefined && row < n; row++) {
    const error = (forecast[row] as number) - (actual[row] as number);
    total.add(forecast[row] as number);
    bought.add(actual[row] as number);
    absolute.add(Math.abs(error));
    squared.addProduct(error, error);
  }
  if (forecast === undefined)
    return {
      expected: null,
      error: null,
      relativeError: null,
      meanAbsoluteError: null,
      rootMeanSquaredError: null,
    };
  const error = total.value - bought.value;
  return {
    expected: total.value,
    error,
    relativeError: bought.value === 0 ? null : error / bought.value,
    meanAbsoluteError: n === 0 ? null : absolute.value / n,
    rootMeanSquaredError: n === 0 ? null : Math.sqrt(squared.value / n),
  };
}
