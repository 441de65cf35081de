import type { CustomerRow } from "../rows.ts";
import { dropoutFit } from "./dropoutFit.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";

/** What {@link fitBgNbd} returns. */
export type BgNbdFit = ModelFit<"bgNbd", "r" | "alpha" | "a" | "b">;

/**
 * The BG/NBD model of purchases: customers buy at a rate of their own, and after each repeat purchase they leave for good
 * with a probability of their own. The rates are gamma distributed (shape r, rate alpha), the probabilities beta (a, b).
 *
 *     L = Gamma(r + x)/Gamma(r) alpha^r [B(a, b + x)/B(a, b) (alpha + T)^-(r + x)
 *         + B(a + 1, b + x - 1)/B(a, b) (alpha + tx)^-(r + x), only if x > 0]
 *
 * for a customer with x repeat purchases, the last at age tx, seen until age T. Parameters are above 0; alpha is in the
 * unit of the ages.
 *
 * @param customers - Any iterable, read once; `count` lets one row stand for many.
 * @throws {InvalidInputError} When a row or an option is not valid. Never for reasons of the data: see `converged`,
 *   `boundary` and `reason`.
 * @example
 * const customers = [
 *   { frequency: 0, recency: 0, age: 30, count: 60 },
 *   { frequency: 1, recency: 4, age: 30, count: 15 },
 *   { frequency: 1, recency: 25, age: 30, count: 6 },
 *   { frequency: 2, recency: 9, age: 30, count: 5 },
 *   { frequency: 2, recency: 27, age: 30, count: 5 },
 *   { frequency: 5, recency: 14, age: 30, count: 3 },
 *   { frequency: 5, recency: 28, age: 30, count: 4 },
 *   { frequency: 12, recency: 20, age: 30, count: 1 },
 *   { frequency: 12, recency: 29, age: 30, count: 2 },
 * ];
 * const { a, b } = fitBgNbd(customers).parameters;
 * [a, b]; // => [0.424, 0.880]
 * @see docs/metrics/bg-nbd.md. Fader, Hardie and Lee (2005) [FaderHardieLee2005].
 */
export function fitBgNbd(customers: Iterable<CustomerRow>, options: FitOptions = {}): BgNbdFit {
  return dropoutFit("bgNbd", 0, customers, options);
}
