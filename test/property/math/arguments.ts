import fc from "fast-check";

/** A positive number, evenly spread over its order of magnitude. */
export function magnitude(low: number, high: number): fc.Arbitrary<number> {
  return fc
    .double({ min: Math.log(low), max: Math.log(high), noNaN: true })
    .map((power) => Math.min(high, Math.max(low, Math.exp(power))));
}

/** A probability, often in one of the tails. */
export const probability: fc.Arbitrary<number> = fc.oneof(
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  magnitude(1e-250, 0.5),
  magnitude(1e-12, 0.5).map((tail) => 1 - tail),
);

/** The relative difference of two numbers. */
export function apart(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
