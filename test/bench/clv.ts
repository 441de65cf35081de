import { existsSync, readFileSync } from "node:fs";
import { type ClvModel, clv, type TransactionRow } from "../../src/index.ts";
import { clvOrders } from "../support/clvOrders.ts";
import { compare } from "./measure.ts";

const FILE = "../shared/data/cdnow-sample-transactions.csv";
const WEEKLY = 1.15 ** (1 / 52) - 1;

/** The whole call: CDNOW's sample as its file has it (ISO dates), and a million simulated customers (ISO text). */
export function benchClv(customers: number): void {
  if (existsSync(FILE)) {
    const orders = readFileSync(FILE, "utf8").trim().split("\n").slice(1).map(orderOf);
    const run = (model: ClvModel, horizon?: number) => (): unknown =>
      clv(orders, {
        asOf: "1997-09-30",
        unit: "week",
        discountRate: WEEKLY,
        model,
        ...(horizon === undefined ? {} : { horizon }),
      });
    compare(
      `clv, CDNOW, ${orders.length} orders of 2,357 customers`,
      [
        { name: "bgNbd, 52 weeks", run: run("bgNbd", 52), target: "at most 150 ms" },
        { name: "bgNbd, for ever", run: run("bgNbd") },
        { name: "paretoNbd, 52 weeks", run: run("paretoNbd", 52) },
        { name: "paretoNbd, for ever", run: run("paretoNbd") },
      ],
      3,
    );
  }
  const orders = clvOrders(customers);
  const options = { asOf: "2024-06-30", horizon: 180, discountRate: 0.0003, margin: 0.3 };
  const start = performance.now();
  const { total, purchaseFit, spendFit, n } = clv(orders, options);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `\nclv, ${orders.length} orders of ${n} simulated customers, ISO text: ${seconds.toFixed(2)} s`,
  );
  console.log(
    `  total ${total.estimate?.toFixed(0)} (${total.low?.toFixed(0)} to ${total.high?.toFixed(0)})`,
  );
  const found = { ...purchaseFit.parameters, ...spendFit.parameters };
  const truth = { r: 0.9, alpha: 20, a: 0.7, b: 2.5, p: 6, q: 4, v: 15 };
  for (const [name, value] of Object.entries(found))
    console.log(`  ${name.padEnd(5)} ${value?.toFixed(4)} (true ${truth[name as keyof typeof truth]})`);
}

function orderOf(line: string): TransactionRow {
  const [customerId = "", at = "", , amount] = line.split(",");
  return { customerId, at, amount: Number(amount) };
}
