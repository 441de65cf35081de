import { type Instant, isoWeeks, summarizeCustomers } from "../../src/index.ts";
import { type Contender, compare } from "./measure.ts";
import { scoreBytes } from "./scores.ts";

interface Order<At extends Instant> {
  readonly customerId: string;
  readonly at: At;
  readonly amount: number;
}

const FROM = Date.UTC(2022, 0, 1);
const DAY = 86_400_000;
const CUSTOMERS = 200_000;
const ZONE = "America/Toronto";

/** Summaries of a million orders with amounts, one order out of fifty a refund, in three years and out of order. */
export function benchCustomers(): void {
  const size = 1_000_000;
  for (const [name, orders] of [
    ["epoch milliseconds", ordersOf(size, (milliseconds) => milliseconds)],
    ["ISO text", ordersOf(size, (milliseconds) => new Date(milliseconds).toISOString())],
  ] as const) {
    const asOf = FROM + 1096 * DAY;
    const weeks = isoWeeks(ZONE);
    const contenders: Contender[] = [
      {
        name: "by day, UTC",
        run: () => summarizeCustomers(orders, { asOf, unit: "week" }),
        target: "at most 900 ms",
      },
      {
        name: `by ISO week, ${ZONE}, with holdout`,
        run: () => summarizeCustomers(orders, { asOf, mergeWithin: weeks, calibrationEnd: FROM + 700 * DAY }),
      },
    ];
    compare(`Summaries of customers, 1 million orders, ${name}`, contenders, 7);
  }
}

/** The same of 10 million orders in this process, with the most memory it has had; a number of its own. */
export function benchCustomersMemory(size: number = 10_000_000): void {
  const orders = ordersOf(size, (milliseconds) => new Date(milliseconds).toISOString(), 10 * CUSTOMERS);
  const start = performance.now();
  const rows = summarizeCustomers(orders, { asOf: FROM + 1096 * DAY });
  const seconds = (performance.now() - start) / 1000;
  const gigabytes = process.resourceUsage().maxRSS / 1024 ** 2;
  console.log(`\nSummaries of customers, ${size} orders, ISO text: ${rows.length} rows`);
  console.log(
    `  ${seconds.toFixed(2)} s; at most ${gigabytes.toFixed(2)} GB   target: under 4 GB, orders included`,
  );
}

function ordersOf<At extends Instant>(
  size: number,
  at: (milliseconds: number) => At,
  customers = CUSTOMERS,
): Order<At>[] {
  const random = scoreBytes(7 * size, 256);
  return Array.from({ length: size }, (_, index) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = random.subarray(7 * index, 7 * index + 7);
    const share = (a + (b + c / 256) / 256) / 256;
    const rank = ((d + e / 256) / 256) * ((f + c / 256) / 256);
    return {
      customerId: `c${Math.floor(rank * customers)}`,
      at: at(FROM + Math.floor(share * 3 * 365 * DAY)),
      amount: g < 5 ? -g - 0.5 : g + e / 100,
    };
  });
}
