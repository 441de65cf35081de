const FIRST_CHUNK = 16;
const LARGEST_CHUNK = 2 ** 16;

/** Rows of numbers. They take a tenth of the memory of objects, so that files of millions of rows fit. */
export class NumberRows {
  readonly #width: number;
  readonly #chunks: Float64Array[] = [];
  #size = 0;
  /** The next place in the last chunk. */
  #next = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get size(): number {
    return this.#size;
  }

  add(values: readonly number[]): void {
    let chunk = this.#chunks.at(-1);
    if (chunk === undefined || this.#next === chunk.length) {
      const rows = Math.min(LARGEST_CHUNK, FIRST_CHUNK * 2 ** this.#chunks.length);
      chunk = new Float64Array(rows * this.#width);
      this.#chunks.push(chunk);
      this.#next = 0;
    }
    chunk.set(values, this.#next);
    this.#next += this.#width;
    this.#size += 1;
  }

  /** Each row in turn, made from the numbers that begin at a place of a chunk. */
  *rows<Row>(toRow: (chunk: Float64Array, place: number) => Row): Generator<Row> {
    let left = this.#size;
    for (const chunk of this.#chunks)
      for (let place = 0; place < chunk.length && left > 0; place += this.#width, left--)
        yield toRow(chunk, place);
  }
}
