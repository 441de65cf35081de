import { readDecimal } from "../../schemas/decimal.ts";
import { countCells, periodCells } from "../cellReaders.ts";
import type { Consumer } from "../command.ts";
import { cellOf, type Source } from "../source.ts";
import { scoreCells } from "./scoreCells.ts";
import type { ScoreSettings } from "./scoreSettings.ts";
import { scoreTable, summarise } from "./summarise.ts";
import { Tally } from "./tally.ts";

/** Counts the answers of a file. */
export function scoreConsumer(settings: ScoreSettings, source: Source): Consumer {
  const { metric, missing, over } = settings;
  const score = source.reader(settings.score, scoreCells(metric, missing));
  const checkCount = (count: number): unknown => metric([{ score: null, count }]);
  const count =
    settings.count === undefined ? undefined : source.reader(settings.count, countCells(checkCount));
  const period = over && source.reader(over.at, periodCells(over.bucket, over.wallClock));
  const by = settings.by.map((name) => source.column(name));
  const tally = new Tally();
  let code: string | undefined;
  return {
    add: (record) => {
      const answer = source.read(record, score);
      const weight = count === undefined ? 1 : source.read(record, count);
      const index = period === undefined ? null : source.read(record, period);
      if (answer === undefined && isCode(cellOf(record, score.column))) code ??= cellOf(record, score.column);
      if (answer === undefined || weight === undefined || index === undefined) return;
      const labels = by.map((column) => cellOf(record, column));
      tally.add(labels, index ?? undefined, answer, weight);
    },
    hint: () => (code === undefined ? undefined : hintFor(code, settings)),
    result: () => {
      const rows = summarise(tally, settings);
      return { rows, notes: [], table: () => scoreTable(rows, settings) };
    },
  };
}

/** A number off the scale may be a code for "no answer"; words and fractions are something else. */
function isCode(text: string): boolean {
  return Number.isInteger(readDecimal(text));
}

function hintFor(code: string, { asked }: ScoreSettings): string {
  const missing = `If ${code} means unanswered, declare it: --missing ${code}`;
  return asked.options.includes("scale")
    ? `${missing}. If it is an answer, give its scale: --scale 0,10, say`
    : missing;
}
