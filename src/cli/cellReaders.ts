import { isInvalidInput } from "../errors.ts";
import type { Bucket } from "../index.ts";
import { readDecimal } from "../schemas/decimal.ts";
import { readInstant } from "../schemas/readInstant.ts";
import type { Reading } from "../schemas/reading.ts";
import { zonedInstants } from "../time/zonedInstant.ts";
import { detached } from "./groups.ts";
import { neededAndReceived } from "./optionText.ts";

/** Reads the text of a cell, strictly: nothing is trimmed and nothing is guessed. */
export type CellReader<Value> = (text: string) => Reading<Value>;

/** A count is asked of the library, which knows best what it needs instead. */
export function countCells(check: (count: number) => unknown): CellReader<number> {
  return (text) => {
    const count = readDecimal(text);
    return inWords(() => {
      check(count ?? (text as unknown as number));
      return count ?? Number.NaN;
    });
  };
}

/** A number, of any size and sign. */
export const numberCells: CellReader<number> = (text) => {
  const value = readDecimal(text);
  if (value !== undefined) return { value };
  return { problem: `must be a number such as 12 or 0.5, received ${JSON.stringify(text)}` };
};

/**
 * Names of customers as numbers, the same for the same name: one text a customer is kept, not one a row.
 *
 * @param names - Gets each name at the place of its number.
 */
export function customerCells(names: string[] = []): CellReader<number> {
  const numbers = new Map<string, number>();
  return (text) => {
    if (text === "") return { problem: 'must name a customer, received ""' };
    let number = numbers.get(text);
    if (number === undefined) {
      const name = detached(text);
      number = names.push(name) - 1;
      numbers.set(name, number);
    }
    return { value: number };
  };
}

/** The number of the period that holds a time. */
export function periodCells(bucket: Bucket, wallClock: string | undefined): CellReader<number> {
  return timeCells(wallClock, (at) => bucket.indexOf(at));
}

/** A time in milliseconds, of a date the start of its day in the zone. */
export function instantCells(timeZone: string, wallClock: string | undefined): CellReader<number> {
  return timeCells(wallClock, zonedInstants("read a time", timeZone));
}

function timeCells(
  wallClock: string | undefined,
  toNumber: (at: string | number) => number,
): CellReader<number> {
  return (text) => {
    const instant = readInstant(text, wallClock, "with --wall-clock");
    if ("problem" in instant) return { problem: `${instant.problem}, received ${JSON.stringify(text)}` };
    return { value: toNumber(instant.value) };
  };
}

export function inWords<Value>(read: () => Value): Reading<Value> {
  try {
    return { value: read() };
  } catch (error) {
    if (isInvalidInput(error)) return { problem: neededAndReceived(error) };
    throw error;
  }
}
