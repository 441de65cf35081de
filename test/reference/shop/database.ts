import { type DuckDBConnection, DuckDBInstance, type Json } from "@duckdb/node-api";
import type { TransactionRow } from "../../../src/index.ts";

/** An oracle of another make: the same rows in a database, and what SQL says of them. */
export interface Shop {
  readonly rows: readonly TransactionRow[];
  readonly query: (sql: string) => Promise<Record<string, Json>[]>;
}

/** Loads a CSV file of orders as the table `orders (customerId, instant, amount)`; rows without a customer are left out. */
export async function openShop(file: string): Promise<Shop> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE orders AS SELECT customerId::VARCHAR AS customerId, "at"::TIMESTAMPTZ AS instant, amount::DOUBLE AS amount
     FROM read_csv('${file}') WHERE customerId IS NOT NULL`,
  );
  const query = (sql: string): Promise<Record<string, Json>[]> => read(connection, sql);
  const rows = await query('SELECT customerId, epoch_ms(instant)::DOUBLE AS "at", amount FROM orders');
  return { rows: rows as unknown as TransactionRow[], query };
}

async function read(connection: DuckDBConnection, sql: string): Promise<Record<string, Json>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson();
}

/** Purchases up to a day, by the customer's civil days in a zone. */
export function purchaseDays(timeZone: string, asOf: string): string {
  return `SELECT DISTINCT customerId, day FROM
    (SELECT *, timezone('${timeZone}', instant)::DATE AS day FROM orders WHERE amount >= 0)
    WHERE day <= DATE '${asOf}'`;
}

/** Every cell of the triangle: each customer of each cohort with the money of the month, or up to its end. */
export function revenueCells(timeZone: string, asOf: string, mode: "on" | "cumulative"): string {
  const money = `coalesce(sum(amount) FILTER (month ${mode === "on" ? "=" : "<="} m), 0)`;
  return `WITH known AS (SELECT customerId, amount, date_trunc('month', timezone('${timeZone}', instant))::DATE AS month
      FROM orders WHERE timezone('${timeZone}', instant)::DATE <= DATE '${asOf}'),
    firsts AS (SELECT customerId, min(month) AS cohort FROM known WHERE amount >= 0 GROUP BY 1),
    months AS (SELECT unnest(generate_series((SELECT min(cohort) FROM firsts),
      date_trunc('month', DATE '${asOf}'), INTERVAL 1 MONTH))::DATE AS m),
    spent AS (SELECT customerId, cohort, m, ${money} AS x FROM firsts JOIN months ON m >= cohort
      JOIN known USING (customerId) WHERE month >= cohort GROUP BY ALL)
    SELECT strftime(c.m, '%Y-%m') AS cohort, datediff('month', c.m, o.m)::DOUBLE AS "offset",
      count(x)::DOUBLE AS size, coalesce(sum(x), 0) AS revenue, avg(x) AS estimate,
      stddev_samp(x) / sqrt(count(x)) AS standardError
    FROM months c JOIN months o ON o.m >= c.m LEFT JOIN spent s ON s.cohort = c.m AND s.m = o.m
    GROUP BY c.m, o.m ORDER BY c.m, o.m`;
}
