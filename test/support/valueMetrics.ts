import {
  averageOrderValue,
  backtest,
  type CustomerRow,
  clv,
  discountedExpectedPurchases,
  expectedPurchases,
  expectedSpend,
  fitBdw,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  fitSbg,
  historicClv,
  type LifetimeRow,
  probabilityAlive,
  purchaseFrequency,
  rfm,
  summarizeCustomers,
  type TransactionRow,
  tallyCustomers,
} from "../../src/index.ts";

/** A function of rows with its options filled in, whatever it returns. */
type Compute<Row> = (rows: Iterable<Row>) => unknown;

const asOf = "2024-04-30";

/** Published parameters: [FaderHardieLee2005], and of spend [FaderHardie2013]. */
export const bgNbd = {
  model: "bgNbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  converged: true,
} as const;
export const gammaGamma = {
  model: "gammaGamma",
  parameters: { p: 6.25, q: 3.74, v: 15.44 },
  converged: true,
} as const;

/** Everything that is computed from transactions. */
export const ofTransactions: Readonly<Record<string, Compute<TransactionRow>>> = {
  summarizeCustomers: (rows) => summarizeCustomers(rows, { asOf }),
  "summarizeCustomers, with a holdout": (rows) =>
    summarizeCustomers(rows, { asOf, calibrationEnd: "2024-03-01" }),
  rfm: (rows) => rfm(rows, { asOf }),
  historicClv: (rows) => historicClv(rows, { asOf }),
  averageOrderValue: (rows) => averageOrderValue(rows, { asOf }),
  purchaseFrequency: (rows) => purchaseFrequency(rows, { asOf }),
  clv: (rows) => clv(rows, { asOf, horizon: 90 }),
  backtest: (rows) => backtest(rows, { asOf, calibrationEnd: "2024-03-15" }),
};

/** Everything that is computed from customers. */
export const ofCustomers: Readonly<Record<string, Compute<CustomerRow>>> = {
  tallyCustomers: (rows) => tallyCustomers(rows),
  fitNbd: (rows) => fitNbd(rows),
  fitBgNbd: (rows) => fitBgNbd(rows),
  fitMbgNbd: (rows) => fitMbgNbd(rows),
  fitParetoNbd: (rows) => fitParetoNbd(rows),
  fitBgBb: (rows) => fitBgBb(rows),
  fitGammaGamma: (rows) => fitGammaGamma(rows),
  probabilityAlive: (rows) => probabilityAlive(bgNbd, rows),
  expectedPurchases: (rows) => expectedPurchases(bgNbd, rows, { horizon: 26 }),
  "expectedPurchases, predicted": (rows) =>
    expectedPurchases(bgNbd, rows, { horizon: 26, method: "predictive", draws: 200 }),
  discountedExpectedPurchases: (rows) => discountedExpectedPurchases(bgNbd, rows, { discountRate: 0.01 }),
  expectedSpend: (rows) => expectedSpend(gammaGamma, rows),
};

/** Everything here that is computed from lifetimes. */
export const ofLifetimes: Readonly<Record<string, Compute<LifetimeRow>>> = {
  fitSbg: (rows) => fitSbg(rows),
  fitBdw: (rows) => fitBdw(rows),
};

/** Orders of five customers, with a free one and two on a day. */
export const transactions: readonly TransactionRow[] = [
  { customerId: "ann", at: "2024-01-31", amount: 20 },
  { customerId: "bob", at: "2024-02-03", amount: 35.5 },
  { customerId: "ann", at: "2024-02-29", amount: 12 },
  { customerId: "dee", at: "2024-02-01", amount: 15 },
  { customerId: "dee", at: "2024-02-19", amount: 16 },
  { customerId: "cy", at: "2024-03-31", amount: 0 },
  { customerId: "ann", at: "2024-03-31", amount: 8 },
  { customerId: "ann", at: "2024-03-31", amount: 9 },
  { customerId: "eve", at: "2024-02-11", amount: 30 },
  { customerId: "eve", at: "2024-04-11", amount: 22 },
];

/** Seven customers who buy rarely, often and no more, in whole periods. */
export const customers: readonly CustomerRow[] = [
  { customerId: "ann", frequency: 3, recency: 20, age: 30, monetaryValue: 12 },
  { customerId: "bob", frequency: 0, recency: 0, age: 28, monetaryValue: null },
  { customerId: "cy", frequency: 1, recency: 4, age: 25, monetaryValue: 40 },
  { customerId: "dee", frequency: 8, recency: 30, age: 32, monetaryValue: 21.5 },
  { customerId: "eve", frequency: 2, recency: 3, age: 32, monetaryValue: 18 },
  { customerId: "fay", frequency: 0, recency: 0, age: 31, monetaryValue: null },
  { customerId: "gus", frequency: 12, recency: 15, age: 30, monetaryValue: 9 },
];

/** Contracts that ended at a renewal, or have gone on. */
export const contracts: readonly LifetimeRow[] = [
  { duration: 1, churned: true },
  { duration: 1, churned: true },
  { duration: 2, churned: true },
  { duration: 4, churned: true },
  { duration: 5, churned: false },
  { duration: 5, churned: false },
  { duration: 3, churned: false },
];
