import type { MrrMovementRow, SubscriptionRevenueRow } from "../../src/index.ts";

/** One customer's subscriptions, each as `"startedAt endedAt mrr"`; `-` while it lasts. */
export function subscriptionsOf(customerId: string, ...texts: readonly string[]): SubscriptionRevenueRow[] {
  return texts.map((text) => {
    const [startedAt = "", endedAt = "", mrr] = text.split(" ");
    return { customerId, startedAt, endedAt: endedAt === "-" ? null : endedAt, mrr: Number(mrr) };
  });
}

/** The movements that are there, such as `"2024-01 new 900"`. */
export function moved(rows: readonly MrrMovementRow[]): string[] {
  const kinds = ["new", "expansion", "contraction", "churn", "reactivation"] as const;
  return rows.flatMap((row) =>
    kinds.filter((kind) => row[kind] !== 0).map((kind) => `${row.period} ${kind} ${row[kind]}`),
  );
}

/** December and January of five customers, who make one movement of each kind in January. */
export const JANUARY: readonly SubscriptionRevenueRow[] = [
  ...subscriptionsOf("ada", "2023-12-01 2024-01-20 1000"),
  ...subscriptionsOf("bob", "2023-12-05 - 3000", "2024-01-10 - 500"),
  ...subscriptionsOf("cat", "2023-12-01 2024-01-15 2000", "2024-01-15 - 1500"),
  ...subscriptionsOf("eve", "2024-01-15 - 2000"),
  ...subscriptionsOf("fay", "2023-11-15 2023-12-15 900", "2024-01-16 - 700"),
];
