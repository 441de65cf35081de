import type { CustomerRow } from "../rows.ts";
import { bgBbLikelihood } from "./bgBbLikelihood.ts";
import { BUYING, bgBbLimits, LEAVING, startsOf } from "./bgBbLimits.ts";
import { type CustomerColumns, invalidCustomer, readCustomers } from "./customers.ts";
import { checkFitOptions, fitModel } from "./fitModel.ts";
import { groupColumns } from "./groupedColumns.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";
import { purchaseTotals, unfitted } from "./purchaseTotals.ts";
import { noFit } from "./toFit.ts";

/** What {@link fitBgBb} returns. */
export type BgBbFit = ModelFit<"bgBb", "alpha" | "beta" | "gamma" | "delta">;

/**
 * The beta-geometric/beta-Bernoulli model of purchases that can only be made on certain occasions, once each: a donation
 * a year, a renewal a month, a cruise a season. Before each opportunity a customer leaves for good with a probability of
 * their own, beta distributed with gamma and delta; one who is still there buys with a probability of their own, beta
 * distributed with alpha and beta.
 *
 *     L = B(alpha + x, beta + n - x) B(gamma, delta + n) / (B(alpha, beta) B(gamma, delta))
 *         + sum for i = 0 … n - tx - 1 of
 *           B(alpha + x, beta + tx - x + i) B(gamma + 1, delta + tx + i) / (B(alpha, beta) B(gamma, delta))
 *
 * for a customer who took x = `frequency` of n = `age` opportunities, the last of them the tx-th, `recency`.
 *
 * @param customers - Any iterable, read once; durations are whole numbers of opportunities; `count` lets one row stand
 *   for many.
 * @throws {InvalidInputError} When a row or an option is not valid. Never for reasons of the data: see `converged`.
 * @example
 * const donors = [
 *   { frequency: 0, recency: 0, age: 3, count: 350 },
 *   { frequency: 1, recency: 1, age: 3, count: 128 },
 *   { frequency: 1, recency: 2, age: 3, count: 55 },
 *   { frequency: 1, recency: 3, age: 3, count: 42 },
 *   { frequency: 2, recency: 2, age: 3, count: 91 },
 *   { frequency: 2, recency: 3, age: 3, count: 106 },
 *   { frequency: 3, recency: 3, age: 3, count: 227 },
 * ];
 * const { alpha, beta, gamma, delta } = fitBgBb(donors).parameters;
 * [alpha, beta, gamma, delta]; // => [1.20, 0.75, 0.64, 2.75]
 * @see docs/metrics/bg-bb.md. Fader, Hardie and Shang (2010) [FaderHardieShang2010].
 */
export function fitBgBb(customers: Iterable<CustomerRow>, options: FitOptions = {}): BgBbFit {
  const task = "fit bgBb";
  const asked = checkFitOptions(task, options);
  const columns = readCustomers(task, customers);
  checkOpportunities(task, columns);
  const names = ["alpha", "beta", "gamma", "delta"] as const;
  const totals = purchaseTotals(columns);
  const always = totals.purchases === totals.time ? "everybody bought at every opportunity" : undefined;
  const reason = unfitted(totals) ?? always;
  if (reason !== undefined) return noFit("bgBb", names, columns.n, asked, reason);
  const data = groupColumns([columns.frequency, columns.recency, columns.age], columns.count);
  return fitModel(
    task,
    {
      model: "bgBb",
      parameters: names,
      likelihood: bgBbLikelihood,
      starts: startsOf("free", BUYING).flatMap((buying) =>
        startsOf("free", LEAVING).map((leaving) => [...buying, ...leaving]),
      ),
      scales: [1, 1, 1, 1],
      shift: 0,
      limits: bgBbLimits(task, data, options),
    },
    data,
    options,
  );
}

/** One purchase at most at each opportunity: x <= tx <= n, all of them integers. */
function checkOpportunities(task: string, { size, frequency, recency, age }: CustomerColumns): void {
  for (let row = 0; row < size; row++) {
    const [x, last, seen] = [frequency[row] as number, recency[row] as number, age[row] as number];
    if (!Number.isSafeInteger(seen))
      throw invalidCustomer(task, row, "age", "must be an integer, a number of opportunities", seen);
    if (!Number.isSafeInteger(last))
      throw invalidCustomer(task, row, "recency", "must be an integer, the number of an opportunity", last);
    if (x > last)
      throw invalidCustomer(
        task,
        row,
        "frequency",
        "must be at most recency: one purchase an opportunity",
        x,
      );
  }
}
