import { readFileSync } from "node:fs";
import {
  type CustomerSummary,
  lifetimesFromSubscriptions,
  type SubscriptionLifetime,
  type SubscriptionRevenueRow,
  type SubscriptionRow,
  summarizeCustomers,
} from "../../src/index.ts";

interface Reply {
  readonly respondedAt: string;
  readonly channel: string;
  readonly plan: string;
  readonly score: number | null;
  readonly satisfaction: number | null;
}
interface Purchase {
  readonly customerId: string;
  readonly at: string;
  readonly amount: number;
}
interface PlanRow extends SubscriptionRow {
  readonly plan: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

// Each record of a file as the texts of its cells; no cell of these files is quoted.
const cells = (name: string): string[][] =>
  readFileSync(`test/sample/${name}.csv`, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
const answer = (cell: string): number | null => (cell === "" ? null : Number(cell));

export const answers: readonly Reply[] = cells("answers").map(
  ([respondedAt = "", channel = "", plan = "", recommend = "", satisfaction = ""]) => ({
    respondedAt,
    channel,
    plan,
    score: answer(recommend),
    satisfaction: answer(satisfaction),
  }),
);

export const purchases: readonly Purchase[] = cells("purchases")
  .map(([customerId = "", at = "", amount]) => ({ customerId, at, amount: Number(amount) }))
  .filter(({ amount }) => amount >= 0);
export const customers: readonly CustomerSummary[] = summarizeCustomers(purchases, {
  asOf: "2024-06-30",
  unit: "week",
});

export const subscriptions: readonly PlanRow[] = cells("subscriptions").map(
  ([customerId = "", plan = "", startedAt = "", endedAt = ""]) => ({
    customerId,
    plan,
    startedAt,
    endedAt: endedAt === "" ? null : endedAt,
  }),
);
export const lifetimes: readonly SubscriptionLifetime<PlanRow>[] = lifetimesFromSubscriptions(subscriptions, {
  asOf: "2024-12-31",
});

// The same subscriptions with a price in cents, which one in three changes on the first of July.
export const revenue: readonly SubscriptionRevenueRow[] = subscriptions.flatMap((row, index) => {
  const mrr = row.plan === "yearly" ? 4900 : 2900;
  const lasts = row.startedAt < "2024-07-01" && (row.endedAt === null || row.endedAt > "2024-07-01");
  if (index % 3 > 0 || !lasts) return [{ ...row, mrr }];
  const changed = index % 2 === 0 ? mrr + 2000 : mrr - 1000;
  return [
    { ...row, mrr, endedAt: "2024-07-01" },
    { ...row, mrr: changed, startedAt: "2024-07-01" },
  ];
});
