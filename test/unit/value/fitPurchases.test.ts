import { describe, expect, test } from "vitest";
import { backtest, clv, fitBgNbd, fitParetoNbd, probabilityAlive } from "../../../src/index.ts";
import { seededUniform } from "../../../src/stats/random.ts";
import { type BacktestModel, fitPurchases } from "../../../src/value/fitPurchases.ts";

const DAY = 86_400_000;

/** Customers who buy every other day on average, half of them at twice the rate; each leaves at any purchase alike. */
function alike(p: number, n: number, seed: number): { customerId: number; at: Date; amount: number }[] {
  const uniform = seededUniform(seed);
  const orders: { customerId: number; at: Date; amount: number }[] = [];
  for (let customerId = 0; customerId < n; customerId++) {
    const pace = customerId % 2 === 0 ? 8 : 24;
    for (
      let day = Math.floor(60 * uniform());
      day < 200;
      day += 1 + Math.floor(-pace * Math.log(uniform()))
    ) {
      orders.push({ customerId, at: new Date(day * DAY), amount: 5 + 20 * uniform() + (customerId % 5) });
      if (uniform() < p) break;
    }
  }
  return orders;
}

const orders = alike(0.15, 150, 3);
const asOf = new Date(200 * DAY);
const { customers } = clv(orders, { asOf, horizon: 60 });
const ask = (model: BacktestModel) => fitPurchases("ask", model, customers, {});
// No model of ours is asked for the expectation: the formulas are those of a probability, and of a rate, of leaving that
// is one for all, worked by hand from the definitions of the models.
const horizon = 60;

describe("without a finite maximum, the limit answers", () => {
  test("BG/NBD: one probability of leaving for all", () => {
    const { fit, asked } = ask("bgNbd");
    expect(fit).toMatchObject({ converged: false, parameters: { a: null, b: null } });
    expect(fit.reason).toMatch(/^all leave with the same probability/);
    const [r = NaN, alpha = NaN, odds = NaN] = asked?.theta ?? [];
    const p = odds / (1 + odds);
    expect(p).toBeGreaterThan(0.05);
    for (const { frequency: x, recency: tx, age: T } of customers.slice(0, 40)) {
      const silence = ((alpha + T) / (alpha + tx)) ** (r + x);
      const alive = x === 0 ? 1 : 1 / (1 + (p / (1 - p)) * silence);
      const expected = (alive / p) * (1 - ((alpha + T) / (alpha + T + p * horizon)) ** (r + x));
      expect(asked?.model.probabilityAlive(asked.theta, x, tx, T)).toBeCloseTo(alive, 6);
      const own = asked?.model.expectedPurchases(asked.theta, x, tx, T, horizon) as number;
      expect(Math.abs(own / expected - 1)).toBeLessThan(1e-6);
    }
  });

  test("NBD: one rate of buying for all", () => {
    const even = Array.from({ length: 30 }, () => ({ frequency: 4, recency: 70, age: 80 }));
    const { fit, asked } = fitPurchases("ask", "nbd", even, {});
    expect(fit).toMatchObject({ converged: false, parameters: { r: null, alpha: null } });
    expect(asked?.model.expectedPurchases(asked.theta, 4, 70, 80, 20)).toBeCloseTo(1, 6);
    // 120 purchases: the standard error of the logarithm of a Poisson rate is 1 / sqrt(120).
    expect(asked?.covariance?.[0]?.[0]).toBeCloseTo(1 / 120, 12);
  });

  test("Pareto/NBD: one rate of leaving for all", () => {
    const { fit, asked } = ask("paretoNbd");
    if (fit.converged) throw new Error("choose another seed: this test is about a limit");
    expect(fit.reason).toMatch(/^all leave at the same rate/);
    const [r = NaN, alpha = NaN, mu = NaN] = asked?.theta ?? [];
    for (const { frequency: x, recency: tx, age: T } of customers.slice(0, 20)) {
      // The integral of mu (alpha + u)^-(r + x) e^(-mu u) from tx to T over (alpha + T)^-(r + x) e^(-mu T), by Simpson's rule.
      const at = (u: number): number => mu * ((alpha + T) / (alpha + u)) ** (r + x) * Math.exp(mu * (T - u));
      const step = (T - tx) / 2000;
      let left = 0;
      for (let i = 0; i < 2000; i += 2)
        left += (step / 3) * (at(tx + i * step) + 4 * at(tx + (i + 1) * step) + at(tx + (i + 2) * step));
      const expected = (((r + x) / (alpha + T)) * -Math.expm1(-mu * horizon)) / mu / (1 + left);
      const own = asked?.model.expectedPurchases(asked.theta, x, tx, T, horizon) as number;
      expect(Math.abs(own / expected - 1)).toBeLessThan(1e-6);
    }
  });

  test("clv has values with intervals, and says by what; the fit itself is not to be asked", () => {
    const { total, reason, purchaseFit } = clv(orders, { asOf, horizon: 60 });
    expect(total.low).toBeGreaterThan(0);
    expect(total.high).toBeGreaterThan(total.estimate as number);
    expect(reason).toMatch(/^purchases are expected by the limit of the model: all leave with the same/);
    expect(() => probabilityAlive(fitBgNbd(customers), customers)).toThrow("fit.converged must be true");
    expect(purchaseFit).toMatchObject({ ...fitBgNbd(customers), unit: "day" });
  });

  test("the back-test says so, too", () => {
    const { fit, reason, expected } = backtest(orders, { calibrationEnd: asOf, asOf: new Date(260 * DAY) });
    expect(expected).toBeGreaterThan(0);
    expect(reason).toBe(`purchases are expected by the limit of the model: ${fit.reason}`);
  });

  test.each(["bgNbd", "mbgNbd", "paretoNbd"] as const)(
    "%s: nobody leaves, and all buy at the same rate: what is left of the NBD answers",
    (model) => {
      const even = Array.from({ length: 30 }, () => ({ frequency: 4, recency: 80, age: 80 }));
      const { fit, asked } = fitPurchases("ask", model, even, {});
      expect(fit.converged).toBe(false);
      expect(fit.reason).toMatch(/^nobody is seen to leave: .*; all buy at the same rate/);
      // 120 purchases in 2400: 0.05, of somebody who is alive.
      expect(Array.from(asked?.theta ?? [])).toEqual([0.05]);
      const theta = asked?.theta ?? [];
      expect(asked?.model.probabilityAlive(theta, 4, 30, 80)).toBeCloseTo(1, 6);
      expect(asked?.model.expectedPurchases(theta, 4, 30, 80, 20)).toBeCloseTo(1, 6);
      expect(asked?.covariance?.[0]?.[0]).toBeCloseTo(1 / 120, 12);
    },
  );

  test("but not where the likelihood grows without limit", () => {
    const rows = [
      { frequency: 1, recency: 0, age: 0 },
      { frequency: 4, recency: 30, age: 30, count: 300 },
    ];
    for (const model of ["nbd", "bgNbd", "mbgNbd"] as const) {
      const { fit, asked } = fitPurchases("ask", model, rows, {});
      expect(fit.reason).toMatch(
        /^of repeat purchases at (age|recency) 0 the likelihood grows without limit/,
      );
      expect(asked).toBeUndefined();
    }
  });

  test("but not where nobody bought twice", () => {
    const once = [{ frequency: 0, recency: 0, age: 12 }];
    for (const model of ["nbd", "bgNbd", "mbgNbd", "paretoNbd"] as const)
      expect(fitPurchases("ask", model, once, {}).asked).toBeUndefined();
    expect(fitParetoNbd(once).reason).toMatch(/nobody bought twice/);
  });
});
