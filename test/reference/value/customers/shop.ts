import { type DuckDBConnection, DuckDBInstance, type Json } from "@duckdb/node-api";
import type { TransactionRow } from "../../../../src/index.ts";

/** An oracle of another make: the same rows in a database, and what SQL says of them. */
export interface Shop {
  readonly rows: readonly TransactionRow[];
  readonly query: (sql: string) => Promise<Record<string, Json>[]>;
}

/** Loads a CSV file of orders as `orders (customerId, instant, amount, n)`; rows without a customer are left out. */
export function openShop(file: string): Promise<Shop> {
  const known = opened.get(file) ?? load(file);
  opened.set(file, known);
  return known;
}

const opened: Map<string, Promise<Shop>> = new Map();

async function load(file: string): Promise<Shop> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(
    `CREATE TABLE orders AS SELECT customerId::VARCHAR AS customerId, "at"::TIMESTAMPTZ AS instant,
      amount::DOUBLE AS amount, row_number() OVER ()::DOUBLE AS n
     FROM read_csv('${file}') WHERE customerId IS NOT NULL`,
  );
  const query = (sql: string): Promise<Record<string, Json>[]> => read(connection, sql);
  const rows = await query(
    'SELECT customerId, epoch_ms(instant)::DOUBLE AS "at", amount FROM orders ORDER BY n',
  );
  return { rows: rows as unknown as TransactionRow[], query };
}

async function read(connection: DuckDBConnection, sql: string): Promise<Record<string, Json>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** One row per customer who bought up to `end`, in order of first appearance; `merge` is what date_trunc takes. */
export function summarySql(timeZone: string, merge: string, end: string, asOf: string): string {
  return `WITH known AS (SELECT *, timezone('${timeZone}', instant)::DATE AS day,
      date_trunc('${merge}', timezone('${timeZone}', instant))::DATE AS bucket FROM orders
      WHERE timezone('${timeZone}', instant)::DATE <= DATE '${asOf}'),
    buckets AS (SELECT customerId, bucket, min(day) AS day, sum(amount) FILTER (day <= DATE '${end}') AS money
      FROM known WHERE amount >= 0 GROUP BY 1, 2),
    ranked AS (SELECT *, row_number() OVER (PARTITION BY customerId ORDER BY bucket) AS k,
      day <= DATE '${end}' AS early FROM buckets),
    refunds AS (SELECT customerId, count(*)::DOUBLE AS refunds FROM known
      WHERE amount < 0 AND day <= DATE '${end}' GROUP BY 1),
    appeared AS (SELECT customerId, min(n) AS n FROM known GROUP BY 1)
    SELECT customerId, count(*) FILTER (early)::DOUBLE - 1 AS frequency,
      (max(day) FILTER (early) - min(day))::DOUBLE AS recency, (DATE '${end}' - min(day))::DOUBLE AS age,
      avg(money) FILTER (early AND k > 1) AS monetaryValue,
      count(*) FILTER (NOT early)::DOUBLE AS holdoutFrequency, any_value(refunds) AS refunds
    FROM ranked LEFT JOIN refunds USING (customerId) JOIN appeared USING (customerId)
    GROUP BY customerId HAVING bool_or(early) ORDER BY any_value(n)`;
}

/** One row per customer for RFM with so many bins; a tie takes the lowest score that it spans. */
export function rfmSql(timeZone: string, asOf: string, bins: number): string {
  // With k customers worse or, of the same, first: the lowest score of equals is that of the first of them.
  const score = (order: string): string =>
    `1 + floor((rank() OVER (ORDER BY ${order}) - 1) * ${bins} / count(*) OVER ())`;
  return `WITH known AS (SELECT *, timezone('${timeZone}', instant)::DATE AS day FROM orders
      WHERE timezone('${timeZone}', instant)::DATE <= DATE '${asOf}'),
    totals AS (SELECT customerId, max(day) FILTER (amount >= 0) AS last,
      count(DISTINCT day) FILTER (amount >= 0)::DOUBLE AS frequency,
      -- Whole cents, so that equal sums are equal whatever the order of adding.
      sum(round(amount * 100)::BIGINT)::DOUBLE AS cents FROM known GROUP BY 1 HAVING bool_or(amount >= 0))
    SELECT customerId, last::VARCHAR AS lastAt, (DATE '${asOf}' - last)::DOUBLE AS daysSinceLast, frequency, cents,
      (${score("last")})::DOUBLE AS recencyScore, (${score("frequency")})::DOUBLE AS frequencyScore,
      (${score("cents")})::DOUBLE AS monetaryScore FROM totals ORDER BY customerId`;
}

/** Sums over customers for the averages, with their standard errors. */
export function averagesSql(timeZone: string, asOf: string): string {
  return `WITH known AS (SELECT *, timezone('${timeZone}', instant)::DATE AS day FROM orders
      WHERE timezone('${timeZone}', instant)::DATE <= DATE '${asOf}'),
    totals AS (SELECT sum(amount) AS kept, sum(amount) FILTER (amount >= 0) AS y,
      count(*) FILTER (amount >= 0) AS x, count(DISTINCT day) FILTER (amount >= 0) AS days
      FROM known GROUP BY customerId HAVING bool_or(amount >= 0)),
    ratio AS (SELECT sum(y) / sum(x) AS r FROM totals)
    SELECT count(*)::DOUBLE AS n, avg(kept) AS value, stddev_samp(kept) / sqrt(count(*)) AS valueError,
      any_value(r) AS aov, sqrt(sum((y - r * x) ** 2) / (count(*) - 1) / count(*)) / avg(x) AS aovError,
      avg(days) AS purchases, stddev_samp(days) / sqrt(count(*)) AS purchasesError
    FROM totals, ratio`;
}
