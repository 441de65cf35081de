import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import { checkRejections } from "./checkRejections.ts";
import { coxStudy } from "./coxStudies.ts";

// The simulation error of a cell is about .007.
const SAMPLES = 1000;

test("coxRegression of many customers", () => {
  const demand = { method: "coxRegression", from: 200, least: 0.925, most: 0.975 };
  checkStudy("cox-wide", coxStudy, [200, 1000], SAMPLES, [demand]);
});

test("tests of many customers reject a true hypothesis in 5 of 100 samples", () => {
  checkRejections("survival-tests-wide", [200, 1000], SAMPLES, { from: 200, most: 0.07 });
});
