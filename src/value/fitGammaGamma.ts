import { checkFitOptions, fitModel } from "./fitModel.ts";
import { gammaGammaLikelihood } from "./gammaGammaLikelihood.ts";
import { gammaGammaLimits } from "./gammaGammaLimits.ts";
import { type GroupedColumns, groupColumns } from "./groupedColumns.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";
import { type SpendFrequencyCorrelation, spendCorrelation } from "./spendCorrelation.ts";
import { readSpendRows, type SpendRow } from "./spendRows.ts";
import { noFit } from "./toFit.ts";

/** What {@link fitGammaGamma} returns. */
export interface GammaGammaFit extends ModelFit<"gammaGamma", "p" | "q" | "v"> {
  /** The mean spend of a purchase in the population, p v / (q - 1); `null` where q is at most 1: it is infinite. */
  readonly meanSpend: number | null;
  /** How many with repeat purchases spent nothing on them: left out. */
  readonly zeroSpend: number;
  /** The model takes spend and frequency to be independent; a small `pValue` says that they are not. */
  readonly spendFrequencyCorrelation: SpendFrequencyCorrelation;
}

/**
 * The Gamma-Gamma model of spend: a customer's purchases are gamma distributed with shape p and a rate of their own,
 * and the rates are gamma distributed with shape q and rate v, whatever the number of purchases.
 *
 *     log L = log Gamma(px + q) - log Gamma(px) - log Gamma(q)
 *             + q log v + px log(xm) - log m - (px + q) log(v + xm)
 *
 * for a customer with x repeat purchases of mean spend m. Those who bought once are not used.
 *
 * @param customers - Any iterable, read once; `count` lets one row stand for many. `n` is those used.
 * @throws {InvalidInputError} When a row or an option is not valid; spend below zero is not. Never for reasons of the
 *   data: see `converged`.
 * @example
 * const customers = [
 *   { frequency: 1, monetaryValue: 10, count: 20 },
 *   { frequency: 1, monetaryValue: 30, count: 25 },
 *   { frequency: 1, monetaryValue: 100, count: 10 },
 *   { frequency: 5, monetaryValue: 20, count: 8 },
 *   { frequency: 5, monetaryValue: 40, count: 8 },
 * ];
 * const fit = fitGammaGamma(customers);
 * fit.meanSpend; // => 33.38
 * @see docs/metrics/gamma-gamma.md. Fader and Hardie (2013) [FaderHardie2013].
 */
export function fitGammaGamma(customers: Iterable<SpendRow>, options: FitOptions = {}): GammaGammaFit {
  const task = "fit gammaGamma";
  const asked = checkFitOptions(task, options);
  const { data, zeroSpend } = repeaters(task, customers);
  const names = ["p", "q", "v"] as const;
  const spendFrequencyCorrelation = spendCorrelation(data);
  const [, spend] = data.columns as readonly [Float64Array, Float64Array];
  const diagnostics = { meanSpend: null, zeroSpend, spendFrequencyCorrelation };
  const reason = unfitted(data);
  if (reason !== undefined) return { ...noFit("gammaGamma", names, data.n, asked, reason), ...diagnostics };

  let logs = 0;
  for (let row = 0; row < data.size; row++)
    logs += (data.count[row] as number) * Math.log(spend[row] as number);
  // Divided by the geometric mean, so that the unit of money changes nothing, and no sum can overflow.
  const scale = Math.exp(logs / data.n);
  const frequency = data.columns[0] as Float64Array;
  // What is 290 orders of magnitude from the middle counts as that far, so that no product overflows.
  const multiples = spend.map((value) => Math.min(1e290, Math.max(1e-290, value / scale)));
  const scaled = { ...data, columns: [frequency, multiples] };
  const fit = fitModel(
    task,
    {
      model: "gammaGamma",
      parameters: names,
      likelihood: gammaGammaLikelihood,
      // About the median spend p v / q = 1.
      starts: [0.5, 2, 8, 50].flatMap((p) => [1.5, 4, 20].map((q) => [p, q, q / p])),
      scales: [1, 1, scale],
      shift: -logs,
      limits: gammaGammaLimits(scaled, logs),
    },
    scaled,
    options,
  );
  return withMeanSpend({ ...fit, ...diagnostics });
}

/** Those who bought again, for money. */
function repeaters(
  task: string,
  customers: Iterable<SpendRow>,
): { readonly data: GroupedColumns; readonly zeroSpend: number } {
  const { frequency, spend, count } = readSpendRows(task, customers);
  let zeroSpend = 0;
  count.forEach((weight, row) => {
    if (spend[row] === 0 && (frequency[row] as number) > 0) zeroSpend += weight;
  });
  const used = (_: number, row: number): boolean => (spend[row] as number) > 0;
  return { data: groupColumns([frequency.filter(used), spend.filter(used)], count.filter(used)), zeroSpend };
}

function unfitted({ size, columns }: GroupedColumns): string | undefined {
  if (size === 0) return "nobody bought twice for money";
  const spend = columns[1] as Float64Array;
  if (spend.every((value) => value === spend[0]))
    return size === 1 ? "there is one spend only" : "all customers spend the same";
  return undefined;
}

function withMeanSpend(fit: GammaGammaFit): GammaGammaFit {
  const { p, q, v } = fit.parameters;
  if (!fit.converged || p === null || q === null || v === null) return fit;
  if (q > 1) return { ...fit, meanSpend: (p * v) / (q - 1) };
  const infinite = `q is ${q.toPrecision(3)}, at most 1: the mean spend of the population is infinite`;
  return { ...fit, reason: fit.reason === null ? infinite : `${fit.reason}; ${infinite}` };
}
