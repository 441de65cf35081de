import { readLifetimes } from "../../history/lifetimes.ts";
import { countCells, numberCells } from "../cellReaders.ts";
import { type Given, required, several, single } from "../given.ts";
import { RowReader } from "../rowReader.ts";
import { cellOf, type Source } from "../source.ts";
import { churnedCells } from "./churnedCells.ts";
import { LifetimeCounts } from "./lifetimeCounts.ts";
import type { LifetimeSource } from "./lifetimeSource.ts";

/** The options with a value that name a lifetime's fields. */
export const DURATION_OPTIONS: readonly string[] = [
  ...["duration", "churned", "churned-value", "kept-value", "entry", "count"],
];

/** Lifetimes from a column of durations and one that says who left. */
export function durations(given: Given, labels: readonly string[]): (source: Source) => LifetimeSource {
  const duration = required(
    given,
    "duration",
    "which column says how long they were customers? Name it with",
  );
  const churned = required(given, "churned", "which column says who left? Name it with");
  const [entry, count] = [single(given, "entry"), single(given, "count")];
  const cells = churnedCells(single(given, "churned-value"), several(given, "kept-value"));
  return (source) => {
    const reader = new RowReader(source, several(given, "missing"));
    const fields = {
      duration: source.column(duration),
      entry: entry === undefined ? undefined : source.column(entry),
    };
    const columns = [
      { column: fields.duration, read: numberCells },
      { column: source.column(churned), read: cells.read },
      { column: fields.entry, read: entry === undefined ? constantly(0) : numberCells },
      count === undefined
        ? { column: undefined, read: constantly(1) }
        : { column: source.column(count), read: countCells(checkCount) },
    ] as const;
    const labelColumns = labels.map((name) => source.column(name));
    const tally = new LifetimeCounts();
    return {
      add: (record) => {
        const values = reader.values(record, columns);
        if (values === undefined) return;
        const [lasted, left, entered, weight] = values;
        const check = (): unknown =>
          readLifetimes("read a row", [{ duration: lasted, churned: left, entry: entered }]);
        const names = labelColumns.map((column) => cellOf(record, column));
        const counts = tally.countsOf(names, lasted, entered, () => reader.isValid(record, fields, check));
        if (counts === undefined) return;
        if (left) counts.churned += weight;
        else counts.kept += weight;
      },
      hint: () => cells.hint() ?? reader.hint(),
      groups: () => tally.groups(labels.length > 0),
      notes: () => reader.notes(),
    };
  };
}

function constantly(value: number): () => { readonly value: number } {
  const reading = { value };
  return () => reading;
}

function checkCount(count: number): unknown {
  return readLifetimes("read a row", [{ duration: 1, churned: false, count }]);
}
