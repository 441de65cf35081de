import type { CustomerRow } from "../rows.ts";
import { dropoutFit } from "./dropoutFit.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";

/** What {@link fitMbgNbd} returns. */
export type MbgNbdFit = ModelFit<"mbgNbd", "r" | "alpha" | "a" | "b">;

/**
 * The MBG/NBD model of purchases, which is the BG/NBD with one chance more to leave: right after the first purchase. So
 * somebody who bought once may have left.
 *
 *     L = Gamma(r + x)/Gamma(r) alpha^r [B(a, b + x + 1)/B(a, b) (alpha + T)^-(r + x)
 *         + B(a + 1, b + x)/B(a, b) (alpha + tx)^-(r + x)]
 *
 * for a customer with x repeat purchases, the last at age tx (0 if there are none), seen until age T. Parameters are
 * above 0; alpha is in the unit of the ages.
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
 * const { a, b } = fitMbgNbd(customers).parameters;
 * [a, b]; // => [0.790, 0.818]
 * @see docs/metrics/mbg-nbd.md. Batislam, Denizel and Filiztekin (2007) [BatislamDenizelFiliztekin2007].
 */
export function fitMbgNbd(customers: Iterable<CustomerRow>, options: FitOptions = {}): MbgNbdFit {
  return dropoutFit("mbgNbd", 1, customers, options);
}
