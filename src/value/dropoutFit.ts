import type { CustomerRow } from "../rows.ts";
import { bgNbdLikelihood } from "./bgNbdLikelihood.ts";
import { bgNbdLimits } from "./bgNbdLimits.ts";
import { readCustomers } from "./customers.ts";
import { type AtLimit, checkFitOptions, fitModel } from "./fitModel.ts";
import { type GroupedColumns, groupColumns } from "./groupedColumns.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";
import { purchaseTotals, unfitted } from "./purchaseTotals.ts";
import { noFit } from "./toFit.ts";

type Parameter = "r" | "alpha" | "a" | "b";
const NAMES: readonly Parameter[] = ["r", "alpha", "a", "b"];

/** The fit of the BG/NBD (`first` 0) or the MBG/NBD (1): see {@link fitBgNbd} and {@link fitMbgNbd}. */
export function dropoutFit<Model extends "bgNbd" | "mbgNbd">(
  model: Model,
  first: 0 | 1,
  rows: Iterable<CustomerRow>,
  options: FitOptions,
  atLimit?: AtLimit,
): ModelFit<Model, Parameter> {
  const task = `fit ${model}`;
  const asked = checkFitOptions(task, options);
  const customers = readCustomers(task, rows);
  const totals = purchaseTotals(customers);
  const reason = unfitted(totals);
  if (reason !== undefined) return noFit(model, NAMES, customers.n, asked, reason);
  const { scale, purchases, time } = totals;
  const { frequency, recency, age, count } = customers;
  const data = groupColumns([frequency, recency.map((t) => t / scale), age.map((t) => t / scale)], count);
  const likelihood = (grouped: GroupedColumns) => bgNbdLikelihood(grouped, first);
  // Rows stand in the order of x.
  const onlyFirstChance = first === 0 && data.columns[0]?.[data.size - 1] === 1;
  const rate = (purchases / time) * scale;
  const atOnce = hasPurchasesAtOnce(data);
  const fit = fitModel(
    task,
    {
      model,
      parameters: NAMES,
      likelihood,
      starts: startsFor(rate),
      scales: [1, scale, 1, 1],
      shift: -purchases * Math.log(scale),
      limits: bgNbdLimits({ task, customers, data, totals, options, likelihood, onlyFirstChance }),
      atLimit: atOnce ? undefined : atLimit,
    },
    data,
    options,
  );
  if (!fit.converged && atOnce) return noFit(model, NAMES, customers.n, asked, AT_ONCE);
  return withRidge(fit);
}

const AT_ONCE = "of repeat purchases at recency 0 the likelihood grows without limit, as r and alpha go to 0";

/** Whether somebody's repeat purchases all came at the time of the first one. */
function hasPurchasesAtOnce({ columns: [frequency, recency] }: GroupedColumns): boolean {
  return recency?.some((tx, row) => tx === 0 && (frequency?.[row] as number) > 0) === true;
}

/**
 * Few or many kinds of customers, of whom few or many leave, or some at once and the others hardly ever; those who leave
 * make the rate of the others higher.
 */
function startsFor(rate: number): readonly (readonly number[])[] {
  return [0.25, 1, 4].flatMap((r) =>
    [
      [0.02, 0.06],
      [0.1, 1],
      [0.5, 2],
      [1, 1],
      [2, 8],
    ].map(([a, b]) => [r, r / rate / 2, a as number, b as number]),
  );
}

// Where the standard error of a logarithm is above this, its interval spans a factor of more than 50.
const VAGUE = 1;

/** Names a pair of parameters of which the data tell little more than the ratio. */
function withRidge<Fit extends ModelFit<string, Parameter>>(fit: Fit): Fit {
  if (!fit.converged || fit.boundary !== null) return fit;
  const { parameters, standardErrors } = fit;
  const isVague = (name: Parameter): boolean => {
    const error = standardErrors[name];
    return error === null || error > VAGUE * (parameters[name] ?? 0);
  };
  const ridges = [
    { pair: ["r", "alpha"] as const, name: "r / alpha", value: (p: number, q: number) => p / q },
    { pair: ["a", "b"] as const, name: "a / (a + b)", value: (p: number, q: number) => p / (p + q) },
  ]
    .filter(({ pair }) => pair.every(isVague))
    .map(({ pair: [p, q], name, value }) => {
      const known = value(parameters[p] ?? 0, parameters[q] ?? 0);
      return `${p} and ${q} are hardly identified, only ${name} = ${Number(known.toPrecision(6))}`;
    });
  return ridges.length === 0 ? fit : { ...fit, reason: ridges.join("; ") };
}
