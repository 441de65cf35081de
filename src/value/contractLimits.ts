import type { Objective } from "../math/minimise.ts";
import { gather } from "../math/sortOrder.ts";
import { type ContractParameter, contractLikelihood } from "./contractLikelihood.ts";
import { powerByC, powerStep } from "./contractModel.ts";
import { type Contracts, contractAt } from "./contractRows.ts";
import { fitModel, type Limit, type LimitFit } from "./fitModel.ts";
import { type GroupedColumns, groupColumns } from "./groupedColumns.ts";
import type { FitOptions } from "./modelFit.ts";

const NOTHING = { parameters: {}, standardErrors: {}, intervals: {}, covariance: [], reason: null } as const;

/** A limit that is no maximum: nothing but its likelihood is known. */
function unbounded(reason: string, logLikelihood: () => number | null): Limit<never> {
  const fit = (): LimitFit => ({ ...NOTHING, logLikelihood: logLikelihood(), converged: true });
  return { boundary: null, reason, values: {}, fit };
}

/** left log p + stayed log(1 - p), at its maximum. */
export function decisions(left: number, stayed: number): number {
  const part = (some: number): number => (some === 0 ? 0 : some * Math.log(some / (left + stayed)));
  return part(left) + part(stayed);
}

/** Everybody leaves with the same chance at each renewal: alpha and beta at infinity. S(t) = (1 - p)^t. */
export function sameChance({ left, stayed }: Contracts): Limit<never> {
  const share = (left / (left + stayed)).toPrecision(6);
  return unbounded(
    `the chance to leave does not fall with time: alpha and beta grow without limit, alpha / (alpha + beta) = ${share}`,
    () => decisions(left, stayed),
  );
}

/** Nobody leaves after the first renewal: alpha and beta at 0 in a constant ratio, or c at 0. */
export function loyalAfterFirst({ left, leftFirst, stayedFirst }: Contracts): Limit<never> {
  const share = (leftFirst / (leftFirst + stayedFirst)).toPrecision(6);
  return unbounded(
    `all who renewed once stayed: alpha and beta fall to 0, alpha / (alpha + beta) = ${share}`,
    () => (left === leftFirst && stayedFirst > 0 ? decisions(leftFirst, stayedFirst) : null),
  );
}

/** Nobody makes the first renewal: beta at 0, where S(1) = 0. Of those who have made some, S(t) / S(1) is known. */
export function nobodyRenews(
  task: string,
  contracts: Contracts,
  names: readonly ("alpha" | "c")[],
  options: FitOptions,
): Limit<"beta"> {
  return {
    boundary: "beta",
    reason: "nobody is seen to make the first renewal: beta falls to 0",
    values: { beta: 0 },
    fit: (_, method): LimitFit => {
      const data = late(contracts.data);
      if (contracts.stayedFirst > 0 || data.size === 0)
        return { ...NOTHING, logLikelihood: null, converged: false };
      const likelihood = contractLikelihood(names as readonly ContractParameter[]);
      return oneModel(task, names, likelihood, data, { ...options, method });
    },
  };
}

/**
 * Everybody has the same chances, which change with time: alpha and beta at infinity, and S(t) = exp(-lambda t^c), the
 * discrete Weibull distribution [NakagawaOsaki1975].
 */
export function sameChances(task: string, { data }: Contracts, options: FitOptions): Limit<never> {
  const reason = "everybody has the same chances: alpha and beta grow without limit";
  const fit: Limit<never>["fit"] = (_, method) => {
    const found = oneModel(task, ["lambda", "c"], weibull, data, { ...options, method });
    if (found.reason !== null) return { ...found, ...NOTHING, converged: false, reason: found.reason };
    const share = -Math.expm1(-(found.parameters.lambda ?? 0));
    return { ...found, converged: false, reason: `alpha / (alpha + beta) = ${share.toPrecision(6)}` };
  };
  return { boundary: null, reason, values: {}, fit };
}

/** c at infinity with alpha c held: S(t) = S(1) t^-gamma from the first renewal on. */
export function powerTail(task: string, contracts: Contracts, options: FitOptions): Limit<never> {
  const { data, leftFirst, stayedFirst } = contracts;
  return unbounded("c grows without limit and alpha and beta fall to 0", () => {
    const { logLikelihood } = oneModel(task, ["gamma"], powerLaw, data, { ...options, method: "log" });
    return logLikelihood === null ? null : logLikelihood + decisions(leftFirst, stayedFirst);
  });
}

function oneModel(
  task: string,
  names: readonly string[],
  likelihood: (data: GroupedColumns) => Objective,
  data: GroupedColumns,
  options: FitOptions,
): LimitFit {
  const starts = [0.1, 1, 10].map((start) => names.map((name) => (name === "c" ? 1 : start)));
  const scales = names.map(() => 1);
  return fitModel(
    task,
    { model: "limit", parameters: names, likelihood, starts, scales, shift: 0, limits: [] },
    data,
    options,
  );
}

/** Those who had made a renewal when they came under observation. */
function late({ columns, count }: GroupedColumns): GroupedColumns {
  const entry = columns[2] as Float64Array;
  const rows = Uint32Array.from(entry.keys()).filter((row) => (entry[row] as number) > 0);
  return groupColumns(
    columns.map((column) => gather(column, rows)),
    gather(count, rows),
  );
}

/** For S(t) = exp(-lambda H(t)), by the logarithm of lambda and what H depends on. */
function weibull(data: GroupedColumns): Objective {
  return (at, gradient) => {
    const [lambda, c] = [Math.exp(at[0] as number), Math.exp(at[1] as number)];
    const byC = (t: number): number => c * powerByC(t, c);
    return sumOver(
      data,
      (from, to) => lambda * powerStep(from, to, c),
      (from, to, weight) => {
        gradient[0] = (gradient[0] as number) - weight * lambda * powerStep(from, to, c);
        gradient[1] = (gradient[1] as number) - weight * lambda * (byC(to) - byC(from));
      },
      gradient,
    );
  };
}

/** For S(t) = S(1) t^-gamma, what is not the first renewal. */
function powerLaw(data: GroupedColumns): Objective {
  return (at, gradient) => {
    const gamma = Math.exp(at[0] as number);
    const steepness = (from: number, to: number): number =>
      gamma * Math.log(Math.max(to, 1) / Math.max(from, 1));
    return sumOver(
      data,
      steepness,
      (from, to, weight) => {
        gradient[0] = (gradient[0] as number) - weight * steepness(from, to);
      },
      gradient,
      1,
    );
  };
}

/** The log-likelihood for a cumulative hazard; leaving by renewal `known` is left out. */
function sumOver(
  data: GroupedColumns,
  hazard: (from: number, to: number) => number,
  slope: (from: number, to: number, weight: number) => void,
  gradient: Float64Array,
  known = 0,
): number {
  gradient.fill(0);
  let sum = 0;
  for (let row = 0; row < data.size; row++) {
    const { last, gone, first, weight } = contractAt(data, row);
    const stayed = last - gone;
    if (stayed > first) {
      sum -= weight * hazard(first, stayed);
      slope(first, stayed, weight);
    }
    if (gone === 0 || last <= known) continue;
    const own = hazard(stayed, last);
    sum += weight * Math.log(-Math.expm1(-own));
    slope(stayed, last, -weight / Math.expm1(own));
  }
  return sum;
}
