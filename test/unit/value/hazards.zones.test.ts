import { rowHazards } from "../../support/rowHazards.ts";
import {
  contracts,
  customers,
  ofCustomers,
  ofLifetimes,
  ofTransactions,
  transactions,
} from "../../support/valueMetrics.ts";

type Compute = (rows: Iterable<object>) => unknown;

const kinds = [
  ["transactions", ofTransactions, transactions],
  ["customers", ofCustomers, customers],
  ["lifetimes", ofLifetimes, contracts],
] as const;
for (const [kind, functions, rows] of kinds)
  for (const [name, compute] of Object.entries(functions))
    rowHazards(`${name} of ${kind}`, compute as Compute, rows);
