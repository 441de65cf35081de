import { describe, expect, test } from "vitest";
import {
  type Clv,
  type ClvModel,
  clv,
  discountedExpectedPurchases,
  expectedPurchases,
  expectedSpend,
  type FittedPurchaseModel,
  probabilityAlive,
  summarizeCustomers,
} from "../../../src/index.ts";
import { clvOrders } from "../../support/clvOrders.ts";

const orders = clvOrders(120, true, 3);
const asOf = "2024-06-30";
const number = (value: number | null | undefined): number => value ?? Number.NaN;

/** g' C g with natural parameters. */
function variance(gradient: readonly number[], covariance: Clv["purchaseFit"]["covariance"]): number {
  return gradient.reduce(
    (sum, g, i) => sum + gradient.reduce((row, h, j) => row + g * h * number(covariance[i]?.[j]), 0),
    0,
  );
}

test("NBD by hand: values, standard errors and the total, whose customers are not independent", () => {
  const [horizon, discountRate, margin] = [26, 0.003, 0.4];
  const record = clv(orders, { asOf, unit: "week", horizon, discountRate, margin, model: "nbd" });
  const { purchaseFit, spendFit, customers, total } = record;
  const [r, alpha] = [number(purchaseFit.parameters.r), number(purchaseFit.parameters.alpha)];
  const { p, q, v } = spendFit.parameters as { p: number; q: number; v: number };
  const delta = Math.log1p(discountRate);
  const sums = { value: 0, buying: [0, 0], spending: [0, 0, 0] };
  for (const row of customers) {
    const { frequency: x, age: T } = row;
    const m = row.monetaryValue ?? 0;
    // The rate is gamma (r + x, alpha + T); money at u counts e^(-delta u).
    const D = (((r + x) / (alpha + T)) * (1 - Math.exp(-delta * horizon))) / delta;
    const rest = p * x + q - 1;
    const S = (p * (v + x * m)) / rest;
    const value = margin * D * S;
    const buying = [1 / (r + x), -1 / (alpha + T)];
    const spending = [1 / p - x / rest, -1 / rest, 1 / (v + x * m)];
    const error = Math.sqrt(
      variance(buying, purchaseFit.covariance) + variance(spending, spendFit.covariance),
    );
    expect(row.estimate).toBeCloseTo(value, 9);
    expect(number(row.standardError) / value / error).toBeCloseTo(1, 6);
    expect(number(row.low)).toBeCloseTo(value * Math.exp(-1.959963984540054 * error), 5);
    expect(number(row.high)).toBeCloseTo(value * Math.exp(1.959963984540054 * error), 5);
    expect(row).toMatchObject({ metric: "clv", unit: "money", method: "delta", n: 1, probabilityAlive: 1 });
    expect(row.expectedPurchases).toBeCloseTo(((r + x) / (alpha + T)) * horizon, 10);
    sums.value += value;
    sums.buying = sums.buying.map((sum, i) => sum + value * number(buying[i]));
    sums.spending = sums.spending.map((sum, i) => sum + value * number(spending[i]));
  }
  expect(total.estimate).toBeCloseTo(sums.value, 8);
  const error = Math.sqrt(
    variance(sums.buying, purchaseFit.covariance) + variance(sums.spending, spendFit.covariance),
  );
  expect(number(total.standardError) / error).toBeCloseTo(1, 6);
  expect(total).toMatchObject({ metric: "clvTotal", unit: "money", method: "delta", n: customers.length });
});

