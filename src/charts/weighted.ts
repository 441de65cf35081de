import type { Estimate } from "../index.ts";

/** Numbers in ascending order, each different, with how many observations there are up to it. */
export interface Weighted {
  readonly values: readonly number[];
  readonly upTo: readonly number[];
  readonly n: number;
  readonly sum: number;
}

/** The estimates of rows, each as often as its `n` says; those that are not known are left out. */
export function weighted(rows: readonly Pick<Estimate, "estimate" | "n">[]): Weighted {
  const counts = new Map<number, number>();
  for (const { estimate, n } of rows) {
    if (estimate !== null && n !== null) counts.set(estimate, (counts.get(estimate) ?? 0) + n);
  }
  const values = [...counts.keys()].sort((a, b) => a - b);
  let [n, sum] = [0, 0];
  const upTo = values.map((value) => {
    const own = counts.get(value) ?? 0;
    sum += own * value;
    n += own;
    return n;
  });
  return { values, upTo, n, sum };
}

/** The quantile of definition 7 [HyndmanFan1996], of at least one observation. */
export function quantile({ values, upTo, n }: Weighted, p: number): number {
  const h = (n - 1) * p;
  const at = (rank: number): number => values[upTo.findIndex((count) => count > rank)] ?? 0;
  const [low, high] = [at(Math.floor(h)), at(Math.ceil(h))];
  return low + (h - Math.floor(h)) * (high - low);
}

/** The smallest of 1, 2 and 5 times a power of ten that is no smaller than `least`, which is above 0. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const digit = [1, 2, 5].find((candidate) => candidate * power >= least) ?? 10;
  return digit * power;
}

/** Without the digits that rounding errors leave: 0.6 instead of 0.6000000000000001. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
