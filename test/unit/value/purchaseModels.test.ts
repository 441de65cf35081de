import { describe, expect, test } from "vitest";
import { askFit, type FittedPurchaseModel } from "../../../src/value/purchaseModels.ts";

const cut = [
  [4, 1, null, null],
  [1, 9, null, null],
  [null, null, null, null],
  [null, null, null, null],
];

test("a fit becomes numbers, and its covariance that of the logarithms", () => {
  const fit = {
    model: "nbd",
    parameters: { r: 2, alpha: 5 },
    converged: true,
    covariance: [
      [4, 1],
      [1, 9],
    ],
  };
  const { model, theta, covariance } = askFit("ask", fit);
  expect(model.model).toBe("nbd");
  expect(Array.from(theta)).toEqual([2, 5]);
  expect(covariance?.map((row) => Array.from(row))).toEqual([
    [4 / 4, 1 / 10],
    [1 / 10, 9 / 25],
  ]);
});

test("without a covariance, or with one that is not known, there is none", () => {
  const fit = { model: "nbd", parameters: { r: 2, alpha: 5 }, converged: true };
  expect(askFit("ask", fit).covariance).toBeNull();
  expect(askFit("ask", { ...fit, covariance: undefined }).covariance).toBeNull();
  expect(
    askFit("ask", {
      ...fit,
      covariance: [
        [null, null],
        [null, null],
      ],
    }).covariance,
  ).toBeNull();
});

test.each([
  ["bgNbd", { r: 2, alpha: 5, a: 0, b: null }],
  ["mbgNbd", { r: 2, alpha: 5, a: 0, b: 3 }],
  ["paretoNbd", { r: 2, alpha: 5, s: 0, beta: null }],
])("%s in which nobody leaves is the NBD", (model, parameters) => {
  const fit = { model, parameters, converged: true, covariance: cut } as FittedPurchaseModel;
  const asked = askFit("ask", fit);
  expect(asked.model.model).toBe("nbd");
  expect(Array.from(asked.theta)).toEqual([2, 5]);
  expect(asked.covariance?.map((row) => Array.from(row))).toEqual([
    [1, 0.1],
    [0.1, 0.36],
  ]);
});

test.each([
  ["bgNbd", { r: 2, alpha: 5, a: null, b: 0 }, [2, 5, 1, 0]],
  ["bgBb", { alpha: 2, beta: 5, gamma: 0, delta: null }, [2, 5, 0, 1]],
  ["bgBb", { alpha: null, beta: 0, gamma: 2, delta: 5 }, [1, 0, 2, 5]],
])("%s at another end of the range keeps its formulas: %o", (model, parameters, expected) => {
  const asked = askFit("ask", { model, parameters, converged: true } as FittedPurchaseModel);
  expect(asked.model.model).toBe(model);
  expect(Array.from(asked.theta)).toEqual(expected);
});

test("what is fixed at the end of its range has no variance", () => {
  const parameters = { r: 2, alpha: 5, a: null, b: 0 };
  const asked = askFit("ask", { model: "bgNbd", parameters, converged: true, covariance: cut });
  expect(asked.covariance?.map((row) => Array.from(row))).toEqual([
    [1, 0.1, 0, 0],
    [0.1, 0.36, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
});

describe("what cannot be asked", () => {
  const good = { model: "bgNbd", parameters: { r: 1, alpha: 2, a: 3, b: 4 }, converged: true };
  const why = "nobody bought twice";
  test.each([
    [undefined, "fit must carry model, parameters, converged, received undefined"],
    [{ ...good, model: undefined }, "fit must carry model, parameters, converged"],
    [
      { ...good, model: "gammaGamma" },
      "fit.model must be one of nbd, bgNbd, mbgNbd, paretoNbd, bgBb, received",
    ],
    [{ ...good, model: "constructor" }, "fit.model must be one of"],
    [{ ...good, parameters: null }, "fit.parameters must carry"],
    [{ ...good, converged: false }, "fit.converged must be true, received false"],
    [
      { ...good, converged: false, reason: why },
      "fit.converged must be true, but nobody bought twice, received",
    ],
    [{ ...good, converged: 1 }, "fit.converged must be true, received 1"],
    [
      { ...good, parameters: { r: 1, alpha: 2, a: 3 } },
      "fit.parameters.b must be a finite number above 0, received u",
    ],
    [
      { ...good, parameters: { ...good.parameters, r: -1 } },
      "fit.parameters.r must be a finite number above 0",
    ],
    [
      { ...good, parameters: { ...good.parameters, r: 0 } },
      "fit.parameters.r must be a finite number above 0",
    ],
    [
      { ...good, parameters: { ...good.parameters, b: null } },
      "fit.parameters.b must be a finite number above 0",
    ],
    [
      { ...good, parameters: { ...good.parameters, a: "3" } },
      'fit.parameters.a must be a finite number above 0, received "3"',
    ],
    [
      { ...good, parameters: { ...good.parameters, alpha: Infinity } },
      "fit.parameters.alpha must be a finite",
    ],
    [{ ...good, covariance: [[1]] }, "fit.covariance must be 4 rows of 4"],
    [{ ...good, covariance: 1 }, "fit.covariance must be 4 rows of 4"],
    [
      { ...good, covariance: cut.map((_, i) => [i, i, i, i].map(() => Number.NaN)) },
      "fit.covariance[0][0] must be",
    ],
    [
      { ...good, covariance: cut.map((row) => row.map(() => -1)) },
      "fit.covariance[0][0] must be null or a finite number from 0",
    ],
  ])("%#: %o", (fit, message) => {
    expect(() => askFit("ask", fit as unknown as FittedPurchaseModel)).toThrow(`Cannot ask: ${message}`);
  });
});

test.each(["bgNbd", "mbgNbd"])(
  "%s in which everybody leaves at the first chance: nobody is left after it",
  (name) => {
    const fit = { model: name, parameters: { r: 2, alpha: 5, a: null, b: 0 }, converged: true };
    const { model, theta } = askFit("ask", fit as FittedPurchaseModel);
    // Two repeats cannot be; of somebody who has them all the same, nothing is expected either.
    for (const x of name === "bgNbd" ? [1, 2, 7] : [0, 1, 2, 7]) {
      const tx = x === 0 ? 0 : 4;
      expect(model.probabilityAlive(theta, x, tx, 10)).toBe(0);
      expect(model.expectedPurchases(theta, x, tx, 10, 20)).toBe(0);
      expect(model.discountedPurchases(theta, x, tx, 10, 0.1, Infinity)).toBe(0);
      expect(model.drawPurchases(theta, x, tx, 10, 20, () => 0)).toBe(0);
    }
    // Who never came back, of those that can: at most once more, with 1 - ((alpha + T) / (alpha + T + t))^r.
    const once = 1 - (15 / 35) ** 2;
    expect(model.expectedPurchases(theta, 0, 0, 10, 20)).toBeCloseTo(name === "bgNbd" ? once : 0, 12);
  },
);
