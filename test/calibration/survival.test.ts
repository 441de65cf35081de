import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import {
  hazardStudy,
  medianStudy,
  periodStudy,
  restrictedMeanStudy,
  survivalStudy,
  wholePeriodStudy,
} from "./survivalStudies.ts";

// The simulation error of a cell is about .007. Bounds hold the defaults; the other methods are there to compare.
const SAMPLES = 1000;
const sizes = [20, 50, 200];

test("kaplanMeier, while a quarter of the customers or more is left, and half of them", () => {
  const demand = { method: "logLog", from: 20, least: 0.925, most: 0.98, targets: 2 };
  checkStudy("survival", survivalStudy, sizes, SAMPLES, [demand]);
});

test("kaplanMeier of whole periods", () => {
  const demand = { method: "logLog", from: 20, least: 0.925, most: 0.98, targets: 2 };
  checkStudy("survival-periods", wholePeriodStudy, sizes, SAMPLES, [demand]);
});

test("nelsonAalen", () => {
  const demand = { method: "log", from: 20, least: 0.925, most: 0.98, targets: 2 };
  checkStudy("cumulative-hazard", hazardStudy, sizes, SAMPLES, [demand]);
});

test("medianLifetime", () => {
  const demand = { method: "logLog", from: 20, least: 0.925, most: 0.98 };
  checkStudy("median-lifetime", medianStudy, sizes, SAMPLES, [demand]);
});

test("restrictedMeanLifetime", () => {
  const demand = { method: "logit", from: 50, least: 0.925, most: 0.975 };
  checkStudy("restricted-mean", restrictedMeanStudy, sizes, SAMPLES, [demand]);
});

test("hazardByPeriod", () => {
  const demand = { method: "wilson", from: 50, least: 0.925, most: 0.98 };
  checkStudy("hazard", periodStudy, sizes, SAMPLES, [demand]);
});
