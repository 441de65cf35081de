import { describe, expect, test } from "vitest";
import { groupColumns } from "../../../src/value/groupedColumns.ts";
import { paretoNbdLikelihood } from "../../../src/value/paretoNbdLikelihood.ts";
import { paretoNbdModel } from "../../../src/value/paretoNbdModel.ts";

const HISTORIES: readonly (readonly [x: number, tx: number, T: number])[] = [
  [0, 0, 0],
  [0, 0, 39],
  [0, 0, 800],
  [1, 0.001, 0.001],
  [1, 2, 3],
  [1, 20, 39],
  [1, 800, 900],
  [2, 30.43, 38.86],
  [40, 0.001, 2000],
  [200, 38, 40],
  [5000, 900, 1000],
];
const THETAS: readonly (readonly number[])[] = [
  [0.55, 10.6, 0.6, 11.7],
  [0.6, 12, 1e-6, 30],
  [0.6, 12, 64, 7721],
  [3, 40, 1, 25],
  [0.25, 1e-3, 0.8, 1e5],
  [0.25, 1e5, 0.8, 1e-3],
  [1e10, 1e11, 0.7, 12],
  [0.6, 11, 1e10, 1e11],
];

// The model's own likelihood takes one integral per customer, in another variable, and is held against mpmath.
describe.each(THETAS)("r %d, alpha %d, s %d, beta %d", (...theta) => {
  const columns = [0, 1, 2].map((i) => Float64Array.from(HISTORIES, (history) => history[i] as number));
  const count = Float64Array.from(HISTORIES, (_, i) => 1 + (i % 3));
  const objective = paretoNbdLikelihood(groupColumns(columns, count));
  const at = Float64Array.from(theta, Math.log);
  const gradient = new Float64Array(4);
  const value = objective(at, gradient);

  test("the log-likelihood is the sum over customers", () => {
    const sum = HISTORIES.reduce(
      (total, [x, tx, T], i) => total + (1 + (i % 3)) * paretoNbdModel.logLikelihood(theta, x, tx, T),
      0,
    );
    expect(Math.abs(value - sum) / Math.max(1, Math.abs(sum))).toBeLessThan(1e-12);
  });

  test("the gradient is that of the value", () => {
    for (let i = 0; i < 4; i++) {
      const differences = [1e-3, 2e-3].map((step) => {
        const [above, below] = [at.slice(), at.slice()];
        above[i] = (at[i] as number) + step;
        below[i] = (at[i] as number) - step;
        const other = new Float64Array(4);
        return (objective(above, other) - objective(below, other)) / (2 * step);
      }) as [number, number];
      // Richardson's extrapolation: what is left is of the fourth order in the step.
      const slope = (4 * differences[0] - differences[1]) / 3;
      const size = Math.max(1, Math.abs(slope), Math.abs(value) * 1e-4);
      expect(Math.abs((gradient[i] as number) - slope) / size).toBeLessThan(1e-6);
    }
  });
});
