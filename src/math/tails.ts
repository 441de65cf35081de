/** Both tails of a distribution at one point; the smaller of the two keeps its full relative accuracy. */
export interface Tails {
  /** P(X <= x). */
  readonly lower: number;
  /** P(X > x). */
  readonly upper: number;
}

/** Both tails, given the one that was computed. */
export function fromLower(lower: number): Tails {
  return { lower, upper: 1 - lower };
}

/** Both tails, given the one that was computed. */
export function fromUpper(upper: number): Tails {
  return { lower: 1 - upper, upper };
}
