import { expect, test } from "vitest";
import { fitMbgNbd } from "../../../src/value/fitMbgNbd.ts";
import { mbgNbdModel } from "../../../src/value/mbgNbdModel.ts";

const ROWS = [
  { frequency: 0, recency: 0, age: 30, count: 60 },
  { frequency: 1, recency: 4, age: 30, count: 15 },
  { frequency: 1, recency: 25, age: 30, count: 6 },
  { frequency: 2, recency: 9, age: 30, count: 5 },
  { frequency: 2, recency: 27, age: 30, count: 5 },
  { frequency: 5, recency: 14, age: 30, count: 3 },
  { frequency: 5, recency: 28, age: 30, count: 4 },
  { frequency: 12, recency: 20, age: 30, count: 1 },
  { frequency: 12, recency: 29, age: 30, count: 2 },
];

test("a maximum: moving any parameter by 1 % either way makes the sum of the customers' log-likelihoods smaller", () => {
  const fit = fitMbgNbd(ROWS);
  const best = Object.values(fit.parameters) as number[];
  const total = (theta: readonly number[]): number =>
    ROWS.reduce((sum, { frequency, recency, age, count }) => {
      return sum + count * mbgNbdModel.logLikelihood(theta, frequency, recency, age);
    }, 0);
  expect(fit.logLikelihood).toBeCloseTo(total(best), 9);
  best.forEach((_, i) => {
    for (const factor of [0.99, 1.01])
      expect(total(best.map((value, j) => (i === j ? factor * value : value)))).toBeLessThan(total(best));
  });
  expect(fit).toMatchObject({ model: "mbgNbd", n: 101, converged: true, boundary: null });
});

test("one customer: gone after 5 of 30, having stayed twice of three times", () => {
  const fit = fitMbgNbd([{ frequency: 2, recency: 5, age: 30 }]);
  expect(fit).toMatchObject({ converged: false, parameters: { r: null, alpha: null, a: null, b: null } });
  // Were it sure that they left: rate 2/5, and p (1 - p)^2 is largest at 1/3.
  expect(fit.reason).toMatch(
    /r \/ alpha = 0\.(39|40)\d*; all leave with the same probability: .* = 0\.333\d*$/,
  );
});

test("nobody bought twice, or there is nobody: no fit, and no error", () => {
  expect(fitMbgNbd([]).reason).toBe("there are no customers");
  expect(fitMbgNbd([{ frequency: 0, recency: 0, age: 9 }])).toMatchObject({ converged: false, n: 1 });
});

test("a wrong row is an error with its place", () => {
  expect(() => fitMbgNbd([{ frequency: 1, recency: 6, age: 5 }])).toThrow(
    "Cannot fit mbgNbd: customers[0].age must be a finite number no less than recency, received 5",
  );
});

// 30 simulated customers each, as x, tx and T. The highest log-likelihoods are those of scipy 1.10 (L-BFGS-B and
// Nelder-Mead) from 14 random starts. Nearby is a lower maximum at an end of the range.
const NEAR_AN_END = [
  {
    best: -139.0641786768448,
    rows: [
      [0, 0, 61.02],
      [1, 39.79, 61.97],
      [0, 0, 60.68],
      [3, 45.72, 54.5],
      [0, 0, 64.47],
      [1, 28.92, 43.28],
      [0, 0, 68.74],
      [0, 0, 55.66],
      [0, 0, 52.28],
      [2, 19.48, 64.09],
      [0, 0, 61.11],
      [5, 54.28, 66.61],
      [1, 5.32, 53.82],
      [2, 44.78, 51.7],
      [4, 37.69, 40.84],
      [0, 0, 69.05],
      [0, 0, 62.32],
      [2, 43.81, 51.63],
      [0, 0, 60.79],
      [1, 1.02, 44.7],
      [7, 30.58, 57.32],
      [0, 0, 47.13],
      [1, 14.86, 64.49],
      [0, 0, 61.19],
      [0, 0, 36.83],
      [0, 0, 50.61],
      [0, 0, 46.18],
      [0, 0, 52.32],
      [0, 0, 46.5],
      [0, 0, 41.71],
    ],
  },
  {
    best: -15.88712140336315,
    rows: [
      [0, 0, 1.32],
      [4, 2.02, 2.27],
      [1, 0.86, 1.71],
      [1, 2.14, 2.26],
      [7, 1.14, 1.41],
      [0, 0, 1.72],
      [0, 0, 1.77],
      [0, 0, 1.52],
      [1, 0.31, 1.78],
      [5, 2.25, 2.27],
      [7, 1.85, 2.26],
      [0, 0, 1.61],
      [4, 1.6, 2.09],
      [8, 2.03, 2.19],
      [0, 0, 1.27],
      [0, 0, 1.23],
      [5, 1.41, 1.58],
      [0, 0, 1.63],
      [1, 0.06, 1.59],
      [0, 0, 2.2],
      [0, 0, 1.37],
      [0, 0, 1.37],
      [8, 2.04, 2.07],
      [0, 0, 2.18],
      [1, 0.65, 1.23],
      [17, 1.65, 1.84],
      [6, 1.74, 2.23],
      [1, 0.4, 1.75],
      [0, 0, 1.64],
      [0, 0, 1.83],
    ],
  },
];

test.each(NEAR_AN_END)("the highest of several maxima: $best", ({ best, rows }) => {
  const fit = fitMbgNbd(rows.map(([frequency = 0, recency = 0, age = 0]) => ({ frequency, recency, age })));
  expect(fit).toMatchObject({ converged: true, boundary: null });
  expect(fit.logLikelihood).toBeGreaterThan(best - 1e-8);
});

test("the order of rows does not change a digit", () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({
    frequency: i % 4,
    recency: i % 4 === 0 ? 0 : ((7 * i) % 23) / 7 + 1 / 7,
    age: (40 + ((11 * i) % 37)) / 7,
  }));
  const fit = fitMbgNbd(rows);
  for (let turn = 1; turn < 10; turn++)
    expect(fitMbgNbd([...rows.slice(turn), ...rows.slice(0, turn).reverse()])).toEqual(fit);
});
