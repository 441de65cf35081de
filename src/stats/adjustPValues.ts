import { checkChoice, checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";

/**
 * How to correct for looking at many comparisons:
 * - `holm` bounds the chance of even one false finding [Holm1979].
 * - `benjaminiHochberg` bounds the expected share of false ones among the findings [BenjaminiHochberg1995].
 */
export type PValueAdjustment = "holm" | "benjaminiHochberg";

/**
 * P-values corrected for the number of comparisons, from 0 to 1, in the order given.
 *
 *     holm:               p(i) -> max over j <= i of (m - j + 1) p(j)
 *     benjaminiHochberg:  p(i) -> min over j >= i of m / j p(j)       (p(1) <= … <= p(m), at most 1)
 *
 * @param pValues - Numbers from 0 to 1. `null` (a difference that the data do not determine) stays `null` and
 *   does not count as a comparison.
 * @throws {InvalidInputError} When a p-value is not a number from 0 to 1.
 * @example
 * adjustPValues([0.01, 0.04, 0.03], "holm"); // => [0.03, 0.06, 0.06]
 * @see docs/methods/intervals.md.
 */
export function adjustPValues<PValue extends number | null>(
  pValues: Iterable<PValue>,
  method: PValueAdjustment,
): (PValue extends null ? null : number)[] {
  const task = "adjust p-values";
  checkIterable(task, "pValues", pValues);
  checkChoice(task, "method", method, ["holm", "benjaminiHochberg"]);
  const adjusted: (number | null)[] = [...pValues];
  const ascending: { p: number; index: number }[] = [];
  adjusted.forEach((p, index) => {
    if (p === null) return;
    if (!(typeof p === "number" && p >= 0 && p <= 1))
      throw new InvalidInputError(task, `pValues[${index}]`, "must be a number from 0 to 1", p);
    ascending.push({ p, index });
  });
  ascending.sort((a, b) => a.p - b.p);
  const m = ascending.length;
  let running = method === "holm" ? 0 : 1;
  for (let step = 0; step < m; step++) {
    // Holm runs up from the smallest p-value, Benjamini-Hochberg down from the largest.
    const rank = method === "holm" ? step : m - 1 - step;
    const { p, index } = ascending[rank] as { p: number; index: number };
    running = method === "holm" ? Math.max(running, (m - rank) * p) : Math.min(running, (m / (rank + 1)) * p);
    adjusted[index] = Math.min(1, running) + 0;
  }
  return adjusted as (PValue extends null ? null : number)[];
}
