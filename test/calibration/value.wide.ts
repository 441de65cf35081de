import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import { all, parameterStudy, valueStudy } from "./valueStudies.ts";

// The simulation error of a cell is about .015, at a coverage of .9 about .02: the demands leave five of it.
const SAMPLES = 200;
const sizes = [300, 3000];

test("parameters of models of purchases, of more shops and more customers", () => {
  const demand = { method: "log", from: 3000, least: 0.845 };
  checkStudy("value-parameters-wide", parameterStudy(all, ["log"]), sizes, SAMPLES, [demand]);
});

test("customer value, expected purchases and how often they really buy, in more shops", () => {
  const demands = [
    { method: "delta", from: 3000, least: 0.875 },
    { method: "predictive", from: 3000, least: 0.875, targets: 2 },
  ];
  checkStudy("value-wide", valueStudy(all), sizes, SAMPLES, demands);
});

// Profile intervals take many times as long, so there are fewer samples: the simulation error is about .022.
test("parameters of models of purchases, by profile likelihood", () => {
  const demands = ["log", "profile"].map((method) => ({ method, from: 300, least: 0.84 }));
  const study = parameterStudy(all, ["log", "profile"]);
  checkStudy("value-parameters-profile-wide", study, [300], 100, demands);
});
