import { checkFunction, checkIterable, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Instant } from "../rows.ts";
import { invalidInstant } from "../time/invalidInstant.ts";
import { instantOrNaN, isCivilDate } from "../time/parseInstant.ts";

const TASK = "find the latest row per respondent";

/** How rows are read. */
export interface LatestPerRespondentOptions<Row> {
  /** Who answered. `1` and `"1"` are two people. */
  readonly respondent: (row: Row) => string | number;
  /** When. Dates only, or points in time only: the two cannot be put in order. */
  readonly at: (row: Row) => Instant;
}

/**
 * Each respondent's latest row, itself and unchanged, in order of the respondents' first appearance. Of rows with
 * the same instant, the one that comes later in `rows` is kept.
 *
 * @throws {InvalidInputError} When a respondent is not a string or a finite number, an instant is not valid, or
 *   an option is unknown.
 * @example
 * const rows = [
 *   { id: "ann", at: "2024-01-05", score: 3 },
 *   { id: "bob", at: "2024-01-06", score: 9 },
 *   { id: "ann", at: "2024-02-01", score: 8 },
 * ];
 * latestPerRespondent(rows, { respondent: (row) => row.id, at: (row) => row.at }).map((row) => row.score);
 * // => [8, 9]
 * @see docs/guide/grouping-and-time.md.
 */
export function latestPerRespondent<Row>(
  rows: Iterable<Row>,
  options: LatestPerRespondentOptions<Row>,
): Row[] {
  checkIterable(TASK, "rows", rows);
  checkNames(TASK, "option", options, ["respondent", "at"]);
  checkFunction(TASK, "respondent", options.respondent);
  checkFunction(TASK, "at", options.at);
  const places = new Map<string | number, number>();
  const latest: Row[] = [];
  const instants: number[] = [];
  let civil: boolean | undefined;
  let index = 0;
  for (const row of rows) {
    const respondent = checkRespondent(options.respondent(row), index);
    const at = options.at(row);
    const instant = instantOrNaN(at);
    if (Number.isNaN(instant)) throw invalidInstant(TASK, `rows[${index}].at`, at);
    civil ??= isCivilDate(at);
    if (isCivilDate(at) !== civil) throw mixed(at, index, civil);
    const place = places.get(respondent);
    if (place === undefined) places.set(respondent, latest.length);
    if (place === undefined || instant >= (instants[place] ?? instant)) {
      latest[place ?? latest.length] = row;
      instants[place ?? instants.length] = instant;
    }
    index++;
  }
  return latest;
}

function checkRespondent(value: unknown, index: number): string | number {
  if (typeof value === "string" || (typeof value === "number" && Number.isFinite(value))) return value;
  throw new InvalidInputError(
    TASK,
    `rows[${index}].respondent`,
    "must be a string or a finite number",
    value,
  );
}

function mixed(at: Instant, index: number, civil: boolean): InvalidInputError {
  const wanted = civil ? "a date only, as in the rows before" : "a point in time, as in the rows before";
  return new InvalidInputError(
    TASK,
    `rows[${index}].at`,
    `must be ${wanted}: the two cannot be put in order`,
    at,
  );
}
