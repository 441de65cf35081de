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
