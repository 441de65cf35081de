import { type DuckDBConnection, DuckDBInstance, DuckDBTimestampTZValue } from "@duckdb/node-api";
import { calendarMonths, cohortRetention, type Instant } from "../../src/index.ts";
import { type Contender, compare, median, printTable } from "./measure.ts";
import { scoreBytes } from "./scores.ts";

interface Order<At extends Instant> {
  readonly customerId: string;
  readonly at: At;
}

const ZONE = "America/Toronto";
const FROM = Date.UTC(2022, 0, 1);
const DAY = 86_400_000;
const CUSTOMERS = 200_000;

/** Distinct customers and months, the first month of each, and their number in every cell. */
const QUERY = `
  with months as (select customer, date_trunc('month', timezone('${ZONE}', "at")) as month from orders),
  visits as (select distinct customer, month from months),
  firsts as (select customer, min(month) as cohort from visits group by customer)
  select cohort, month, count(*) as active from visits join firsts using (customer) group by all order by all`;

/**
 * Monthly cohorts of a million orders in a zone, beside DuckDB (all its threads, the rows loaded already), and beside
 * the Map of Sets that people write, which has no zones, no checks and no intervals.
 */
export async function benchCohorts(): Promise<void> {
  const size = 1_000_000;
  const numbers = ordersOf(size, (milliseconds) => milliseconds);
  const texts = ordersOf(size, (milliseconds) => new Date(milliseconds).toISOString());
  const connection = await load(numbers);
  for (const [name, orders] of [
    ["epoch milliseconds", numbers],
    ["ISO text", texts],
  ] as const) {
    const bucket = calendarMonths(ZONE);
    await compareLater(`Monthly cohort retention, 1 million orders, ${name}`, [
      { name: `cohortRetention, ${ZONE}`, run: () => cohortRetention(orders, { bucket }) },
      { name: `DuckDB, ${ZONE}`, run: () => connection.runAndReadAll(QUERY), target: "at least 0.5x" },
      { name: "Map of Sets, UTC", run: () => mapOfSets(orders), target: "at least 4x" },
    ]);
  }
}

/** The same with twice and four times the orders, customers and all. */
export function benchCohortDoubling(size: number): void {
  const bucket = calendarMonths(ZONE);
  const contenders = [1, 2, 4].map((times): Contender => {
    const orders = ordersOf(times * size, (milliseconds) => milliseconds, times * CUSTOMERS);
    return {
      name: `${(times * size) / 1e6} million orders`,
      run: () => cohortRetention(orders, { bucket }),
      target: `${times}x`,
    };
  });
  compare("Monthly cohort retention, doubling, epoch milliseconds", contenders, 3);
}

/** The same of 10 million orders in this process, with the most memory it has had; a number of its own. */
export function benchCohortMemory(size: number = 10_000_000): void {
  const orders = ordersOf(size, (milliseconds) => new Date(milliseconds).toISOString());
  const start = performance.now();
  const cells = cohortRetention(orders, { bucket: calendarMonths(ZONE) });
  const seconds = (performance.now() - start) / 1000;
  const gigabytes = process.resourceUsage().maxRSS / 1024 ** 2;
  console.log(`\nMonthly cohort retention, ${size} orders, ISO text: ${cells.length} cells`);
  console.log(
    `  ${seconds.toFixed(2)} s; at most ${gigabytes.toFixed(2)} GB   target: under 4 GB, orders included`,
  );
}

/** As in `compare`, where a contender may answer later. */
async function compareLater(title: string, contenders: readonly Contender[]): Promise<void> {
  const times: number[][] = contenders.map(() => []);
  for (let round = -2; round < 7; round++) {
    for (const [index, { run }] of contenders.entries()) {
      globalThis.gc?.();
      const start = performance.now();
      await run();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  printTable(title, contenders, times.map(median));
}

/** The Set of months of every customer, the first of which is the cohort; then the cells are counted. */
function mapOfSets(orders: readonly Order<Instant>[]): object[] {
  const monthsOf = new Map<string, Set<string>>();
  for (const { customerId, at } of orders) {
    const month = new Date(at as string).toISOString().slice(0, 7);
    const months = monthsOf.get(customerId);
    if (months === undefined) monthsOf.set(customerId, new Set([month]));
    else months.add(month);
  }
  const cohorts = new Map<string, Map<string, number>>();
  for (const months of monthsOf.values()) {
    const [cohort = ""] = [...months].sort((a, b) => (a < b ? -1 : 1));
    const counts = cohorts.get(cohort) ?? new Map<string, number>();
    for (const month of months) counts.set(month, (counts.get(month) ?? 0) + 1);
    cohorts.set(cohort, counts);
  }
  return [...cohorts].flatMap(([cohort, counts]) =>
    [...counts].map(([month, active]) => ({ cohort, month, share: active / (counts.get(cohort) ?? 0) })),
  );
}

/** Three years of orders, the same in every run; some customers buy often, and nothing is in order. */
function ordersOf<At extends Instant>(
  size: number,
  at: (milliseconds: number) => At,
  customers = CUSTOMERS,
): Order<At>[] {
  const random = scoreBytes(6 * size, 256);
  return Array.from({ length: size }, (_, index) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = random.subarray(6 * index, 6 * index + 6);
    const share = (a + (b + c / 256) / 256) / 256;
    const rank = ((d + e / 256) / 256) * ((f + c / 256) / 256);
    return {
      customerId: `c${Math.floor(rank * customers)}`,
      at: at(FROM + Math.floor(share * 3 * 365 * DAY)),
    };
  });
}

async function load(orders: readonly Order<number>[]): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run('create table orders (customer varchar, "at" timestamptz)');
  const appender = await connection.createAppender("orders");
  for (const { customerId, at } of orders) {
    appender.appendVarchar(customerId);
    appender.appendTimestampTZ(new DuckDBTimestampTZValue(BigInt(at) * 1000n));
    appender.endRow();
  }
  appender.closeSync();
  return connection;
}
