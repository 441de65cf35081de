import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import { planStudy, skewedStudy } from "./revenueStudies.ts";

// The simulation error of a cell is about .011, at a coverage of .85 about .018.
const SAMPLES = 400;

const methods = ["grossRevenueRetention", "netRevenueRetention", "quickRatio"];

test("retention of revenue with three prices", () => {
  const demands = methods.map((method) => ({ method, from: 1000, least: 0.925 }));
  checkStudy("revenue-plans", planStudy, [20, 50, 200, 1000], SAMPLES, demands);
});

test("retention of revenue with skewed prices", () => {
  // Below the level: so much the page admits, and no more.
  const demands = methods.map((method) => ({ method, from: 200, least: 0.875 }));
  checkStudy("revenue-skewed", skewedStudy, [20, 50, 200], SAMPLES, demands);
});
