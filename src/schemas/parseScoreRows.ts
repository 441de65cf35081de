import { checkIterable, type KnownOptions } from "../check.ts";
import { describe, InvalidInputError } from "../errors.ts";
import { jsonSafe } from "./jsonSafe.ts";
import type { ScoreRecord, ScoreRowOptions } from "./scoreRecord.ts";
import { scoreRowSchema } from "./scoreRowSchema.ts";

/** Something in a record that could not be read. Flat and JSON-safe, so issues make a table of their own. */
export interface ScoreRowIssue {
  /** The position of the record, from 0. */
  readonly row: number;
  /** The record's own name of the field; `null` when the whole record is at fault. */
  readonly field: string | null;
  /** What was needed. */
  readonly message: string;
  /** What came; a value that JSON cannot hold is described in words. */
  readonly received: string | number | boolean | null;
}

/** What {@link safeParseScoreRows} returns. */
export interface ParsedScoreRows<Row> {
  /** The rows without any issue, in order. */
  readonly rows: Row[];
  /** The first 100 issues. */
  readonly issues: ScoreRowIssue[];
  /** How many issues there are in all. */
  readonly issueCount: number;
}

const MOST_ISSUES = 100;

interface Found extends ScoreRowIssue {
  readonly value: unknown;
}

/**
 * Reads unknown records as score rows, and throws unless every one of them is valid.
 *
 * @param records - JSON objects, rows of a CSV or of a database; read once.
 * @throws {InvalidInputError} With the first problem, its row and field, and how many there are in all; its `cause` is
 *   `{ issues, issueCount }` as {@link safeParseScoreRows} returns them, the first 100 issues and their number.
 * @example
 * parseScoreRows([{ recommend: "9" }, { recommend: "N/A" }], {
 *   fields: { score: "recommend" }, numericStrings: true, missing: ["N/A"],
 * }); // => [{ score: 9 }, { score: null }]
 * @see docs/guide/data-scripts.md.
 */
export function parseScoreRows<const Options extends ScoreRowOptions>(
  records: Iterable<unknown>,
  options?: KnownOptions<Options, ScoreRowOptions>,
): ScoreRecord<Options>[] {
  const { rows, found, issueCount } = collect(records, options);
  const [first] = found;
  if (first === undefined) return rows;
  const others = issueCount === 1 ? "" : ` (${issueCount} problems, the first of them)`;
  const field = first.field === null ? "" : memberPath(first.field);
  const task = `parse score rows${others}`;
  const error = new InvalidInputError(task, `records[${first.row}]${field}`, first.message, first.value);
  throw Object.assign(error, { cause: { issues: issuesOf(found), issueCount } });
}

/**
 * Reads unknown records as score rows, and collects what is wrong with the others instead of throwing.
 *
 * @param records - JSON objects, rows of a CSV or of a database; read once.
 * @throws {InvalidInputError} When `records` is not a list or the options are not valid; never because of a record.
 * @example
 * safeParseScoreRows([{ score: 9 }, { score: "ten" }]).issues;
 * // => [{ row: 1, field: "score", message: "must be a finite number", received: "ten" }]
 * @see docs/guide/data-scripts.md.
 */
export function safeParseScoreRows<const Options extends ScoreRowOptions>(
  records: Iterable<unknown>,
  options?: KnownOptions<Options, ScoreRowOptions>,
): ParsedScoreRows<ScoreRecord<Options>> {
  const { rows, found, issueCount } = collect(records, options);
  return { rows, issues: issuesOf(found), issueCount };
}

function issuesOf(found: readonly Found[]): ScoreRowIssue[] {
  return found.map(({ value: _, ...issue }) => issue);
}

function collect<const Options extends ScoreRowOptions>(
  records: Iterable<unknown>,
  options: KnownOptions<Options, ScoreRowOptions> | undefined,
): { rows: ScoreRecord<Options>[]; found: Found[]; issueCount: number } {
  checkIterable("parse score rows", "records", records);
  const schema = scoreRowSchema<Options>(options);
  const rows: ScoreRecord<Options>[] = [];
  const found: Found[] = [];
  let issueCount = 0;
  let row = 0;
  for (const record of records) {
    const result = schema.safeParse(record, { reportInput: true });
    if (result.success) rows.push(result.data);
    for (const { path, message, input } of result.error?.issues ?? []) {
      issueCount += 1;
      if (found.length >= MOST_ISSUES) continue;
      const field = path[0] === undefined ? null : String(path[0]);
      found.push({ row, field, message, received: jsonSafe(input), value: input });
    }
    row += 1;
  }
  return { rows, found, issueCount };
}

function memberPath(field: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(field) ? `.${field}` : `[${describe(field)}]`;
}
