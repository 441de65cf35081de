import { type CoxRegression, coxRegression, type LifetimeRow, logRankTest } from "../../src/index.ts";
import { normalQuantile } from "../../src/math/normal.ts";
import type { Uniform } from "../../src/stats/random.ts";
import { type Aim, exponentialNumber, normalNumber, type Study } from "./simulate.ts";

/** Exponential times at which customers are last seen; about the share named is censored. */
interface LastSeen {
  readonly name: string;
  readonly rate: number;
}

export const lastSeen: readonly LastSeen[] = [
  { name: "none", rate: 0 },
  { name: "30 %", rate: 3 / 7 },
  { name: "60 %", rate: 1.5 },
];

interface Customer extends LifetimeRow {
  readonly annual: boolean;
  readonly usage: number;
  readonly region: number;
}

type Effects = readonly [annual: number, usage: number];
const some: Effects = [Math.log(2), 0.5];
const none: Effects = [0, 0];

function hazard([annual, usage]: Effects, isAnnual: boolean, uses: number): number {
  return Math.exp(annual * (isAnnual ? 0.5 : -0.5) + usage * uses);
}

function drawCustomers(n: number, effects: Effects, rate: number, uniform: Uniform): Customer[] {
  return Array.from({ length: n }, () => {
    const [annual, usage] = [uniform() < 0.5, normalNumber(uniform)];
    const lifetime = exponentialNumber(uniform) / hazard(effects, annual, usage);
    const seen = rate === 0 ? Number.POSITIVE_INFINITY : exponentialNumber(uniform) / rate;
    const region = Math.floor(3 * uniform());
    return { annual, usage, region, duration: Math.min(lifetime, seen), churned: lifetime <= seen };
  });
}

function regress(customers: readonly Customer[]): CoxRegression {
  return coxRegression(customers, { covariates: ["annual", "usage"] });
}

/** The coefficient of a plan that half of the customers have, that of a normal number, and the concordance. */
export const coxStudy: Study<LastSeen> = {
  of: "censored",
  populations: lastSeen,
  methods: ["coxRegression"],
  sample: ({ rate }, n, uniform) => {
    const { coefficients, concordance } = regress(drawCustomers(n, some, rate, uniform));
    const [annual, usage] = coefficients;
    const nothing = { low: null, high: null };
    return [
      [annual ?? nothing, some[0]],
      [usage ?? nothing, some[1]],
      [concordance, trueConcordance(rate)],
    ] satisfies readonly Aim[];
  },
};

/** The tests of which {@link nullPValues} gives the p-values, in its order. */
export const tests: readonly string[] = [
  "`logRankTest`, two groups",
  "`logRankTest`, three groups",
  "`logRankTest`, two groups, `rho: 1`",
  "`likelihoodRatioTest` of two covariates",
  "`waldTest`",
  "`scoreTest`",
  "`proportionalHazards`, a binary covariate",
  "`proportionalHazards`, a continuous one",
  "`proportionalHazards`, both",
];

/** Nothing has an effect for the first six; hazards are proportional for the last three. */
export function nullPValues(n: number, rate: number, uniform: Uniform): readonly (number | null)[] {
  const alike = drawCustomers(n, none, rate, uniform);
  const { likelihoodRatioTest, waldTest, scoreTest } = regress(alike);
  const { proportionalHazards } = regress(drawCustomers(n, some, rate, uniform));
  return [
    logRankTest(alike, { group: "annual" }),
    logRankTest(alike, { group: "region" }),
    logRankTest(alike, { group: "annual", rho: 1 }),
    likelihoodRatioTest,
    waldTest,
    scoreTest,
    ...proportionalHazards,
  ].map(({ pValue }) => pValue);
}

const known = new Map<number, number>();

/**
 * The concordance of the true hazards a and b of two customers, over all pairs: of exponential lifetimes the larger
 * hazard ends first with probability max(a, b) / (a + b), whenever that is, and it is seen before either is lost from
 * sight with probability (a + b) / (a + b + 2 rate).
 */
function trueConcordance(rate: number): number {
  const before = known.get(rate);
  if (before !== undefined) return before;
  const steps = 200;
  const usages = Array.from({ length: steps }, (_, i) => normalQuantile((i + 0.5) / steps));
  const hazards = [true, false].flatMap((annual) => usages.map((uses) => hazard(some, annual, uses)));
  let [agreeing, all] = [0, 0];
  for (const a of hazards)
    for (const b of hazards) {
      const seen = (a + b) / (a + b + 2 * rate);
      agreeing += (seen * Math.max(a, b)) / (a + b);
      all += seen;
    }
  known.set(rate, agreeing / all);
  return agreeing / all;
}
