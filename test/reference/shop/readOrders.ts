import { readFileSync } from "node:fs";
import type { TransactionRow } from "../../../src/index.ts";

/** The synthetic orders that `orders.py` made. */
export function readOrders(): TransactionRow[] {
  const text = readFileSync(new URL("fixtures/orders.csv", import.meta.url), "utf8");
  const [, ...lines] = text.trim().split("\n");
  return lines.map((line) => {
    const [customerId = "", at = "", amount = ""] = line.split(",");
    return { customerId, at, amount: Number(amount) };
  });
}
