import { readDecimal } from "../schemas/decimal.ts";
import { usageError } from "./failure.ts";

/** The options of a command line: the texts given to each, and the flags. */
export interface Given {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly flags: ReadonlySet<string>;
}

/** The text of an option that is given at most once. */
export function single(given: Given, name: string): string | undefined {
  return given.texts.get(name)?.[0];
}

/** The texts of an option that may be repeated. */
export function several(given: Given, name: string): readonly string[] {
  return given.texts.get(name) ?? [];
}

/** The text of an option without which nothing can be done. */
export function required(given: Given, name: string, question: string): string {
  const text = single(given, name);
  if (text === undefined) throw usageError(`${question} --${name}`);
  return text;
}

export function number(given: Given, name: string): number | undefined {
  const text = single(given, name);
  return text === undefined ? undefined : toNumber(name, text);
}

/** Numbers with commas between them, such as `0,1,3`. */
export function numbers(given: Given, name: string): readonly number[] | undefined {
  return single(given, name)
    ?.split(",")
    .map((text) => toNumber(name, text));
}

function toNumber(name: string, text: string): number {
  const value = readDecimal(text);
  if (value !== undefined) return value;
  const plain = String(Number(text));
  const remedy = text.trim() === "" || readDecimal(plain) === undefined ? "" : `: write ${plain}`;
  throw usageError(`--${name} must be a number${remedy || `, received ${JSON.stringify(text)}`}`);
}

export function wholeNumber(given: Given, name: string): number {
  const value = number(given, name) ?? 0;
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw usageError(`--${name} must be a whole number from 0, received ${value}`);
}

/** Columns, none of them twice. */
export function distinct(given: Given, name: string): readonly string[] {
  const columns = several(given, name);
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice === undefined) return columns;
  throw usageError(`--${name} names ${JSON.stringify(twice)} twice`);
}

/** A record without the options that were not given, which the library would take for values. */
export function asGiven(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** Refuses options that would be ignored, for a reason that names what they belong to. */
export function refuse(given: Given, names: readonly string[], reason: string): void {
  const idle = names.find((name) => given.texts.has(name) || given.flags.has(name));
  if (idle !== undefined) throw usageError(`--${idle} says nothing ${reason}`);
}
