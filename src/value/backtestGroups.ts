import { CompensatedSum } from "../math/compensatedSum.ts";
import { rankGroups } from "./rankGroups.ts";

/** A tenth of the customers, by what the model expects of them. */
export interface BacktestDecile {
  /** 1 are those of whom most is expected, 10 of whom least. */
  readonly decile: number;
  /** Its customers; groups of equals are not split, so tenths differ in size. */
  readonly n: number;
  /** What they bought after the end of calibration, and what was expected. */
  readonly actual: number;
  /** By the model, in the same time. */
  readonly expected: number;
  /** `expected - actual`. */
  readonly error: number;
}

/** Customers with the same number of repeat purchases by the end of calibration. */
export interface BacktestFrequencyRow {
  /** 7 stands for 7 and more. */
  readonly frequency: number;
  /** How many they are. */
  readonly n: number;
  /** Per customer, after the end of calibration; `null` of nobody. */
  readonly meanActual: number | null;
  /** The same of the model; `null` without a fit, too. */
  readonly meanExpected: number | null;
}

const TENTHS = 10;
const MOST = 7;

/** Tenths of the customers. Those of whom the same is expected stay together, so some tenth may hold nobody. */
export function deciles(expected: Float64Array | undefined, actual: Float64Array): BacktestDecile[] {
  if (expected === undefined) return [];
  const tenth = rankGroups(expected, TENTHS);
  const [bought, forecast] = [sumsBy(tenth, TENTHS, actual), sumsBy(tenth, TENTHS, expected)];
  return bought
    .map(({ n, sum }, group) => ({
      decile: TENTHS - group,
      n,
      actual: sum,
      expected: forecast[group]?.sum ?? 0,
      error: (forecast[group]?.sum ?? 0) - sum,
    }))
    .filter(({ n }) => n > 0)
    .reverse();
}

/** Means per customer, by repeat purchases of the calibration. */
export function byFrequency(
  frequency: Float64Array,
  expected: Float64Array | undefined,
  actual: Float64Array,
): BacktestFrequencyRow[] {
  const groupOf = Uint8Array.from(frequency, (x) => Math.min(x, MOST));
  const forecast = expected && sumsBy(groupOf, MOST + 1, expected);
  return sumsBy(groupOf, MOST + 1, actual).map(({ n, sum }, group) => ({
    frequency: group,
    n,
    meanActual: n === 0 ? null : sum / n,
    meanExpected: n === 0 || forecast === undefined ? null : (forecast[group]?.sum ?? 0) / n,
  }));
}

function sumsBy(groupOf: Uint8Array, groups: number, values: Float64Array): { n: number; sum: number }[] {
  const counts = new Float64Array(groups);
  const sums = Array.from(counts, () => new CompensatedSum());
  for (let row = 0; row < values.length; row++) {
    const group = groupOf[row] as number;
    counts[group] = (counts[group] as number) + 1;
    sums[group]?.add(values[row] as number);
  }
  return sums.map(({ value }, group) => ({ n: counts[group] as number, sum: value }));
}
