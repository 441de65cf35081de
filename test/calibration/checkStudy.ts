import { expect } from "vitest";
import { expectGenerated } from "../support/docTable.ts";
import { simulate, type Study, studyTable } from "./simulate.ts";

/** What is asked of a method. */
export interface Demand {
  readonly method: string;
  /** From which n on. */
  readonly from: number;
  /** The least coverage. Below the level by what the theory leaves open and by five simulation errors. */
  readonly least: number;
  /** The largest coverage: beyond it the interval is too long. Default 1. */
  readonly most?: number;
  /** How many of the targets, from the first. Default all. */
  readonly targets?: number;
}

/** Simulates a study, holds the methods to what is asked of them, and compares the table on the page. */
export function checkStudy<Population extends { readonly name: string }>(
  marker: string,
  study: Study<Population>,
  sizes: readonly number[],
  samples: number,
  demands: readonly Demand[],
): void {
  const findings = simulate(study, sizes, samples);
  for (const { method, from, least, most = 1, targets } of demands) {
    const asked = findings.filter((finding) => finding.method === method && finding.n >= from);
    expect(asked.length).toBeGreaterThan(0);
    for (const { population, n, coverages } of asked)
      for (const { covered } of coverages.slice(0, targets)) {
        const where = `${method}, ${population}, n = ${n}`;
        expect(covered, where).toBeGreaterThanOrEqual(least);
        expect(covered, where).toBeLessThanOrEqual(most);
      }
  }
  expectGenerated("docs/calibration.md", marker, studyTable(study, sizes, findings));
}
