/**
 * The boundary in [low, high] where a monotone predicate turns from true to false, by halving until no double
 * lies between: the last point seen where it holds. `low` if it holds nowhere; the ends themselves are not tried.
 */
export function bisect(isBelow: (x: number) => boolean, low: number, high: number): number {
  let below = low;
  let above = high;
  for (;;) {
    const middle = below + (above - below) / 2;
    if (!(middle > below && middle < above)) return below;
    if (isBelow(middle)) below = middle;
    else above = middle;
  }
}