describe.each<ClvModel>(["bgNbd", "mbgNbd", "paretoNbd", "nbd"])("%s", (model) => {
  test("is what the questions answer one by one", () => {
    const options = { horizon: 20, discountRate: 0.002 };
    const record = clv(orders, { asOf, unit: "week", model, ...options, margin: 0.5 });
    expect(record).toMatchObject({ model, horizon: 20, discountRate: 0.002, margin: 0.5, reason: null });
    const { purchaseFit, spendFit } = record;
    const fit = purchaseFit as FittedPurchaseModel;
    const customers = summarizeCustomers(orders, { asOf, unit: "week" });
    const alive = probabilityAlive(fit, customers);
    const bought = expectedPurchases(fit, customers, { horizon: 20 });
    const discounted = discountedExpectedPurchases(fit, customers, options);
    const spend = expectedSpend(spendFit, customers);
    record.customers.forEach((row, i) => {
      expect(row.customerId).toBe(customers[i]?.customerId);
      expect(row.probabilityAlive).toBe(alive[i]?.estimate);
      expect(number(row.expectedPurchases) / number(bought[i]?.estimate)).toBeCloseTo(1, 12);
      expect(number(row.discountedPurchases) / number(discounted[i]?.estimate)).toBeCloseTo(1, 12);
      expect(number(row.expectedSpend) / number(spend[i]?.estimate)).toBeCloseTo(1, 12);
      const value = 0.5 * number(discounted[i]?.estimate) * number(spend[i]?.estimate);
      expect(number(row.estimate) / value).toBeCloseTo(1, 12);
      const relative = [discounted[i], spend[i]].map(
        (one) => number(one?.standardError) / number(one?.estimate),
      );
      const both = Math.hypot(...relative);
      expect(number(row.standardError) / value / both).toBeCloseTo(1, 5);
    });
  });

  test("for ever is worth more than any horizon", () => {
    const value = (horizon?: number): number => {
      const ahead = horizon === undefined ? {} : { horizon };
      return number(clv(orders, { asOf, model, discountRate: 0.01, ...ahead }).total.estimate);
    };
    const forever = clv(orders, { asOf, model, discountRate: 0.01 });
    expect(forever.horizon).toBeNull();
    expect(forever.customers.every((row) => row.expectedPurchases === null)).toBe(true);
    expect(number(forever.total.estimate)).toBeGreaterThan(value(200));
    // Beyond 4000 days a purchase counts less than 1e-17.
    expect(value(4000) / number(forever.total.estimate)).toBeCloseTo(1, 9);
  });
});

test("rows after asOf are left out and counted", () => {
  const late = { customerId: "late", at: "2024-07-01", amount: 5 };
  const record = clv([...orders, late, late], { asOf, horizon: 30 });
  expect(record.afterAsOf).toBe(2);
  expect(record.customers).toEqual(clv(orders, { asOf, horizon: 30 }).customers);
});

test.each([
  [{}, "options must carry asOf"],
  [{ asOf, horizont: 3 }, "option must be one of asOf, unit, timeZone"],
  [{ asOf }, "discountRate must be above 0 without a horizon"],
  [{ asOf, horizon: 5, discountRate: -0.1 }, "discountRate must be a finite number from 0"],
  [{ asOf, horizon: 5, discountRate: Number.NaN }, "discountRate must be a finite number from 0"],
  [{ asOf, horizon: 0 }, "horizon must be a finite number above 0"],
  [{ asOf, horizon: Number.POSITIVE_INFINITY }, "horizon must be a finite number above 0"],
  [{ asOf, horizon: 5, margin: 0 }, "margin must be a share above 0 and at most 1"],
  [{ asOf, horizon: 5, margin: 30 }, "margin must be a share above 0 and at most 1"],
  [{ asOf, horizon: 5, model: "bgBb" }, "model must be one of bgNbd, mbgNbd, paretoNbd, nbd"],
  [{ asOf, horizon: 5, unit: "year" }, "unit must be one of day, week, month"],
  [{ asOf, horizon: 5, level: 1 }, "level must be strictly between 0 and 1"],
  [{ asOf, horizon: 5, timeZone: "Mars" }, "timeZone must be"],
  [{ asOf: "2024-02-30", horizon: 5 }, "asOf must be"],
  [{ asOf, horizon: 5, mergeWithin: 7 }, "mergeWithin must be"],
])("wrong options: %j", (options, message) => {
  expect(() => clv(orders, options as { asOf: string })).toThrow(`Cannot compute clv: ${message}`);
});
