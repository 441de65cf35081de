import { test } from "vitest";
import { checkRejections } from "./checkRejections.ts";
import { checkStudy } from "./checkStudy.ts";
import { coxStudy } from "./coxStudies.ts";

// The simulation error of a cell is about .007.
const SAMPLES = 1000;
const sizes = [20, 50];

test("coxRegression: coefficients and concordance", () => {
  const demand = { method: "coxRegression", from: 50, least: 0.92, most: 0.98 };
  checkStudy("cox", coxStudy, sizes, SAMPLES, [demand]);
});

test("tests reject a true hypothesis in 5 of 100 samples, or a little more often", () => {
  checkRejections("survival-tests", sizes, SAMPLES, { from: 50, most: 0.09 });
});
