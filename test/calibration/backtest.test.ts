import { expect, test } from "vitest";
import { summarizeCustomers } from "../../src/index.ts";
import { seededUniform } from "../../src/stats/random.ts";
import { backtestForecast } from "../../src/value/backtestForecast.ts";
import { readCustomers } from "../../src/value/customers.ts";
import { fitPurchases } from "../../src/value/fitPurchases.ts";
import { ASKED, drawShop } from "./valuePopulations.ts";
import { often } from "./valueStudies.ts";

const SAMPLES = 80;

// docs/metrics/backtest.md says what this printed. Its simulation error is .024.
test("the predictive interval of the total holds what comes", () => {
  const uniform = seededUniform(1997);
  for (const shop of often) {
    let [asked, covered] = [0, 0];
    for (let sample = 0; sample < SAMPLES; sample++) {
      const { orders, future } = drawShop(shop, 300, uniform);
      const customers = summarizeCustomers(orders, { asOf: ASKED.asOf, unit: "month" });
      const { asked: fit } = fitPurchases("fit a shop", shop.model, customers, {});
      if (fit === undefined) continue;
      const columns = readCustomers("summarize", customers);
      const { range } = backtestForecast(fit, columns, 12, 0.95, 1);
      if (range === null) continue;
      const actual = future.reduce((sum, count) => sum + count, 0);
      asked++;
      if (range.low <= actual && actual <= range.high) covered++;
    }
    console.log(`${shop.name}: covered ${(covered / asked).toFixed(3)} of ${asked}`);
    expect(asked).toBeGreaterThan(SAMPLES / 2);
    expect(covered / asked).toBeGreaterThan(0.86);
  }
});
