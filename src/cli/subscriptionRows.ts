import { checkSubscription } from "../history/stretches.ts";
import type { SubscriptionRow } from "../index.ts";
import { customerCells, instantCells } from "./cellReaders.ts";
import type { CsvRecord } from "./csvRecord.ts";
import { type Given, required, several } from "./given.ts";
import { Groups, type LabelledGroup } from "./groups.ts";
import { readZones, toInstant, type Zones } from "./instants.ts";
import { NumberRows } from "./numberRows.ts";
import { RowReader } from "./rowReader.ts";
import { cellOf, type Source } from "./source.ts";

/** The columns of subscriptions. */
export interface SubscriptionSettings {
  readonly customer: string;
  readonly started: string;
  readonly ended: string;
  readonly zones: Zones;
  readonly missing: readonly string[];
  /** The columns of the labels. */
  readonly labels: readonly string[];
}

/** The options that name them. */
export const SUBSCRIPTION_OPTIONS: readonly string[] = [
  ...["customer", "started", "ended", "time-zone", "wall-clock", "missing", "by"],
];

export function readSubscriptionSettings(given: Given, labels: readonly string[]): SubscriptionSettings {
  return {
    customer: required(given, "customer", "which column names the customers? Name it with"),
    started: required(given, "started", "which column says when a subscription started? Name it with"),
    ended: required(given, "ended", "which column says when a subscription ended? Name it with"),
    zones: readZones(given),
    missing: several(given, "missing"),
    labels,
  };
}

/** Subscriptions by group, each a customer, a start and an end in milliseconds, Infinity for none. */
export class SubscriptionRows {
  readonly #groups: Groups<NumberRows> = new Groups(() => new NumberRows(3));
  readonly #labels: readonly string[];
  readonly reader: RowReader;
  readonly add: (record: CsvRecord) => void;

  constructor({ customer, started, ended, zones, missing, labels }: SubscriptionSettings, source: Source) {
    this.#labels = labels;
    this.reader = new RowReader(source, missing);
    const readTime = instantCells(zones.timeZone, zones.wallClock);
    const columns = {
      customerId: source.column(customer),
      startedAt: source.column(started),
      endedAt: source.column(ended),
    };
    const readers = [
      { column: columns.customerId, read: customerCells() },
      { column: columns.startedAt, read: readTime },
      {
        column: columns.endedAt,
        // Who has not left has no end.
        read: (text: string) => (text === "" ? { value: Number.POSITIVE_INFINITY } : readTime(text)),
        blank: Number.POSITIVE_INFINITY,
      },
    ] as const;
    const labelColumns = labels.map((name) => source.column(name));
    this.add = (record) => {
      const values = this.reader.values(record, readers);
      if (values === undefined) return;
      const [customerId, startedAt, endedAt] = values;
      const check = (): unknown =>
        checkSubscription("read a row", 0, { customerId, startedAt, endedAt }, Number);
      if (!this.reader.isValid(record, columns, check)) return;
      this.#groups.at(labelColumns.map((column) => cellOf(record, column))).add(values);
    };
  }

  /** The groups, in order of first appearance; without labels there is one, even of no rows. */
  list(): readonly LabelledGroup<NumberRows>[] {
    if (this.#labels.length === 0) this.#groups.at([]);
    return this.#groups.list();
  }
}

/** The rows of a group, as the library takes them. */
export function subscriptionsOf(rows: NumberRows): Iterable<SubscriptionRow> {
  return rows.rows((chunk, place) => {
    const [customerId = 0, startedAt = 0, endedAt = 0] = [chunk[place], chunk[place + 1], chunk[place + 2]];
    return {
      customerId,
      startedAt: toInstant(startedAt),
      endedAt: endedAt === Number.POSITIVE_INFINITY ? null : toInstant(endedAt),
    };
  });
}
