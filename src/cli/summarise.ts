import { isInvalidInput } from "../errors.ts";
import { type Bucket, rollup, timeline } from "../index.ts";
import { Failure, usageError } from "./failure.ts";
import { neededAndReceived } from "./optionText.ts";
import type { Settings } from "./settings.ts";
import type { TalliedGroup, TalliedRow, Tally } from "./tally.ts";

/** A row of the result: the library's own record. */
export type ResultRow = Readonly<Record<string, unknown>>;

/** Every number comes from the library: its rollup and timeline of the tallied answers. */
export function summarise(tally: Tally, settings: Settings): ResultRow[] {
  const { by, metric, minimum } = settings;
  const groups = tally.groups();
  // Without labels there is one group, even of no rows.
  if (by.length === 0 && groups.length === 0) groups.push({ labels: [], rows: [] });
  const labels = Object.fromEntries(
    by.map((name, index) => [name, (group: TalliedGroup) => group.labels[index]]),
  );
  const periods = periodsOf(groups, settings);
  const summary = ([group]: readonly TalliedGroup[]): object => {
    const rows = group?.rows ?? [];
    return periods === undefined ? metric(rows) : timeline(rows, periods, metric);
  };
  try {
    return rollup(groups, labels, summary, minimum === undefined ? {} : { minimum });
  } catch (error) {
    throw explained(error, settings);
  }
}

/** All groups share the first and the last period, so that their series line up. */
function periodsOf(groups: readonly TalliedGroup[], { over }: Settings) {
  if (over === undefined) return undefined;
  const { bucket } = over;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { rows } of groups) {
    for (const { bucket: index = 0 } of rows) {
      first = Math.min(first, index);
      last = Math.max(last, index);
    }
  }
  // The periods have been found, row by row; what is left to do is to count them and to name them.
  const numbered: Bucket = { ...bucket, indexOf: Number };
  const at = ({ bucket: index = 0 }: TalliedRow): number => index;
  return first > last ? { at, bucket: numbered } : { at, bucket: numbered, from: first, to: last };
}

/** What only shows once the data are there: a label with the name of a result's field, counts beyond 2^53, or a stray date. */
function explained(error: unknown, { over }: Settings): unknown {
  if (!isInvalidInput(error)) return error;
  const [, column] = /^by\.(.*)$/s.exec(error.path) ?? [];
  // All groups share the periods, so the group that the library names says nothing.
  if (over !== undefined && /\brows$/.test(error.path))
    return new Failure(3, `the times in "${over.at}" ${neededAndReceived(error)}`);
  if (column === undefined) return new Failure(3, error.message);
  return usageError(
    `--by ${JSON.stringify(column)} has the name of a field of the result: rename the column`,
  );
}
