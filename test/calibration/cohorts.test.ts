import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import { cohortRevenueStudy, cohortStudy } from "./cohortStudies.ts";
import { gapStudy } from "./gapStudy.ts";

// The simulation error of a cell is about .007, at a coverage of .8 about .013.
const SAMPLES = 1000;

test("cohortRetention and retentionCurve", () => {
  // Wilson's interval of so few customers is exact on average over all shares, and not at each.
  const demand = { method: "wilson", from: 20, least: 0.92 };
  checkStudy("cohorts", cohortStudy, [20, 50, 200], SAMPLES, [demand]);
});

test("cohortRevenue: Hall's interval and Student's t", () => {
  // Sigma 1.5 is more skewed than most amounts are; an interval without resampling cannot follow it wholly.
  const demand = { method: "hall", from: 50, least: 0.89 };
  checkStudy("cohort-revenue", cohortRevenueStudy(["hall", "t"]), [20, 50, 200], SAMPLES, [demand]);
});

test("timeBetweenPurchases", () => {
  const demand = { method: "timeBetweenPurchases", from: 50, least: 0.925, most: 0.98 };
  checkStudy("purchase-gaps", gapStudy, [20, 50], SAMPLES, [demand]);
});
