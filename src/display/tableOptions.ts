import { checkCount, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { checkDigits } from "../format/checkDigits.ts";

/** How rows become a table for people. */
export interface TableOptions {
  /** A BCP 47 language tag, which decides how numbers look. Default `"en"`. */
  readonly locale?: string;
  /** Decimals of numbers that are not whole. By default as many as tell the values of a column apart. */
  readonly digits?: number;
  /** Which fields, in which order. By default every field, in the order in which the rows bring them. */
  readonly columns?: readonly string[];
  /** How many rows at most; what is left out is said below the table. Default `Infinity`. */
  readonly limit?: number;
}

/** The options, each checked; `more` are the names that a function has beside the shared ones. */
export function checkTableOptions<Options extends TableOptions>(
  task: string,
  options: Options,
  more: readonly string[] = [],
): Options {
  checkNames(task, "option", options, ["locale", "digits", "columns", "limit", ...more]);
  const { locale, digits, columns, limit } = options;
  // Also where there is no number to write.
  Intl.NumberFormat(locale);
  if (digits !== undefined) checkDigits(task, digits, 20);
  if (limit !== undefined && limit !== Number.POSITIVE_INFINITY) checkCount(task, "limit", limit);
  if (columns !== undefined && !Array.isArray(columns))
    throw new InvalidInputError(task, "columns", "must be a list of names of fields", columns);
  return options;
}
