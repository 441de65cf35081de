import { test } from "vitest";
import { checkStudy } from "./checkStudy.ts";
import { dailyStudy, stripeStudy } from "./churnStudies.ts";
import { cohortRevenueStudy } from "./cohortStudies.ts";
import { gapStudy } from "./gapStudy.ts";

// The simulation error of a cell is about .011, at a coverage of .85 about .018.
const SAMPLES = 400;

test("churnRate as Stripe counts it", () => {
  const demand = { method: "stripe", from: 200, least: 0.925 };
  checkStudy("churn-stripe", stripeStudy, [20, 50, 200, 1000], SAMPLES, [demand]);
});

test("churnRate as the sum of daily rates", () => {
  const demand = { method: "daily", from: 200, least: 0.925 };
  checkStudy("churn-daily", dailyStudy, [20, 50, 200], SAMPLES, [demand]);
});

test("timeBetweenPurchases of many customers", () => {
  const demand = { method: "timeBetweenPurchases", from: 200, least: 0.925 };
  checkStudy("purchase-gaps-wide", gapStudy, [200], SAMPLES, [demand]);
});

test("cohortRevenue: both methods", () => {
  // Below the level: so much the page admits, and no more.
  const demand = { method: "bootstrap", from: 200, least: 0.85 };
  checkStudy("cohort-revenue-wide", cohortRevenueStudy(["t", "bootstrap"]), [20, 50, 200], SAMPLES, [demand]);
});
