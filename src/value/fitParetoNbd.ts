import type { CustomerRow } from "../rows.ts";
import { readCustomers } from "./customers.ts";
import { type AtLimit, checkFitOptions, fitModel, type ModelSpec } from "./fitModel.ts";
import { groupColumns } from "./groupedColumns.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";
import { paretoNbdLikelihood } from "./paretoNbdLikelihood.ts";
import { paretoNbdLimits } from "./paretoNbdLimits.ts";
import { purchaseTotals, unfitted } from "./purchaseTotals.ts";
import { noFit } from "./toFit.ts";

type Parameter = keyof ParetoNbdFit["parameters"];
const NAMES: readonly Parameter[] = ["r", "alpha", "s", "beta"];

/** What {@link fitParetoNbd} returns. */
export type ParetoNbdFit = ModelFit<"paretoNbd", "r" | "alpha" | "s" | "beta">;

/**
 * The Pareto/NBD model of purchases: customers buy at a rate of their own until they leave at some time, which nobody
 * sees. The rates of buying are gamma distributed (shape r, rate alpha), and so are the rates of leaving (s, beta).
 *
 *     L = Gamma(r + x)/Gamma(r) alpha^r beta^s ((alpha + T)^-(r + x) (beta + T)^-s
 *         + s (integral from tx to T of (alpha + u)^-(r + x) (beta + u)^-(s + 1) du))
 *
 * for a customer with x repeat purchases, the last at age tx, seen until age T. Parameters are above 0; alpha and beta
 * are in the unit of the ages.
 *
 * @param customers - Any iterable, read once; `count` lets one row stand for many.
 * @throws {InvalidInputError} When a row or an option is not valid. Never for reasons of the data: see `converged`,
 *   `boundary` and `reason`.
 * @example
 * const customers = [
 *   { frequency: 0, recency: 0, age: 30, count: 60 },
 *   { frequency: 1, recency: 5, age: 30, count: 12 },
 *   { frequency: 2, recency: 28, age: 30, count: 9 },
 *   { frequency: 7, recency: 26, age: 30, count: 4 },
 * ];
 * fitParetoNbd(customers).converged; // => true
 * @see docs/metrics/pareto-nbd.md. Schmittlein, Morrison and Colombo (1987) [SchmittleinMorrisonColombo1987].
 */
export function fitParetoNbd(customers: Iterable<CustomerRow>, options: FitOptions = {}): ParetoNbdFit {
  return paretoNbdFit(customers, options);
}

/** The same; `atLimit` is told of a maximum that is not finite. */
export function paretoNbdFit(
  customers: Iterable<CustomerRow>,
  options: FitOptions,
  atLimit?: AtLimit,
): ParetoNbdFit {
  const task = "fit paretoNbd";
  const asked = checkFitOptions(task, options);
  const columns = readCustomers(task, customers);
  const totals = purchaseTotals(columns);
  const reason = unfitted(totals) ?? (columns.recency.some((last) => last > 0) ? undefined : AT_ONCE);
  if (reason !== undefined) return noFit("paretoNbd", NAMES, columns.n, asked, reason);
  const { scale, purchases, time } = totals;
  const data = groupColumns(
    [columns.frequency, columns.recency.map((t) => t / scale), columns.age.map((t) => t / scale)],
    columns.count,
  );
  const rate = (purchases / time) * scale;
  const spec: ModelSpec<"paretoNbd", Parameter> = {
    model: "paretoNbd",
    parameters: NAMES,
    likelihood: paretoNbdLikelihood,
    starts: startsFor(rate),
    scales: [1, scale, 1, scale],
    shift: -purchases * Math.log(scale),
    limits: paretoNbdLimits(task, columns, totals, data, options),
    atLimit,
  };
  return explained(fitModel(task, spec, data, options), scale);
}

// Where the standard error of a logarithm is above this, its interval spans a factor of more than 50.
const VAGUE = 1;

/** Says what is not determined where the search alone cannot: of which pair the data tell little more than the ratio. */
function explained(fit: ParetoNbdFit, scale: number): ParetoNbdFit {
  if (fit.boundary !== null) return fit;
  const { s, beta } = fit.parameters;
  if (!fit.converged)
    return s !== null && beta !== null && beta < 1e-4 * scale ? { ...fit, reason: SPLIT } : fit;
  const parts = PAIRS.filter((pair) => pair.every((name) => isVague(fit, name))).map(([shape, rate]) => {
    const ratio = Number(((fit.parameters[shape] ?? 0) / (fit.parameters[rate] ?? 1)).toPrecision(6));
    return `${shape} and ${rate} are hardly identified, only their ratio: ${shape} / ${rate} = ${ratio}`;
  });
  return parts.length === 0 ? fit : { ...fit, reason: parts.join("; ") };
}

const AT_ONCE = "every repeat purchase is at age 0: no rate of purchases can be told";
const SPLIT =
  "the likelihood still rises as s and beta go to 0, where some leave at once and the others never: no finite maximum";

const PAIRS: readonly (readonly [shape: Parameter, rate: Parameter])[] = [
  ["r", "alpha"],
  ["s", "beta"],
];

function isVague({ parameters, standardErrors }: ParetoNbdFit, name: Parameter): boolean {
  const [value, error] = [parameters[name], standardErrors[name]];
  return value !== null && (error === null || error > VAGUE * value);
}

/** From many kinds of customers, with few and with many who leave. */
function startsFor(rate: number): readonly (readonly number[])[] {
  return [0.3, 1, 4].flatMap((r) => [
    ...[0.1, 0.5, 2, 10].map((s) => [r, r / rate, s, s / 2]),
    // Many leave at once, the others hardly ever.
    [r, r / rate, 0.1, 1e-5],
    [r, r / rate, 0.01, 1e-5],
  ]);
}
