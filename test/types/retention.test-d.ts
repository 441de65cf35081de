// Checked by `tsc --noEmit` alone; nothing here runs.
import {
  type ChurnRateEstimate,
  type CohortRetentionCell,
  calendarMonths,
  churnRate,
  churnRateDifference,
  churnRateFromCounts,
  cohortRetention,
  cohortRetentionFromCounts,
  cohortRevenue,
  coxRegression,
  hazardByPeriod,
  kaplanMeier,
  lifetimesFromSubscriptions,
  logRankTest,
  medianLifetime,
  mrrMovements,
  nelsonAalen,
  netRevenueRetention,
  type ProportionMethod,
  restrictedMeanLifetime,
  retentionCurve,
  rollup,
  type SurvivalMethod,
  survivalAt,
  tallyLifetimes,
  timeBetweenPurchases,
} from "../../src/index.ts";
import { type Assignable, type Equal, type Expect, holds } from "./expect.ts";

interface Subscription {
  readonly customerId: string;
  readonly plan: "monthly" | "annual";
  readonly seats?: number | undefined;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly mrr: number;
}
interface Order {
  readonly customerId: number;
  readonly at: Date;
  readonly amount: number;
}
declare const subscriptions: readonly Subscription[];
declare const orders: readonly Order[];
const june = { from: "2024-06-01", to: "2024-06-30" };
const bucket = calendarMonths();

const byPlan = rollup(subscriptions, ["plan", "seats"], (rows) => churnRate(rows, june));
type ByPlan = (typeof byPlan)[number];
const guarded = rollup(subscriptions, ["plan"], (rows) => churnRate(rows, june), { minimum: 20 });
const [one, two] = guarded;
if (one?.suppressed === false && two?.suppressed === false) churnRateDifference(one, two);
// @ts-expect-error the counts may be hidden
if (one !== undefined && two !== undefined) churnRateDifference(one, two);
holds<
  [
    Expect<Equal<ByPlan["plan"], "monthly" | "annual">>,
    Expect<Equal<ByPlan["seats"], number | null>>,
    Expect<Equal<ByPlan["estimate"], number | null>>,
    Expect<Equal<ByPlan["metric"], "churnRate">>,
    Expect<Equal<ByPlan["churned"], number>>,
    Expect<Assignable<ByPlan, ChurnRateEstimate>>,
    Expect<Equal<(typeof guarded)[number]["n"], number | null>>,
  ]
>();

// A method belongs to its convention.
churnRate(subscriptions, { ...june, convention: "baremetrics", method: "jeffreys" });
churnRate(subscriptions, { ...june, convention: "stripe", method: "bootstrap", seed: 2 });
// @ts-expect-error a share is not resampled
churnRate(subscriptions, { ...june, convention: "standard", method: "bootstrap" });
// @ts-expect-error a sum of rates is no proportion
churnRate(subscriptions, { ...june, convention: "daily", method: "wilson" });
// @ts-expect-error no such convention
churnRate(subscriptions, { ...june, convention: "shopify" });
// @ts-expect-error a period has an end
churnRate(subscriptions, { from: "2024-06-01" });
// @ts-expect-error misspelt
churnRate(subscriptions, { ...june, timezone: "UTC" });
// @ts-expect-error orders are no subscriptions
churnRate(orders, june);
churnRateFromCounts({ churned: 3n, atRisk: 40 }, { method: "clopperPearson" });
// @ts-expect-error counts made elsewhere have no customers to draw again
churnRateFromCounts({ churned: 3, atRisk: 40 }, { method: "bootstrap" });

const cells = cohortRetention(orders, { bucket });
type Cell = (typeof cells)[number];
const curve = retentionCurve(cells);
type Point = (typeof curve)[number];
const [revenue] = cohortRevenue(orders, { bucket, mode: "cumulative" });
holds<
  [
    Expect<Equal<Cell, CohortRetentionCell>>,
    Expect<Equal<Cell["cohort"], string>>,
    Expect<Equal<Cell["complete"], boolean>>,
    Expect<Equal<Cell["estimate"], number | null>>,
    Expect<Equal<Cell["method"], ProportionMethod>>,
    Expect<Equal<Point["metric"], "retentionCurve">>,
    Expect<Equal<Point["cohorts"], number>>,
    Expect<Equal<"cohort" extends keyof Point ? true : false, false>>,
    Expect<Equal<NonNullable<typeof revenue>["unit"], "money">>,
  ]
