import { expect, test } from "vitest";
import { csatMean, type MeanMethod } from "../../src/index.ts";
import { seededUniform, type Uniform } from "../../src/stats/random.ts";
import { expectGenerated, markdownTable } from "../support/docTable.ts";
import { show } from "./coverage.ts";
import { fivePoint, meanOf } from "./populations.ts";

const SAMPLES = 4000;

test("coverage of means in larger samples, by seeded simulation", () => {
  const rows = [20, 50, 100, 500].flatMap((n) =>
    (["t", "bootstrap"] as const).map((method) => [
      `\`${method}\`, n = ${n}`,
      ...Object.values(fivePoint).map((population) => show(coverage(population, n, method))),
    ]),
  );
  expect(rows).toHaveLength(8);
  expectGenerated("docs/calibration.md", "means-wide", markdownTable(["", ...Object.keys(fivePoint)], rows));
});

function coverage(population: readonly number[], n: number, method: MeanMethod): number {
  const uniform = seededUniform(20_260_101);
  const truth = meanOf(population);
  let covered = 0;
  let determined = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const { low, high } = csatMean(draw(population, n, uniform), { method, seed: sample });
    if (low === null || high === null) continue;
    determined += 1;
    if (low - 1e-10 <= truth && truth <= high + 1e-10) covered += 1;
  }
  return covered / determined;
}

function draw(population: readonly number[], n: number, uniform: Uniform): number[] {
  return Array.from({ length: n }, () => {
    let rest = uniform();
    const answer = population.findIndex((share) => {
      rest -= share;
      return rest < 0;
    });
    // Rounding of the shares may leave a sliver at the top.
    return answer < 0 ? population.length : answer + 1;
  });
}
