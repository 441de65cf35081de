import { readFileSync } from "node:fs";

/** Rows of arguments followed by the value, as oracle.py writes them. */
export type Rows = readonly (readonly number[])[];

export interface Fixture {
  readonly function: string;
  readonly arguments: readonly string[];
  readonly mpmath: string;
  readonly digits: number;
  readonly ordinary: Rows;
  readonly extreme: Rows;
}

export function readFixture(name: string): Fixture {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8")) as Fixture;
}

/** The largest |computed - value| / |value|; NaN if anything computed is NaN. */
export function largestRelativeError(compute: (...args: readonly number[]) => number, rows: Rows): number {
  return rows.reduce((largest, row) => {
    const value = row.at(-1) ?? NaN;
    return Math.max(largest, Math.abs(compute(...row.slice(0, -1)) - value) / Math.abs(value));
  }, 0);
}
