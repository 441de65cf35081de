import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import { often, parameterStudy, valueStudy } from "./valueStudies.ts";

// The simulation error of a cell is about .015: the demands leave five of it.
const SAMPLES = 200;
const sizes = [300];

test("parameters of models of purchases", () => {
  const demand = { method: "log", from: 300, least: 0.875 };
  checkStudy("value-parameters", parameterStudy(often, ["log"]), sizes, SAMPLES, [demand]);
});

test("customer value, expected purchases and how often they really buy", () => {
  const demands = [
    { method: "delta", from: 300, least: 0.86 },
    { method: "predictive", from: 300, least: 0.875, targets: 2 },
  ];
  checkStudy("value", valueStudy(often), sizes, SAMPLES, demands);
});
