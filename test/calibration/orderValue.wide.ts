import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import { orderValueBootstrapStudy, orderValueStudy } from "./orderValueStudies.ts";

const sizes = [20, 50, 200];

test("order values, frequencies and values of customers", () => {
  // The simulation error of a cell is about .007. Few customers do not show how skewed they are: so much the page admits.
  checkStudy("order-value-wide", orderValueStudy, sizes, 1000, [
    { method: "hall", from: 20, least: 0.82, most: 0.985 },
    { method: "hall", from: 50, least: 0.87, most: 0.975 },
    { method: "hall", from: 200, least: 0.905, most: 0.975 },
    { method: "t", from: 200, least: 0.875, most: 0.975 },
  ]);
});

test("order values by resampling", () => {
  // About .015, and at a coverage of .9 about .019.
  checkStudy("order-value-bootstrap-wide", orderValueBootstrapStudy, sizes, 250, [
    { method: "bootstrap", from: 20, least: 0.85 },
    { method: "bootstrap", from: 200, least: 0.9, most: 0.985 },
  ]);
});
