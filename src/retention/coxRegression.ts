import { checkChoice, checkLevel, checkNames } from "../check.ts";
import { DEFAULT_LEVEL, type Estimate, type EstimateOptions } from "../estimate.ts";
import { readLifetimes } from "../history/lifetimes.ts";
import { rowList } from "../history/rowList.ts";
import type { LifetimeRow } from "../rows.ts";
import { type CovariateSource, covariateReaders, coxTerms } from "./coxDesign.ts";
import { coxFit } from "./coxFit.ts";
import type { CoxTies } from "./coxLikelihood.ts";
import { coxSample } from "./coxSample.ts";
import { type CoxCoefficient, type CoxTest, coxSummary, type ProportionalHazardsTest } from "./coxSummary.ts";
import { type LabelSource, labelColumn, labelRanks } from "./labelColumn.ts";

/** What {@link coxRegression} can be asked. */
export interface CoxOptions<Row> extends EstimateOptions {
  /**
   * What may predict the end of a lifetime: names of fields, or functions from a row whose names become the
   * covariates'. Finite numbers, booleans (0 or 1) and text; text makes one coefficient for each of its levels except
   * the first in code-unit order, which the others are compared with.
   */
  readonly covariates: CovariateSource<Row>;
  /** How tied times are handled. Default `"efron"`. */
  readonly ties?: CoxTies;
  /** Rows are compared only within the same label: each stratum has its own course of time. */
  readonly strata?: LabelSource<Row>;
}

/** What {@link coxRegression} returns. */
export interface CoxRegression {
  /** What kind of record this is. */
  readonly model: "coxRegression";
  /** How lifetimes that end at the same time were handled. */
  readonly ties: CoxTies;
  /** The confidence level of all intervals. */
  readonly level: number;
  /** How many lifetimes. */
  readonly n: number;
  /** How many of them ended. */
  readonly events: number;
  /** False when there is no finite maximum: see `reason`. */
  readonly converged: boolean;
  /** What is not determined and why; `null` when everything is. */
  readonly reason: string | null;
  /** Newton steps that were taken. */
  readonly iterations: number;
  /** The log of the partial likelihood at its maximum; under separation, its limit. */
  readonly logLikelihood: number | null;
  /** The same with every coefficient 0. */
  readonly logLikelihoodNull: number | null;
  /** Twice the rise of the log-likelihood from all coefficients 0: the one to trust in small samples. */
  readonly likelihoodRatioTest: CoxTest;
  /** The coefficients against their covariance. */
  readonly waldTest: CoxTest;
  /** The slope of the log-likelihood where all coefficients are 0; without ties, the log-rank test of a label. */
  readonly scoreTest: CoxTest;
  /** In the order of `covariates`, and the levels of a text in code-unit order. */
  readonly coefficients: readonly CoxCoefficient[];
  /** The covariance of the coefficients, in their order; `null` where one of the two is. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** How often, of two customers, the one predicted to leave first did: 0.5 is chance, 1 always. */
  readonly concordance: Estimate<"concordance">;
  /** Whether the hazard ratios are constant over time: one test for each coefficient, then `"GLOBAL"`. */
  readonly proportionalHazards: readonly ProportionalHazardsTest[];
}

/**
 * Cox regression: what predicts who leaves, and by how much?
 *
 *     hazard(t) = baseline(t) exp(b1 x1 + b2 x2 + …),    hazard ratio of one unit of x1 = exp(b1)
 *
 * A fit never throws for reasons of the data. A coefficient that nothing determines is `null`, and `reason` says so;
 * one that runs to infinity makes `converged` false.
 *
 * @param lifetimes - Any iterable, read once; `count` lets one row stand for many, and `entry` says from which age on
 *   somebody was observed.
 * @throws {InvalidInputError} When a row is not a lifetime, a covariate is not of one kind in all rows or is missing,
 *   a label is not a string, a finite number, a boolean or `null`, or an option is not valid.
 * @example
 * const lifetimes = [
 *   { price: 10, duration: 4, churned: true },
 *   { price: 30, duration: 2, churned: true },
 *   { price: 20, duration: 3, churned: true },
 *   { price: 30, duration: 5, churned: false },
 * ];
 * const fit = coxRegression(lifetimes, { covariates: ["price"] });
 * fit.coefficients[0]?.hazardRatio; // => 0.989
 * @see docs/metrics/cox-regression.md. Cox (1972) [Cox1972]; ties: Efron (1977) [Efron1977].
 */
export function coxRegression<Row extends LifetimeRow>(
  lifetimes: Iterable<Row>,
  options: CoxOptions<Row>,
): CoxRegression {
  const task = "compute coxRegression";
  checkNames(task, "option", options ?? {}, ["covariates", "ties", "strata", "level"]);
  const { covariates, ties = "efron", strata: strataSource, level = DEFAULT_LEVEL } = options ?? {};
  checkLevel(task, level);
  checkChoice(task, "ties", ties, ["efron", "breslow"]);
  const rows = rowList(task, "lifetimes", lifetimes);
  const readers = covariateReaders<Row>(task, covariates, rows.length);
  const strata =
    strataSource === undefined ? undefined : labelColumn<Row>(task, "strata", strataSource, rows.length);
  const columns = readLifetimes(task, rows, (row, index) => {
    for (const reader of readers) reader.read(row, index);
    strata?.read(row, index);
  });
  const values = readers.map((reader) => reader.column());
  const terms = coxTerms(task, values);
  const coding = strata && { codes: strata.codes, ranks: labelRanks(strata.labels) };
  const sample = coxSample(columns, values, terms, coding);
  return coxSummary(sample, terms, coxFit(sample, ties), { ties, level, n: columns.n });
}
