import {
  lifetimes,
  ofLifetimes,
  ofSubscriptions,
  ofTransactions,
  subscriptions,
  transactions,
} from "../../support/retentionMetrics.ts";
import { rowHazards } from "../../support/rowHazards.ts";

type Compute = (rows: Iterable<object>) => unknown;

/** Every function of a kind of row, with rows of that kind. */
const kinds = [
  ["subscriptions", ofSubscriptions, subscriptions],
  ["transactions", ofTransactions, transactions],
  ["lifetimes", ofLifetimes, lifetimes],
] as const;
for (const [kind, functions, rows] of kinds)
  for (const [name, compute] of Object.entries(functions))
    rowHazards(`${name} of ${kind}`, compute as Compute, rows);
