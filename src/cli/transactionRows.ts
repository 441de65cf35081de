import type { TransactionRow } from "../index.ts";
import { type CellReader, customerCells, instantCells, numberCells } from "./cellReaders.ts";
import type { CsvRecord } from "./csvRecord.ts";
import { Groups, type LabelledGroup } from "./groups.ts";
import { toInstant, type Zones } from "./instants.ts";
import { NumberRows } from "./numberRows.ts";
import { RowReader } from "./rowReader.ts";
import { cellOf, type Source } from "./source.ts";

/** The columns of transactions. */
export interface TransactionSettings {
  readonly customer: string;
  readonly at: string;
  readonly amount: string | undefined;
  readonly zones: Zones;
  readonly missing: readonly string[];
  /** The columns of the labels. */
  readonly by: readonly string[];
}

/** Transactions by group, each a customer, a time in milliseconds and an amount. */
export class TransactionRows {
  readonly #groups: Groups<NumberRows> = new Groups(() => new NumberRows(3));
  /** The names of the customers, by number. */
  readonly names: string[] = [];
  /** The earliest and the latest time of all, in milliseconds. */
  earliest: number = Number.POSITIVE_INFINITY;
  latest: number = Number.NEGATIVE_INFINITY;
  readonly reader: RowReader;
  readonly add: (record: CsvRecord) => void;

  constructor(
    { customer, at, amount, zones, missing, by }: TransactionSettings,
    source: Source,
    readAmount: CellReader<number> = numberCells,
  ) {
    this.reader = new RowReader(source, missing);
    const columns = [
      { column: source.column(customer), read: customerCells(this.names) },
      { column: source.column(at), read: instantCells(zones.timeZone, zones.wallClock) },
      amount === undefined
        ? // Without amounts every row is a purchase.
          { column: undefined, read: () => ({ value: 0 }) }
        : { column: source.column(amount), read: readAmount },
    ] as const;
    const labels = by.map((name) => source.column(name));
    this.add = (record) => {
      const values = this.reader.values(record, columns);
      if (values === undefined) return;
      if (values[1] < this.earliest) this.earliest = values[1];
      if (values[1] > this.latest) this.latest = values[1];
      this.#groups.at(labels.map((column) => cellOf(record, column))).add(values);
    };
  }

  /** The groups, in order of first appearance. */
  list(): readonly LabelledGroup<NumberRows>[] {
    return this.#groups.list();
  }
}

/** The rows of a group, as the library takes them. */
export function transactionsOf(rows: NumberRows): Iterable<Required<TransactionRow>> {
  return rows.rows((chunk, place) => {
    const [customerId = 0, at = 0, amount = 0] = [chunk[place], chunk[place + 1], chunk[place + 2]];
    return { customerId, at: toInstant(at), amount };
  });
}
