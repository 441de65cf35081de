/**
 * A running sum as the unevaluated pair high + low, about twice as precise as a double, so that neither
 * cancellation nor the order of the terms shows in the result.
 *
 * The error of each addition is recovered as in Knuth (1969), The Art of Computer Programming 2, 4.2.2
 * [Knuth1969], and that of each product as in Dekker (1971), "A floating-point technique for extending the
 * available precision", Numerische Mathematik 18, 224-242 [Dekker1971].
 */
export class CompensatedSum {
  high = 0;
  low = 0;

  /** Adds one number. */
  add(value: number): void {
    const sum = this.high + value;
    const part = sum - this.high;
    this.low += this.high - (sum - part) + (value - part);
    this.high = sum;
  }

  /** Adds x * y without rounding the product. */
  addProduct(x: number, y: number): void {
    const product = x * y;
    this.add(product);
    if (y === 1) return;
    const xHigh = leadingHalf(x);
    const yHigh = leadingHalf(y);
    const xLow = x - xHigh;
    const yLow = y - yHigh;
    this.low += xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
  }

  /** Adds x^3 without rounding it: x^2 is its rounded value and what that leaves. */
  addCube(x: number): void {
    const square = x * x;
    const high = leadingHalf(x);
    const low = x - high;
    this.addProduct(square, x);
    this.addProduct(low * low - (square - high * high - 2 * high * low), x);
  }

  /** The sum, rounded once. */
  get value(): number {
    return this.high + this.low;
  }
}

/** The leading 26 bits of a double (Veltkamp's splitting, 2^27 + 1). */
function leadingHalf(x: number): number {
  const shifted = x * 134217729;
  return shifted - (shifted - x);
}
