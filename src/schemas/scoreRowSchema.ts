import * as z from "zod";
import { checkNames, type KnownOptions } from "../check.ts";
import { describe, InvalidInputError } from "../errors.ts";
import { readInstant } from "./readInstant.ts";
import type { Reading } from "./reading.ts";
import { countReader, type Reader, scoreReader } from "./readScore.ts";
import type { Schema } from "./schema.ts";
import type { ScoreRecord, ScoreRowOptions } from "./scoreRecord.ts";
import { checkWallClock } from "./wallClockZone.ts";

const TASK = "make a score row schema";
/** Enough to recognise a record by. */
const MOST_NAMES = 5;

/** One field of a score row: its name there, its name in the record, whether every record must have it. */
interface Field {
  readonly name: string;
  readonly source: string;
  readonly required: boolean;
  readonly read: Reader<unknown>;
}

/**
 * A zod schema that turns one unknown record into a score row. Fields that it does not read pass through unchanged,
 * so that segments survive; the fields that it reads are renamed to `score`, `count` and `at`.
 *
 * @throws {InvalidInputError} When `wallClock` is not a zone, `missing` is not an array, or an option or one of `fields` is
 *   unknown.
 * @example
 * const schema = scoreRowSchema({ fields: { score: "recommend" }, missing: [11] });
 * schema.parse({ recommend: 11, channel: "web" }); // => { channel: "web", score: null }
 * @see docs/guide/data-scripts.md.
 */
export function scoreRowSchema<const Options extends ScoreRowOptions>(
  options?: KnownOptions<Options, ScoreRowOptions>,
): Schema<ScoreRecord<Options>> {
  const fields = fieldsOf(options ?? {});
  const schema = z.unknown().transform((record, context) => {
    if (typeof record !== "object" || record === null || Array.isArray(record)) {
      context.addIssue({ code: "custom", message: "must be a record with named fields", input: record });
      return z.NEVER;
    }
    // Maps, because a record may have a field of any name, __proto__ included.
    const source = new Map<string, unknown>(Object.entries(record));
    const row = new Map(source);
    for (const field of fields) row.delete(field.source);
    for (const field of fields) {
      const { name, required } = field;
      if (!required && !source.has(field.source)) continue;
      const reading = read(field, source, row);
      if ("value" in reading) row.set(name, reading.value);
      else
        context.addIssue({
          code: "custom",
          message: reading.problem,
          path: [field.source],
          input: source.get(field.source),
        });
    }
    // fromEntries defines fields rather than assigning them, so nothing reaches the prototype.
    return Object.fromEntries(row);
  });
  // The fields are what the options say, which is more than the compiler can see.
  return schema as unknown as Schema<ScoreRecord<Options>>;
}

function fieldsOf(options: ScoreRowOptions): Field[] {
  checkNames(TASK, "option", options, ["fields", "numericStrings", "missing", "wallClock"]);
  const { fields = {}, missing = [], wallClock } = options;
  checkNames(TASK, "fields", fields, ["score", "count", "at"]);
  // Text would be taken apart into letters.
  if (!Array.isArray(missing))
    throw new InvalidInputError(TASK, "missing", 'must be an array of codes, such as [11, "N/A"]', missing);
  if (wallClock !== undefined) checkWallClock(TASK, wallClock);
  return [
    { name: "score", source: fields.score ?? "score", required: true, read: scoreReader(options) },
    {
      name: "count",
      source: fields.count ?? "count",
      required: fields.count !== undefined,
      read: countReader(options),
    },
    {
      name: "at",
      source: fields.at ?? "at",
      required: fields.at !== undefined,
      read: (value) => readInstant(value, wallClock),
    },
  ];
}

function read(
  field: Field,
  source: ReadonlyMap<string, unknown>,
  row: ReadonlyMap<string, unknown>,
): Reading<unknown> {
  if (!source.has(field.source)) return { problem: absent(field, source) };
  // The record's own score, say, when another field was named: overwriting it would lose it without a word.
  if (row.has(field.name))
    return { problem: `cannot become "${field.name}": the record has such a field, too` };
  return field.read(source.get(field.source));
}

function absent({ name }: Field, source: ReadonlyMap<string, unknown>): string {
  const names = [...source.keys()].map((key) => describe(key));
  const others = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  const known = names.length === 0 ? "no fields" : names.slice(0, MOST_NAMES).join(", ") + others;
  return `must be there: the record has ${known}; say which of its fields to read in fields.${name}`;
}
