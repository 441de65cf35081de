import type { Interval } from "../../src/index.ts";
import { seededUniform, type Uniform } from "../../src/stats/random.ts";
import { markdownTable } from "../support/docTable.ts";
import { type Coverage, show } from "./coverage.ts";

/** An interval of a simulated sample, and the true value that it should hold. */
export type Aim = readonly [interval: Interval, truth: number];

/** What is simulated: samples of n from each population, of which every method makes an interval for every target. */
export interface Study<Population extends { readonly name: string }> {
  /** What sets the populations apart: the head of the table's first column. */
  readonly of: string;
  readonly populations: readonly Population[];
  readonly methods: readonly string[];
  /** Draws a sample: the aims of the first method, one for each target, then those of the next. */
  readonly sample: (population: Population, n: number, uniform: Uniform, index: number) => readonly Aim[];
}

/** How a method fares in samples of n from a population: one coverage for each target. */
export interface Finding {
  readonly population: string;
  readonly method: string;
  readonly n: number;
  readonly coverages: readonly Coverage[];
}

/** Simulates `samples` samples for each population and n. */
export function simulate<Population extends { readonly name: string }>(
  { populations, methods, sample }: Study<Population>,
  sizes: readonly number[],
  samples: number,
): Finding[] {
  return populations.flatMap((population) =>
    sizes.flatMap((n) => {
      const coverages = coveragesOf(samples, (uniform, index) => sample(population, n, uniform, index));
      const targets = coverages.length / methods.length;
      return methods.map((method, m) => ({
        population: population.name,
        method,
        n,
        coverages: coverages.slice(m * targets, (m + 1) * targets),
      }));
    }),
  );
}

/** The table of a study: a row for each population and method, a column for each n, targets between slashes. */
export function studyTable(
  { of, populations, methods }: Omit<Study<{ readonly name: string }>, "sample">,
  sizes: readonly number[],
  findings: readonly Finding[],
): string {
  const cell = (population: string, method: string, n: number): string =>
    findings
      .filter((finding) => finding.population === population && finding.method === method && finding.n === n)
      .map(({ coverages }) => coverages.map(shown).join(" / "))
      .join();
  const rows = populations.flatMap(({ name }) =>
    methods.map((method) => [name, `\`${method}\``, ...sizes.map((n) => cell(name, method, n))]),
  );
  return markdownTable([of, "method", ...sizes.map((n) => `n = ${n}`)], rows);
}

/** How often tests reject at the 5 % level: the shares of their p-values below .05, among those that are determined. */
export function rejections(
  samples: number,
  pValues: (uniform: Uniform) => readonly (number | null)[],
): readonly number[] {
  const uniform = seededUniform(SEED);
  const counts: { rejected: number; determined: number }[] = [];
  for (let index = 0; index < samples; index++)
    for (const [i, pValue] of pValues(uniform).entries()) {
      counts[i] ??= { rejected: 0, determined: 0 };
      counts[i].rejected += pValue !== null && pValue < 0.05 ? 1 : 0;
      counts[i].determined += pValue === null ? 0 : 1;
    }
  return counts.map(({ rejected, determined }) => rejected / determined);
}

/** A number of the standard normal distribution, by the method of Box and Muller. */
export function normalNumber(uniform: Uniform): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** An exponential number with mean 1. */
export function exponentialNumber(uniform: Uniform): number {
  return -Math.log(1 - uniform());
}

const SEED = 20_260_101;
// Limits that equal the true value up to the last bits of a double count as holding it.
const SLACK = 1e-10;

/**
 * An interval of which one end is `null` reaches to the end of the range. A sample in which both are is open, and
 * coverage is that among the other samples.
 */
function coveragesOf(
  samples: number,
  aimsOf: (uniform: Uniform, index: number) => readonly Aim[],
): Coverage[] {
  const uniform = seededUniform(SEED);
  const counts: { covered: number; determined: number }[] = [];
  for (let index = 0; index < samples; index++)
    for (const [i, [{ low, high }, truth]] of aimsOf(uniform, index).entries()) {
      counts[i] ??= { covered: 0, determined: 0 };
      if (low === null && high === null) continue;
      const holds = (low ?? -Infinity) - SLACK <= truth && truth <= (high ?? Infinity) + SLACK;
      counts[i].covered += holds ? 1 : 0;
      counts[i].determined += 1;
    }
  return counts.map(({ covered, determined }) => ({
    covered: covered / determined,
    open: 1 - determined / samples,
  }));
}

/** In brackets the share of samples without an interval; where that is most of them, coverage means nothing. */
function shown({ covered, open }: Coverage): string {
  if (open > 0.5) return "–";
  return open >= 0.0005 ? `${show(covered)} (${show(open)})` : show(covered);
}
