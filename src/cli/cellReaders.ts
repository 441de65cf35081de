import { isInvalidInput } from "../errors.ts";
import { readDecimal } from "../schemas/decimal.ts";
import { readInstant } from "../schemas/readInstant.ts";
import type { Reading } from "../schemas/reading.ts";
import type { ChosenMetric } from "./commands.ts";
import { neededAndReceived } from "./optionText.ts";
import type { Over } from "./settings.ts";

/** Reads the text of a cell, strictly: nothing is trimmed and nothing is guessed. */
export type CellReader<Value> = (text: string) => Reading<Value>;

// Scales have few points; only a column that holds no scores at all has more texts than this.
const MOST_REMEMBERED = 10_000;

/** Whether a text is a score is asked of the metric itself, once for each text, so that no rule is written twice. */
export function scoreCells(metric: ChosenMetric, missing: readonly string[]): CellReader<number | null> {
  const verdicts = new Map<string, Reading<number | null>>();
  const unanswered: ReadonlySet<string> = new Set(["", ...missing]);
  return (text) => {
    const known = verdicts.get(text);
    if (known !== undefined) return known;
    const verdict = unanswered.has(text) ? { value: null } : verdictOf(metric, text);
    if (verdicts.size < MOST_REMEMBERED) verdicts.set(text, verdict);
    return verdict;
  };
}

function verdictOf(metric: ChosenMetric, text: string): Reading<number> {
  const score = readDecimal(text);
  return inWords(() => {
    // Text that is no number goes to the metric, too: it knows best what it needs instead.
    metric([{ score: score ?? (text as unknown as number) }]);
    return score ?? Number.NaN;
  });
}

/** A count is asked of the metric as well. */
export function countCells(metric: ChosenMetric): CellReader<number> {
  return (text) => {
    const count = readDecimal(text);
    return inWords(() => {
      metric([{ score: null, count: count ?? (text as unknown as number) }]);
      return count ?? Number.NaN;
    });
  };
}

/** The number of the period that holds a time. */
export function periodCells({ bucket, wallClock }: Over): CellReader<number> {
  return (text) => {
    const instant = readInstant(text, wallClock, "with --wall-clock");
    if ("problem" in instant) return { problem: `${instant.problem}, received ${JSON.stringify(text)}` };
    return { value: bucket.indexOf(instant.value) };
  };
}

function inWords<Value>(read: () => Value): Reading<Value> {
  try {
    return { value: read() };
  } catch (error) {
    if (isInvalidInput(error)) return { problem: neededAndReceived(error) };
    throw error;
  }
}
