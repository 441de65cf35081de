import { readDecimal } from "../../schemas/decimal.ts";
import type { Reading } from "../../schemas/reading.ts";
import { type CellReader, inWords } from "../cellReaders.ts";
import type { ChosenMetric } from "./scoreSettings.ts";

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
