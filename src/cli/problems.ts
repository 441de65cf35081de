import { Failure } from "./failure.ts";
import { oneLine } from "../format/oneLine.ts";

const SHOWN = 10;

/** Collects what is wrong with the data: the first few in words, all of them in number. */
export class Problems {
  readonly #file: string;
  readonly #first: string[] = [];
  #count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** `line` is where the record starts; without a column, the whole record is at fault. */
  add(line: number, column: string | undefined, message: string): void {
    this.#count += 1;
    if (this.#first.length >= SHOWN) return;
    const place = column === undefined ? "" : `, column "${oneLine(column)}"`;
    this.#first.push(`${oneLine(this.#file)} line ${line}${place}: ${oneLine(message)}`);
  }

  /** Throws when there are any: a result of the rest would be a result of something else. */
  throwIfAny(hint: string | undefined): void {
    if (this.#count === 0) return;
    const total =
      this.#count === 1
        ? "1 problem, nothing was computed"
        : this.#count > SHOWN
          ? `${this.#count} problems in all, the first ${SHOWN} are above; nothing was computed`
          : `${this.#count} problems, nothing was computed`;
    throw new Failure(3, [...this.#first, total, ...(hint === undefined ? [] : [hint])].join("\n"));
  }
}
