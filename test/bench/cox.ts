import { coxRegression, logRankTest } from "../../src/index.ts";
import { compare } from "./measure.ts";

interface Customer {
  readonly plan: string;
  readonly price: number;
  readonly senior: boolean;
  readonly usage: number;
  readonly duration: number;
  readonly churned: boolean;
}

/** The same customers in every run, two years long, from a small congruential generator (Numerical Recipes' constants). */
function customers(size: number, wholeDays: boolean): Customer[] {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return Array.from({ length: size }, () => {
    const [price, senior, usage] = [Math.round(random() * 1000) / 10, random() < 0.2, -Math.log(random())];
    const plan = ["month", "year", "two years"][Math.floor(random() * 3)] ?? "";
    const hazard = Math.exp(0.01 * price + (senior ? 0.3 : 0) - 0.4 * usage) / 600;
    const [left, seen] = [-Math.log(random()) / hazard, random() * 730];
    const duration = Math.min(left, seen);
    const churned = left <= seen;
    return { plan, price, senior, usage, duration: wholeDays ? Math.ceil(duration) : duration, churned };
  });
}

/** `logRankTest` beside reading the same fields into columns and sorting the durations. */
export function benchLogRank(size: number): void {
  for (const wholeDays of [true, false]) {
    const rows = customers(size, wholeDays);
    compare(`logRankTest, ${size / 1e6} million rows, ${wholeDays ? "whole days" : "distinct durations"}`, [
      { name: "reading and sorting", run: () => readAndSort(rows) },
      { name: "logRankTest", run: () => logRankTest(rows, { group: "plan" }), target: "at most 2x" },
    ]);
  }
}

/** `logRankTest` with twice and four times the rows, of distinct durations. */
export function benchLogRankDoubling(size: number): void {
  const contenders = [1, 2, 4].map((times) => {
    const rows = customers(times * size, false);
    return {
      name: `${(times * size) / 1e6} million rows`,
      run: () => logRankTest(rows, { group: "plan" }),
      target: `${times}x`,
    };
  });
  compare("logRankTest, doubling, distinct durations", contenders, 3);
}

/** `coxRegression` with three covariates, and with twice and four times the rows. */
export function benchCox(size: number): void {
  for (const wholeDays of [true, false]) {
    const covariates = ["price", "senior", "usage"] as const;
    const sizes = [size, 2 * size, 4 * size].map((each) => customers(each, wholeDays));
    compare(
      `coxRegression, 3 covariates, ${wholeDays ? "whole days" : "distinct durations"}`,
      sizes.map((rows, place) => ({
        name: `${rows.length / 1000} thousand rows`,
        run: () => coxRegression(rows, { covariates }),
        target: place === 0 ? "at most 1000 ms" : `about ${2 ** place}x`,
      })),
      3,
    );
  }
}

function readAndSort(rows: readonly Customer[]): readonly unknown[] {
  const duration = new Float64Array(rows.length);
  const churned = new Uint8Array(rows.length);
  const group = new Uint32Array(rows.length);
  const codes = new Map<string, number>();
  rows.forEach((row, index) => {
    duration[index] = row.duration;
    churned[index] = row.churned ? 1 : 0;
    let code = codes.get(row.plan);
    if (code === undefined) {
      code = codes.size;
      codes.set(row.plan, code);
    }
    group[index] = code;
  });
  return [duration.sort(), churned, group];
}
