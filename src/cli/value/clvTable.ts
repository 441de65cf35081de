import { type Clv, type ClvRow, formatEstimate } from "../../index.ts";
import { labelText } from "../printTable.ts";
import { fixed, percent, significant, table } from "./numbers.ts";

const SHOWN = 10;
/** From here on, chance alone is a poor excuse. */
const UNLIKELY = 0.01;

/** The total, the fits behind it and the most valuable customers. */
export function clvTable(result: Clv): string {
  const { total, horizon, timeUnit, n } = result;
  if (n === 0) return "no rows\n";
  const units = horizon === 1 ? timeUnit : `${timeUnit}s`;
  const time = horizon === null ? "for ever" : `within ${horizon} ${units}`;
  const what = `clv of ${n === 1 ? "1 customer" : `${n} customers`} ${time}`;
  const first = `${what} (${percent(total.level, 0)} ${total.method}): ${formatEstimate(total)}\n`;
  return `${first}\n${fits(result)}\n${best(result)}`;
}

/** What the fits say about themselves. */
export function clvNotes({ customers, reason, purchaseFit, spendFit }: Clv): string[] {
  const [first] = customers;
  if (first === undefined) return [];
  const remedy = first.discountedPurchases === null ? "; another --model may do" : "";
  const notes = reason === null ? [] : [`${reason}${remedy}`];
  for (const fit of [purchaseFit, spendFit])
    if (fit.converged && fit.reason !== null) notes.push(`${fit.model}: ${fit.reason}`);
  const { estimate, pValue } = spendFit.spendFrequencyCorrelation;
  if (estimate !== null && pValue !== null && pValue < UNLIKELY) {
    const than = estimate > 0 ? "more" : "less";
    const evidence = `correlation ${fixed(estimate, 2)}, p = ${pValue.toPrecision(2)}`;
    notes.push(`who buys more often spends ${than} per purchase (${evidence}): gammaGamma takes it that not`);
  }
  return notes;
}

function fits({ purchaseFit, spendFit }: Clv): string {
  const lines = [purchaseFit, spendFit].flatMap(({ model, parameters, intervals }) =>
    Object.entries<number | null>(parameters).map(([name, value]) => {
      const { low, high } = intervals[name as keyof typeof intervals] as Record<
        "low" | "high",
        number | null
      >;
      return [model, name, significant(value), significant(low), significant(high)];
    }),
  );
  return table([["fit", "parameter", "estimate", "low", "high"], ...lines], 2);
}

/** The customers with the highest values; in order of appearance where they are alike. */
function best({ customers }: Clv): string {
  const worth = ({ estimate }: ClvRow): number => estimate ?? -1;
  const rows = [...customers].sort((a, b) => worth(b) - worth(a)).slice(0, SHOWN);
  const header = ["customer", "clv", "alive", "purchases", "spend", "frequency", "recency", "age"];
  const body = rows.map((row) => [
    labelText(row.customerId),
    formatEstimate(row),
    percent(row.probabilityAlive, 0),
    fixed(row.expectedPurchases ?? row.discountedPurchases, 2),
    fixed(row.expectedSpend, 2),
    String(row.frequency),
    fixed(row.recency, 1),
    fixed(row.age, 1),
  ]);
  const more = customers.length - rows.length;
  const rest = more === 0 ? "" : `and ${more} more, with less: --csv or --json prints all\n`;
  return table([header, ...body], 1) + rest;
}
