import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import {
  type Bucket,
  calendarMonths,
  cohortRetention,
  isoWeeks,
  type RetentionMode,
  type TransactionRow,
} from "../../../src/index.ts";

// The oracle is DuckDB: its own zone database, its own calendar, and a query that shares nothing with the library.

const DATA = "../shared/data/online-retail-invoices.csv.gz";

const RETAIL = `select cast(customerId as varchar) as customer, "at" from read_csv('${DATA}',
  types = {'customerId': 'VARCHAR', 'at': 'TIMESTAMPTZ'}) where customerId is not null and amount > 0`;

/** 90 customers with 600 orders in 20 months, on both sides of midnights, weeks and years; gaps between them. */
const MADE_UP = `select 'c' || (i * i % 97 % 90) as customer,
  timestamptz '2022-11-30 22:00:00+00' + to_hours((i * 7919 + i * i * 31) % 14500) as "at"
  from range(600) as t(i) where (i * 7919 + i * i * 31) % 14500 not between 6000 and 8200`;

interface Periods {
  readonly name: string;
  readonly bucket: Bucket;
  readonly zone: string;
  readonly unit: "month" | "week";
  readonly label: string;
}

const months = (zone: string): Periods => ({
  name: `months of ${zone}`,
  bucket: calendarMonths(zone),
  zone,
  unit: "month",
  label: "%Y-%m",
});
const PERIODS: readonly Periods[] = [
  months("UTC"),
  months("Asia/Kolkata"),
  months("America/Los_Angeles"),
  { name: "ISO weeks", bucket: isoWeeks(), zone: "UTC", unit: "week", label: "%G-W%V" },
];

/** Every cohort from the first to the last period with every offset; who is active where; the last period is open. */
function cellsInSql({ zone, unit, label }: Periods, mode: RetentionMode, asOf: string | undefined): string {
  const last =
    asOf === undefined ? "max(period)" : `date_trunc('${unit}', timezone('${zone}', timestamptz '${asOf}'))`;
  return `
    with visits as (select distinct customer, date_trunc('${unit}', timezone('${zone}', "at")) as period from orders),
    members as (select customer, min(period) as cohort, max(period) as final from visits group by customer),
    calendar as (select unnest(generate_series(min(period), ${last}, interval 1 ${unit})) as period from visits),
    triangle as (select a.period as cohort, b.period as period from calendar a join calendar b on b.period >= a.period),
    sizes as (select cohort, count(*) as size from members group by cohort),
    activity as (${
      mode === "on"
        ? "select cohort, period, count(*) as active from visits join members using (customer) group by all"
        : `select t.cohort, t.period, count(*) as active from triangle t
           join members m on m.cohort = t.cohort and m.final >= t.period group by all`
    })
    select strftime(cohort, '${label}') as cohort,
      date_diff('${unit}', cohort, period)::int as "offset",
      coalesce(size, 0)::int as size,
      coalesce(active, 0)::int as active,
      period < (select max(period) from calendar) as complete
    from triangle left join sizes using (cohort) left join activity using (cohort, period)
    order by 1, 2`;
}

async function expectEqualTables(source: string, cutAt: string): Promise<void> {
  const connection = await (await DuckDBInstance.create()).connect();
  const read = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const all = (
    await read(`select customer as "customerId", epoch_ms("at")::double as "at" from (${source})`)
  ).map(({ customerId, at }) => ({ customerId, at: new Date(at as number).toISOString() }));
  const rows = all as unknown as TransactionRow[];
  for (const asOf of [undefined, cutAt]) {
    const within = asOf === undefined ? "" : `where "at" <= timestamptz '${asOf}'`;
    await read(`create or replace table orders as select * from (${source}) ${within}`);
    for (const periods of PERIODS) {
      for (const mode of ["on", "onOrAfter"] as const) {
        const options = asOf === undefined ? {} : { asOf };
        const cells = cohortRetention(rows, { bucket: periods.bucket, mode, ...options });
        const table = cells.map(({ cohort, offset, size, active, complete }) => ({
          cohort,
          offset,
          size,
          active,
          complete,
        }));
        expect(table.length).toBeGreaterThan(50);
        expect(table, `${periods.name}, ${mode}, ${asOf}`).toEqual(
          await read(cellsInSql(periods, mode, asOf)),
        );
      }
    }
  }
}

describe("cohort tables equal those of DuckDB, cell by cell", () => {
  test("on made-up orders", () => expectEqualTables(MADE_UP, "2024-02-01T05:00:00Z"));
  test.skipIf(!existsSync(DATA))("on the orders of an online shop, 2010 to 2011", () =>
    expectEqualTables(RETAIL, "2011-11-01T01:00:00Z"),
  );
});
