import { InvalidInputError } from "../errors.ts";
import { type FieldOf, fieldReader, labelRanks, pathOf } from "./labelColumn.ts";

/** What a covariate can be: a finite number, a boolean (0 or 1), or text (one indicator per level but the first). */
export type CovariateValue = number | boolean | string;

/** Names of fields, or a record of functions whose names become the covariates'. */
export type CovariateSource<Row> =
  | Iterable<FieldOf<Row, CovariateValue>>
  | { readonly [name: string]: (row: Row) => CovariateValue };

type Kind = "number" | "boolean" | "string";

/** One covariate of every row, as numbers: text by the place of its level in code-unit order. */
export interface CovariateColumn {
  readonly name: string;
  readonly kind: Kind | undefined;
  readonly values: Float64Array;
  readonly levels: readonly string[];
}

/** One coefficient: a number as it is, or whether a text has a certain level. */
export interface CoxTerm {
  readonly name: string;
  /** The level of text that the others are compared with. */
  readonly reference: string | null;
  /** Whether it is 0 or 1 by nature. */
  readonly indicator: boolean;
  /** Which of the columns. */
  readonly column: number;
  /** The place of the level; -1 for a number. */
  readonly level: number;
}

interface CovariateReader<Row> {
  readonly read: (row: Row, index: number) => void;
  /** To be called when all rows are read. */
  readonly column: () => CovariateColumn;
}

// The sums of a fit are matrices of this size, over and over.
const MOST_TERMS = 500;
// Squares of larger numbers leave the range of doubles.
const LARGEST = 1e100;

const KINDS: Readonly<Record<Kind, string>> = {
  number: "a finite number up to 1e100",
  boolean: "true or false",
  string: "text",
};
const ANY_KIND = "a finite number up to 1e100, a boolean or text";

/** One reader for each covariate. */
export function covariateReaders<Row>(task: string, source: unknown, size: number): CovariateReader<Row>[] {
  if (typeof source !== "object" || source === null)
    throw invalidList(task, "must be a list of field names or a record of functions", source);
  const entries: [name: unknown, read: unknown][] =
    Symbol.iterator in source
      ? Array.from(source as Iterable<unknown>, (name) => [name, name])
      : Object.entries(source);
  if (entries.length === 0) throw invalidList(task, "must name at least one covariate", source);
  const names = new Set(entries.map(([name]) => name));
  if (names.size < entries.length) throw invalidList(task, "must not name a covariate twice", source);
  return entries.map(([name, read]) => {
    const listed = name === read;
    if (typeof name !== "string") throw invalidList(task, "must list names of fields", name);
    if (!listed && typeof read !== "function")
      throw new InvalidInputError(task, `covariates.${name}`, "must be a function", read);
    return covariateReader<Row>(task, name, read, size);
  });
}

function invalidList(task: string, requirement: string, received: unknown): InvalidInputError {
  return new InvalidInputError(task, "covariates", requirement, received);
}

function covariateReader<Row>(
  task: string,
  name: string,
  source: unknown,
  size: number,
): CovariateReader<Row> {
  const readValue = fieldReader<Row>(task, "covariates", source);
  const values = new Float64Array(size);
  const known = new Map<string, number>();
  let kind: Kind | undefined;
  return {
    read: (row, index) => {
      const value = readValue(row);
      const own = kindOf(value);
      if (own === undefined || own !== (kind ?? own)) {
        const requirement = `must be ${kind === undefined ? ANY_KIND : `${KINDS[kind]}, as in the rows before it`}`;
        throw new InvalidInputError(task, pathOf(`covariates.${name}`, source, index), requirement, value);
      }
      kind = own;
      if (typeof value === "string") {
        let code = known.get(value);
        if (code === undefined) {
          code = known.size;
          known.set(value, code);
        }
        values[index] = code;
      } else values[index] = Number(value) + 0;
    },
    column: () => {
      if (kind !== "string") return { name, kind, values, levels: [] };
      const labels = [...known.keys()];
      const ranks = labelRanks(labels);
      const levels = new Array<string>(labels.length);
      labels.forEach((label, code) => {
        levels[ranks[code] as number] = label;
      });
      return { name, kind, values: values.map((code) => ranks[code] as number), levels };
    },
  };
}

function kindOf(value: unknown): Kind | undefined {
  const kind = typeof value;
  if (kind === "string" || kind === "boolean") return kind;
  return kind === "number" && Math.abs(value as number) <= LARGEST ? "number" : undefined;
}

/** The coefficients that the covariates make, in their order; the levels of text in code-unit order. */
export function coxTerms(task: string, columns: readonly CovariateColumn[]): CoxTerm[] {
  const terms = columns.flatMap(({ name, kind, levels }, column): CoxTerm[] => {
    const [reference = null, ...others] = levels;
    // Text that is always the same still shows as a coefficient, which nothing determines.
    if (others.length === 0) return [{ name, reference, indicator: kind === "boolean", column, level: -1 }];
    return others.map((level, place) => {
      return { name: `${name}=${level}`, reference, indicator: true, column, level: place + 1 };
    });
  });
  if (terms.length <= MOST_TERMS) return terms;
  const requirement = `must make at most ${MOST_TERMS} coefficients; text makes one for each level but the first`;
  throw new InvalidInputError(task, "covariates", requirement, terms.length);
}
