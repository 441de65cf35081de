import type { Io } from "./io.ts";

const AFTER = 1000;
const EVERY = 200;

/** A line on a terminal that says how far the reading is, once it takes more than a second. */
export class Progress {
  readonly #io: Io;
  readonly #started: number;
  #shown = Number.NEGATIVE_INFINITY;
  #bytes = 0;

  constructor(io: Io) {
    this.#io = io;
    this.#started = io.now();
  }

  read(bytes: number): void {
    this.#bytes += bytes;
    if (this.#io.stderr.isTTY !== true) return;
    const now = this.#io.now();
    if (now - this.#started < AFTER || now - this.#shown < EVERY) return;
    this.#shown = now;
    this.#io.stderr.write(`\r${(this.#bytes / 1e6).toFixed(0)} MB read\u001b[K`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown > 0) this.#io.stderr.write("\r\u001b[K");
  }
}
