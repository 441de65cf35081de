import { isInvalidInput } from "../../errors.ts";
import { type Bucket, rollup, timeline } from "../../index.ts";
import type { ResultRow } from "../command.ts";
import { explained } from "../explained.ts";
import { Failure } from "../failure.ts";
import { labelReaders } from "../labels.ts";
import { neededAndReceived } from "../optionText.ts";
import { printTable } from "../printTable.ts";
import type { ScoreSettings } from "./scoreSettings.ts";
import type { TalliedGroup, TalliedRow, Tally } from "./tally.ts";

/** Every number comes from the library: its rollup and timeline of the tallied answers. */
export function summarise(tally: Tally, settings: ScoreSettings): ResultRow[] {
  const { by, metric, minimum } = settings;
  const groups = tally.groups();
  // Without labels there is one group, even of no rows.
  if (by.length === 0 && groups.length === 0) groups.push({ labels: [], value: [] });
  const periods = periodsOf(groups, settings);
  const summary = ([group]: readonly TalliedGroup[]): object => {
    const rows = group?.value ?? [];
    return periods === undefined ? metric(rows) : timeline(rows, periods, metric);
  };
  try {
    return rollup(groups, labelReaders(by), summary, minimum === undefined ? {} : { minimum });
  } catch (error) {
    throw strayDate(error, settings) ?? explained(error);
  }
}

/** The rows as people see them. */
export function scoreTable(rows: readonly ResultRow[], { by, over, asked, minimum }: ScoreSettings): string {
  const labels = over === undefined ? by : [...by, "period"];
  return printTable(rows, { labels, counts: ["n", "missing", ...asked.counts], minimum });
}

/** All groups share the first and the last period, so that their series line up. */
function periodsOf(groups: readonly TalliedGroup[], { over }: ScoreSettings) {
  if (over === undefined) return undefined;
  const { bucket } = over;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { value } of groups) {
    for (const { bucket: index = 0 } of value) {
      first = Math.min(first, index);
      last = Math.max(last, index);
    }
  }
  // The periods have been found, row by row; what is left to do is to count them and to name them.
  const numbered: Bucket = { ...bucket, indexOf: Number };
  const at = ({ bucket: index = 0 }: TalliedRow): number => index;
  return first > last ? { at, bucket: numbered } : { at, bucket: numbered, from: first, to: last };
}

/** All groups share the periods, so the group that the library names says nothing. */
function strayDate(error: unknown, { over }: ScoreSettings): unknown {
  if (over === undefined || !isInvalidInput(error) || !/\brows$/.test(error.path)) return undefined;
  return new Failure(3, `the times in "${over.at}" ${neededAndReceived(error)}`);
}
