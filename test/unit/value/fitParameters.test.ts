import { expect, test } from "vitest";
import { checkFit, checkParameter, logCovariance } from "../../../src/value/fitParameters.ts";

test("a fit that converged is what it carries", () => {
  const fit = { model: "a", parameters: { p: 1 }, converged: true, n: 7 };
  expect(checkFit("ask", fit, ["a", "b"])).toEqual({ ...fit, n: undefined, covariance: undefined });
  expect(() => checkFit("ask", fit, ["b"])).toThrow('Cannot ask: fit.model must be one of b, received "a"');
});

test("a parameter is a number above 0", () => {
  expect(checkParameter("ask", { p: 2 }, "p")).toBe(2);
  expect(() => checkParameter("ask", { p: null }, "p")).toThrow(
    "fit.parameters.p must be a finite number above 0",
  );
});

test("the covariance of logarithms, of those that are not fixed", () => {
  const covariance = [
    [1, 2, 3],
    [2, 8, 6],
    [3, 6, 18],
  ];
  const logs = logCovariance("ask", Float64Array.of(1, 7, 3), [0, -1, 2], covariance, 3);
  expect(logs?.map((row) => Array.from(row))).toEqual([
    [1, 0, 1],
    [0, 0, 0],
    [1, 0, 2],
  ]);
});
