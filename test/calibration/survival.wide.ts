import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import { medianStudy, restrictedMeanStudy, survivalStudy } from "./survivalStudies.ts";

// The simulation error of a cell is about .0035.
const SAMPLES = 4000;

test("kaplanMeier of many customers", () => {
  const demand = { method: "logLog", from: 1000, least: 0.935, most: 0.965 };
  checkStudy("survival-wide", survivalStudy, [1000], SAMPLES, [demand]);
});

test("medianLifetime of many customers", () => {
  const demand = { method: "logLog", from: 1000, least: 0.935, most: 0.965 };
  checkStudy("median-lifetime-wide", medianStudy, [1000], SAMPLES, [demand]);
});

test("restrictedMeanLifetime of many customers", () => {
  const demand = { method: "logit", from: 1000, least: 0.935, most: 0.965 };
  checkStudy("restricted-mean-wide", restrictedMeanStudy, [1000], SAMPLES, [demand]);
});
