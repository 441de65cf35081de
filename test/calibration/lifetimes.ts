import type { LifetimeRow } from "../../src/index.ts";
import type { Uniform } from "../../src/stats/random.ts";
import { exponentialNumber } from "./simulate.ts";

/** When customers with exponential lifetimes of mean 1 were last seen, whether they are still there or not. */
export interface Censoring {
  readonly name: string;
  readonly lastSeen: (uniform: Uniform) => number;
}

const none: Censoring = { name: "none", lastSeen: () => Number.POSITIVE_INFINITY };

/** Exponential times: P(C < T) = rate / (1 + rate). Some customers are followed for as long as it takes. */
function exponential(name: string, share: number): Censoring {
  return { name, lastSeen: (uniform) => exponentialNumber(uniform) / (share / (1 - share)) };
}

/** Uniform times, as when customers came at a steady pace: P(C < T) = (1 - exp(-end)) / end. */
function uniformUpTo(name: string, end: number): Censoring {
  return { name, lastSeen: (uniform) => end * uniform() };
}

const some: Censoring = exponential("30 %", 0.3);
const most: Censoring = exponential("60 %", 0.6);

export const censorings: readonly Censoring[] = [none, some, most, uniformUpTo("30 %, uniform", 3.19706)];
export const threeCensorings: readonly Censoring[] = [none, some, most];
export const noneAndMost: readonly Censoring[] = [none, most];

/** Exponential lifetimes with mean 1, raised to 1 / shape: those of a Weibull distribution, S(t) = exp(-t^shape). */
export function drawLifetimes(
  n: number,
  { lastSeen }: Censoring,
  uniform: Uniform,
  shape = 1,
): LifetimeRow[] {
  return Array.from({ length: n }, () => {
    const lifetime = exponentialNumber(uniform);
    const seen = lastSeen(uniform);
    return { duration: Math.min(lifetime, seen) ** (1 / shape), churned: lifetime <= seen };
  });
}

/** Whole periods, in each of which the share `leaving` of the customers still there leaves: many at once. */
export function drawWholePeriods(
  n: number,
  { lastSeen }: Censoring,
  uniform: Uniform,
  leaving: number,
): LifetimeRow[] {
  const perUnit = 1 / -Math.log(1 - leaving);
  return Array.from({ length: n }, () => {
    const lifetime = Math.ceil(exponentialNumber(uniform) * perUnit);
    const seen = Math.floor(lastSeen(uniform) * perUnit);
    return { duration: Math.min(lifetime, seen), churned: lifetime <= seen };
  });
}

const means = new Map<string, number>();

/** The mean of Weibull lifetimes within a horizon: the area under exp(-t^shape), by the midpoint rule. */
export function weibullMean(shape: number, horizon: number): number {
  const key = `${shape} ${horizon}`;
  const known = means.get(key);
  if (known !== undefined) return known;
  const steps = 100_000;
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += Math.exp(-((((i + 0.5) / steps) * horizon) ** shape));
  means.set(key, (sum * horizon) / steps);
  return (sum * horizon) / steps;
}
