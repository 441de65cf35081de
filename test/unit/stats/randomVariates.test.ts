import { describe, expect, test } from "vitest";
import { betaCdf } from "../../../src/math/beta.ts";
import { gammaCdf } from "../../../src/math/gamma.ts";
import { normalCdf } from "../../../src/math/normal.ts";
import { seededUniform, type Uniform } from "../../../src/stats/random.ts";
import {
  logRandomGamma,
  randomBeta,
  randomGamma,
  randomNormal,
  randomPoisson,
} from "../../../src/stats/randomVariates.ts";

const SIZE = 4000;
/** P(sqrt(n) D > 1.95) is 0.001 by Kolmogorov's distribution; the seed is fixed, so the test gives one answer. */
const MOST = 1.95;

/** sqrt(n) times the largest distance between the distribution function and that of the drawn numbers. */
function distance(draw: (uniform: Uniform) => number, cdf: (x: number) => number): number {
  const uniform = seededUniform(20);
  const drawn = Float64Array.from({ length: SIZE }, () => draw(uniform));
  drawn.sort();
  let most = 0;
  drawn.forEach((x, i) => {
    // Numbers that round to the same double, such as shares next to 1, are a step; only its ends count.
    if (x !== drawn[i - 1] && x !== 1) most = Math.max(most, cdf(x) - i / SIZE);
    if (x !== drawn[i + 1]) most = Math.max(most, (i + 1) / SIZE - cdf(x));
  });
  return most * Math.sqrt(SIZE);
}

test("normal numbers", () => expect(distance(randomNormal, normalCdf)).toBeLessThan(MOST));

test.each([0.05, 0.24, 0.9, 1, 1.5, 6, 300, 1e7])("gamma numbers of shape %d", (shape) => {
  expect(
    distance(
      (uniform) => randomGamma(shape, uniform),
      (x) => gammaCdf(x, shape),
    ),
  ).toBeLessThan(MOST);
});

test("a gamma number of a tiny shape keeps its logarithm", () => {
  // P(log X <= y) = P(X <= e^y) = e^(shape y) for such a shape, up to a relative error of its size.
  const shape = 1e-6;
  const draw = (uniform: Uniform): number => logRandomGamma(shape, uniform);
  expect(distance(draw, (y) => Math.min(1, Math.exp(shape * y)))).toBeLessThan(MOST);
});

test.each([
  [0.79, 2.43],
  [0.05, 0.02],
  [5, 1],
  [400, 90],
])("beta numbers of %d and %d", (a, b) => {
  expect(
    distance(
      (uniform) => randomBeta(a, b, uniform),
      (x) => betaCdf(x, a, b),
    ),
  ).toBeLessThan(MOST);
});

test("beta numbers of tiny parameters are nearly 0 or 1, in the right shares", () => {
  const uniform = seededUniform(3);
  let ones = 0;
  for (let i = 0; i < SIZE; i++) {
    const drawn = randomBeta(1e-8, 3e-8, uniform);
    expect(drawn < 1e-9 || drawn > 1 - 1e-9).toBe(true);
    if (drawn > 0.5) ones += 1;
  }
  // A quarter, within four standard errors.
  expect(Math.abs(ones / SIZE - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / SIZE));
});

describe.each([0, 0.03, 1, 9.9, 10, 11.3, 40, 2500])("Poisson counts of mean %d", (mean) => {
  // P(X <= k) = P(a gamma number of shape k + 1 is above the mean).
  const cdf = (k: number): number => (k < 0 ? 0 : 1 - gammaCdf(mean, k + 1));
  const uniform = seededUniform(8);
  const drawn = Array.from({ length: SIZE }, () => randomPoisson(mean, uniform));

  test("are integers from 0", () => expect(drawn.every((k) => Number.isSafeInteger(k) && k >= 0)).toBe(true));
  test("have the distribution", () => {
    // Of a discrete distribution the distance at its own points is no larger than Kolmogorov's.
    let most = 0;
    for (const k of new Set(drawn)) {
      const share = drawn.filter((other) => other <= k).length / SIZE;
      most = Math.max(most, Math.abs(share - cdf(k)));
    }
    expect(most * Math.sqrt(SIZE)).toBeLessThan(MOST);
  });
});

test("Poisson counts of a huge mean are around it", () => {
  const uniform = seededUniform(4);
  const mean = 1e12;
  const z = (): number => (randomPoisson(mean, uniform) - mean) / Math.sqrt(mean);
  const drawn = Float64Array.from({ length: SIZE }, z);
  drawn.sort();
  const most = drawn.reduce((so, x, i) => Math.max(so, Math.abs(normalCdf(x) - (i + 0.5) / SIZE)), 0);
  expect(most * Math.sqrt(SIZE)).toBeLessThan(MOST);
});

test("a generator that gives 0 does no harm", () => {
  const uniform = (): Uniform => {
    const numbers = [0, 0.3, 0, 0.6, 0, 0.2, 0, 0.9, 0.1];
    return () => numbers.shift() ?? 0.5;
  };
  expect(Number.isFinite(randomNormal(uniform()))).toBe(true);
  expect(Number.isFinite(logRandomGamma(0.2, uniform()))).toBe(true);
  expect(randomPoisson(3, uniform())).toBe(0);
});
