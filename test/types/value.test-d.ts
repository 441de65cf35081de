// Checked by `tsc --noEmit` alone; nothing here runs.
import {
  type CustomerRow,
  discountedExpectedPurchases,
  type Estimate,
  expectedPurchases,
  expectedPurchasesOfNewCustomer,
  type FittedPurchaseModel,
  fitBdw,
  fitNbd,
  probabilityAlive,
  purchaseCountDistribution,
  rollup,
  summarizeCustomers,
  tallyCustomers,
} from "../../src/index.ts";
import { type Assignable, type Equal, type Expect, holds } from "./expect.ts";

interface Customer {
  readonly customerId: string;
  readonly plan: "monthly" | "annual";
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly count: bigint;
}
declare const customers: readonly Customer[];
declare const orders: readonly { readonly customerId: number; readonly at: Date; readonly amount: number }[];

const fit = fitNbd(customers);
const published = { model: "bgNbd", parameters: { r: 1, alpha: 2, a: 3, b: 4 }, converged: true };
const alive = probabilityAlive(fit, customers);
type Alive = (typeof alive)[number];
const expected = expectedPurchases(published, customers, { horizon: 52, method: "predictive", seed: 2 });
type Expected = (typeof expected)[number];
const fresh = expectedPurchasesOfNewCustomer(fit, { horizon: 52 });
const [share] = purchaseCountDistribution(fit, { horizon: 52 });
const [bare] = probabilityAlive(fit, [{ frequency: 1, recency: 2, age: 3 }]);

holds<
  [
    Expect<Equal<Alive["customerId"], string>>,
    Expect<Equal<Alive["plan"], "monthly" | "annual">>,
    Expect<Equal<Alive["metric"], "probabilityAlive">>,
    Expect<Equal<Alive["estimate"], number | null>>,
    // A BigInt would not survive JSON.
    Expect<Equal<Alive["count"], number>>,
    Expect<Assignable<Alive, Estimate>>,
    Expect<Assignable<Alive, CustomerRow>>,
    Expect<Equal<Expected["metric"], "expectedPurchases">>,
    Expect<Equal<(typeof fresh)["metric"], "expectedPurchasesOfNewCustomer">>,
    Expect<Equal<NonNullable<typeof share>["orMore"], boolean>>,
    Expect<Equal<NonNullable<typeof bare>["recency"], number>>,
    Expect<Assignable<typeof fit, FittedPurchaseModel>>,
  ]
>();

// What is made of transactions, and a tally, can be asked; answers can be grouped.
const summaries = summarizeCustomers(orders, { asOf: "2024-06-30" });
discountedExpectedPurchases(fit, summaries, { discountRate: 0.01 });
discountedExpectedPurchases(fit, tallyCustomers(summaries), { discountRate: 0.01, horizon: 10 });
const byPlan = rollup(customers, ["plan"], (rows) =>
  probabilityAlive(fit, rows).map(({ estimate }) => ({ estimate })),
);
holds<[Expect<Equal<(typeof byPlan)[number]["plan"], "monthly" | "annual">>]>();

// @ts-expect-error orders are no customers
probabilityAlive(fit, orders);
// @ts-expect-error results are not for writing
if (alive[0] !== undefined) alive[0].estimate = 1;
// @ts-expect-error a horizon is needed
expectedPurchases(fit, customers, {});
// @ts-expect-error a rate is needed
discountedExpectedPurchases(fit, customers, { horizon: 10 });
// @ts-expect-error no such interval
expectedPurchases(fit, customers, { horizon: 10, method: "wald" });
// @ts-expect-error misspelt
expectedPurchases(fit, customers, { horizon: 10, Level: 0.9 });
// @ts-expect-error a model of contracts knows no purchases
probabilityAlive(fitBdw([{ duration: 1, churned: true }]), customers);
// @ts-expect-error a parameter is missing
probabilityAlive({ model: "nbd", parameters: { r: 1 }, converged: true }, customers);
