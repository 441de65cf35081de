import {
  calendarMonths,
  churnRate,
  cohortRetention,
  cohortRevenue,
  coxRegression,
  grossRevenueRetention,
  hazardByPeriod,
  inactivityChurn,
  kaplanMeier,
  type LifetimeRow,
  lifetimeQuantile,
  lifetimesFromPurchaseGaps,
  lifetimesFromSubscriptions,
  logRankTest,
  medianLifetime,
  mrrMovements,
  nelsonAalen,
  netRevenueRetention,
  quickRatio,
  repeatPurchaseRate,
  restrictedMeanLifetime,
  retentionRate,
  type SubscriptionRevenueRow,
  type TransactionRow,
  tallyLifetimes,
  timeBetweenPurchases,
} from "../../src/index.ts";

/** A metric of rows with its options filled in, whatever it returns. */
type Compute<Row> = (rows: Iterable<Row>) => unknown;

const asOf = "2024-04-30";
const period = { from: "2024-02-01", to: "2024-02-29" };
const bucket = calendarMonths();

/** Everything that is computed from subscriptions. */
export const ofSubscriptions: Readonly<Record<string, Compute<SubscriptionRevenueRow>>> = {
  churnRate: (rows) => churnRate(rows, period),
  "churnRate, baremetrics": (rows) => churnRate(rows, { ...period, convention: "baremetrics" }),
  "churnRate, stripe": (rows) => churnRate(rows, { ...period, convention: "stripe" }),
  "churnRate, daily": (rows) => churnRate(rows, { ...period, convention: "daily" }),
  retentionRate: (rows) => retentionRate(rows, period),
  lifetimesFromSubscriptions: (rows) => lifetimesFromSubscriptions(rows, { asOf }),
  mrrMovements: (rows) => mrrMovements(rows, { bucket, asOf }),
  grossRevenueRetention: (rows) => grossRevenueRetention(rows, period),
  netRevenueRetention: (rows) => netRevenueRetention(rows, period),
  quickRatio: (rows) => quickRatio(rows, period),
};

/** Everything that is computed from transactions. */
export const ofTransactions: Readonly<Record<string, Compute<TransactionRow>>> = {
  cohortRetention: (rows) => cohortRetention(rows, { bucket, asOf }),
  "cohortRetention, on or after": (rows) => cohortRetention(rows, { bucket, asOf, mode: "onOrAfter" }),
  "cohortRetention, brackets": (rows) =>
    cohortRetention(rows, { bucket, asOf, mode: "bracket", brackets: [0, 1, 3] }),
  cohortRevenue: (rows) => cohortRevenue(rows, { bucket, asOf }),
  inactivityChurn: (rows) => inactivityChurn(rows, { asOf, window: 45 }),
  repeatPurchaseRate: (rows) => repeatPurchaseRate(rows, { asOf }),
  timeBetweenPurchases: (rows) => timeBetweenPurchases(rows, { asOf }),
  lifetimesFromPurchaseGaps: (rows) => lifetimesFromPurchaseGaps(rows, { asOf }),
};

/** A lifetime with what the tests of groups and covariates read. */
export interface TraitedLifetime extends LifetimeRow {
  readonly plan: string;
  readonly seats: number;
}

/** Everything that is computed from lifetimes. */
export const ofLifetimes: Readonly<Record<string, Compute<TraitedLifetime>>> = {
  kaplanMeier: (rows) => kaplanMeier(rows),
  nelsonAalen: (rows) => nelsonAalen(rows),
  medianLifetime: (rows) => medianLifetime(rows),
  lifetimeQuantile: (rows) => lifetimeQuantile(rows, { probability: 0.25 }),
  restrictedMeanLifetime: (rows) => restrictedMeanLifetime(rows, { horizon: 3 }),
  hazardByPeriod: (rows) => hazardByPeriod(rows),
  tallyLifetimes: (rows) => tallyLifetimes(rows),
  logRankTest: (rows) => logRankTest(rows, { group: "plan" }),
  coxRegression: (rows) => coxRegression(rows, { covariates: ["seats"] }),
};

/** Five subscriptions of four customers, which leave, stay, pause and grow. */
export const subscriptions: readonly SubscriptionRevenueRow[] = [
  { customerId: "ann", startedAt: "2024-01-05", endedAt: "2024-02-20", mrr: 4900 },
  { customerId: "bob", startedAt: "2024-01-09", mrr: 1900 },
  { customerId: "cy", startedAt: "2024-01-15", endedAt: "2024-03-01", mrr: 900 },
  { customerId: "cy", startedAt: "2024-02-10", mrr: 500 },
  { customerId: "dee", startedAt: "2024-02-11", endedAt: "2024-02-25", mrr: 2900 },
];

/** Orders of three customers, with a refund, a free one and two on a day. */
export const transactions: readonly TransactionRow[] = [
  { customerId: "ann", at: "2024-01-31", amount: 20 },
  { customerId: "bob", at: "2024-02-03", amount: 35.5 },
  { customerId: "ann", at: "2024-02-29", amount: 12 },
  { customerId: "ann", at: "2024-03-02", amount: -12 },
  { customerId: "cy", at: "2024-03-31", amount: 0 },
  { customerId: "ann", at: "2024-03-31", amount: 8 },
  { customerId: "ann", at: "2024-03-31", amount: 8 },
];

/** Eight lifetimes on two plans. */
export const lifetimes: readonly TraitedLifetime[] = [
  { duration: 1, churned: true, plan: "basic", seats: 1 },
  { duration: 2, churned: true, plan: "pro", seats: 4 },
  { duration: 2, churned: false, plan: "pro", seats: 2 },
  { duration: 3, churned: true, plan: "basic", seats: 3 },
  { duration: 4, churned: true, plan: "basic", seats: 1 },
  { duration: 6, churned: false, plan: "pro", seats: 6 },
  { duration: 10, churned: true, plan: "pro", seats: 2 },
  { duration: 12, churned: false, plan: "basic", seats: 5 },
];
