import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import { all, parameterStudy, valueStudy } from "./valueStudies.ts";

// The simulation error of a cell is about .014: the demands leave five of it.
const SAMPLES = 250;
const sizes = [300, 3000];

test("parameters of models of purchases, more of them", () => {
  const demands = ["log", "profile"].map((method) => ({ method, from: 3000, least: 0.88 }));
  checkStudy("value-parameters-wide", parameterStudy(all, ["log", "profile"]), sizes, SAMPLES, demands);
});

test("customer value, expected purchases and how often they really buy, in more shops", () => {
  const demands = [
    { method: "delta", from: 3000, least: 0.88 },
    { method: "predictive", from: 3000, least: 0.88 },
  ];
  checkStudy("value-wide", valueStudy(all), sizes, SAMPLES, demands);
});