>();
retentionCurve(cohortRetentionFromCounts([{ cohort: 2023, offset: 1, active: 3n, size: 10 }]));
// @ts-expect-error results are not for writing
if (cells[0] !== undefined) cells[0].active = 1;
// @ts-expect-error cohorts need a bucket
cohortRetention(orders, {});
// @ts-expect-error no such mode
cohortRetention(orders, { bucket, mode: "unbounded" });
// @ts-expect-error a curve is made of cells, not of orders
retentionCurve(orders);

const lifetimes = lifetimesFromSubscriptions(subscriptions, { asOf: "2024-06-30" });
type Lifetime = (typeof lifetimes)[number];
holds<
  [
    Expect<Equal<Lifetime["plan"], "monthly" | "annual">>,
    Expect<Equal<Lifetime["seats"], number | undefined>>,
    Expect<Equal<Lifetime["duration"], number>>,
    Expect<Equal<Lifetime["churned"], boolean>>,
  ]
>();
// @ts-expect-error no such unit
lifetimesFromSubscriptions(subscriptions, { asOf: "2024-06-30", unit: "year" });

const steps = kaplanMeier(tallyLifetimes(lifetimes), { method: "log" });
const at = survivalAt(steps, [30, 60]);
const median = medianLifetime(lifetimes);
const mean = restrictedMeanLifetime(lifetimes, { horizon: 365 });
holds<
  [
    Expect<Equal<(typeof steps)[number]["method"], SurvivalMethod>>,
    Expect<Equal<(typeof steps)[number]["atRisk"], number>>,
    Expect<Equal<(typeof at)[number]["estimate"], number | null>>,
    Expect<Equal<(typeof median)["standardError"], null>>,
    Expect<Equal<(typeof median)["unit"], "time">>,
    Expect<Equal<(typeof mean)["method"], "logit" | "plain">>,
  ]
>();
// @ts-expect-error results are not for writing
median.estimate = 3;
// @ts-expect-error the other intervals of a curve have no such name
kaplanMeier(lifetimes, { method: "logit" });
// @ts-expect-error a mean of lifetimes needs a horizon
restrictedMeanLifetime(lifetimes);
// @ts-expect-error no such method
nelsonAalen(lifetimes, { method: "logLog" });
// @ts-expect-error subscriptions are no lifetimes
hazardByPeriod(subscriptions);

const test = logRankTest(lifetimes, { group: "plan", strata: (row) => row.seats, rho: 1 });
holds<
  [
    Expect<Equal<(typeof test)["pValue"], number | null>>,
    Expect<Equal<(typeof test)["groups"][number]["observed"], number>>,
  ]
>();
// @ts-expect-error a field that lifetimes do not have
logRankTest(lifetimes, { group: "plann" });
// @ts-expect-error a Date is not a label
logRankTest(lifetimes, { group: (row) => new Date(row.startedAt) });
// @ts-expect-error groups are needed
logRankTest(lifetimes, {});
// @ts-expect-error results are not for writing
test.groups[0] = { group: "monthly", n: 1, observed: 1, expected: 1 };

const fit = coxRegression(lifetimes, { covariates: ["plan", "mrr"], strata: "plan" });
coxRegression(lifetimes, { covariates: { large: (row) => row.mrr > 10_000 } });
holds<
  [
    Expect<Equal<(typeof fit)["coefficients"][number]["hazardRatio"], number | null>>,
    Expect<Equal<(typeof fit)["concordance"]["metric"], "concordance">>,
  ]
>();
// @ts-expect-error a field that may be missing is no covariate
coxRegression(lifetimes, { covariates: ["seats"] });
// @ts-expect-error no such way with ties
coxRegression(lifetimes, { covariates: ["mrr"], ties: "exact" });

const net = netRevenueRetention(subscriptions, { ...june, convention: "chartmogul" });
const movements = mrrMovements(subscriptions, { bucket, asOf: "2024-06-30" });
const [gap] = timeBetweenPurchases(orders, { asOf: "2024-06-30", unit: "week" });
holds<
  [
    Expect<Equal<(typeof net)["unit"], "ratio">>,
    Expect<Equal<(typeof movements)[number]["reactivation"], number>>,
    Expect<Equal<NonNullable<typeof gap>["timeUnit"], "day" | "week" | "month">>,
  ]
>();
// @ts-expect-error revenue is needed
netRevenueRetention([{ customerId: 1, startedAt: 0 }], june);
// @ts-expect-error gaps are open up to some day
timeBetweenPurchases(orders, {});
