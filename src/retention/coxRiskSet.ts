import type { CoxSample } from "./coxSample.ts";

/** Weighted sums over some rows: of the weights, of x, and of x x' (its lower triangle). */
export class CoxMoments {
  weight = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(width: number) {
    this.first = new Float64Array(width);
    this.second = new Float64Array(width * width);
  }

  /** Adds the row whose covariates begin at `from`. */
  add(x: Float64Array, from: number, weight: number): void {
    const { first, second } = this;
    const width = first.length;
    this.weight += weight;
    for (let j = 0; j < width; j++) {
      const value = weight * (x[from + j] as number);
      first[j] = (first[j] as number) + value;
      for (let k = 0; k <= j; k++)
        second[j * width + k] = (second[j * width + k] as number) + value * (x[from + k] as number);
    }
  }

  /** Multiplies every sum. */
  multiply(factor: number): void {
    this.weight *= factor;
    for (let j = 0; j < this.first.length; j++) this.first[j] = (this.first[j] as number) * factor;
    for (let j = 0; j < this.second.length; j++) this.second[j] = (this.second[j] as number) * factor;
  }

  clear(): void {
    this.weight = 0;
    this.first.fill(0);
    this.second.fill(0);
  }
}

// Risks up to exp(20) above the reference are added as they are; a larger one becomes the reference.
const HEADROOM = 20;
// Below this share of its peak a sum has lost digits to the rows taken out of it.
const WORN = 1e-4;

/**
 * The rows at risk, each weighing count exp(x' beta - reference). The reference moves with the largest x' beta, so
 * that no coefficient, however large, overflows or leaves a risk set of zeros.
 */
export class CoxRiskSet {
  readonly sums: CoxMoments;
  reference: number = -Infinity;
  readonly #sample: CoxSample;
  readonly #predictor: Float64Array;
  readonly #level: Float64Array | undefined;
  #highest = -Infinity;
  #peak = 0;

  constructor(sample: CoxSample, predictor: Float64Array, level: Float64Array | undefined) {
    this.#sample = sample;
    this.#predictor = predictor;
    this.#level = level;
    this.sums = new CoxMoments(sample.width);
  }

  /** The weight of one row. */
  weightOf(row: number): number {
    return (this.#sample.count[row] as number) * Math.exp((this.#predictor[row] as number) - this.reference);
  }

  /** Whether a row of this stratum that was added is among those of the highest level. */
  holds(row: number): boolean {
    return this.#level === undefined || this.#level[row] === this.#highest;
  }

  /** Adds the rows from `from` up to `to`. */
  addRows(from: number, to: number): void {
    if (this.#level !== undefined) {
      let highest = this.#highest;
      for (let row = from; row < to; row++) highest = Math.max(highest, this.#level[row] as number);
      if (highest > this.#highest) this.clear();
      this.#highest = highest;
    }
    let largest = -Infinity;
    for (let row = from; row < to; row++)
      if (this.holds(row)) largest = Math.max(largest, this.#predictor[row] as number);
    if (largest > this.reference + HEADROOM) {
      const factor = Math.exp(this.reference - largest);
      this.sums.multiply(factor);
      this.#peak *= factor;
      this.reference = largest;
    }
    const { x, width } = this.#sample;
    for (let row = from; row < to; row++)
      if (this.holds(row)) this.sums.add(x, row * width, this.weightOf(row));
    this.#peak = Math.max(this.#peak, this.sums.weight);
  }

  /** Takes one row out. */
  remove(row: number): void {
    if (!this.holds(row)) return;
    this.sums.add(this.#sample.x, row * this.#sample.width, -this.weightOf(row));
  }

  /** Whether what has been taken out calls for summing what is left anew. */
  get worn(): boolean {
    return this.sums.weight < WORN * this.#peak;
  }

  /** Forgets everything. */
  clear(): void {
    this.sums.clear();
    this.reference = -Infinity;
    this.#highest = -Infinity;
    this.#peak = 0;
  }
}
