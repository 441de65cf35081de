import type { LifetimeRow } from "../../../src/index.ts";
import fixture from "./fixtures/data.json" with { type: "json" };

/** A lifetime with whatever else its data set says. */
export type DataRow = LifetimeRow & { readonly [field: string]: unknown };

/** The rows of one of R's data sets. */
export function dataSet(name: string): DataRow[] {
  const columns = Object.entries(fixture).find(([key]) => key === name)?.[1];
  if (columns === undefined || typeof columns === "string") throw new Error(`no data set ${name}`);
  return columns.duration.map((duration, index) => {
    const cells = Object.entries(columns).map(([field, values]) => [field, values[index]]);
    return { ...Object.fromEntries(cells), duration, churned: columns.churned[index] === 1 };
  });
}

/** How far a number is from what it should be, relative to its size. */
export function relativeError(actual: number | null | undefined, expected: number): number {
  return Math.abs((actual ?? Number.NaN) - expected) / Math.max(1e-300, Math.abs(expected));
}
