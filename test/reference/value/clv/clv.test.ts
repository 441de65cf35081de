import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ClvModel, clv } from "../../../../src/index.ts";
import fixture from "./fixtures/clv.json" with { type: "json" };

const FILE = "../shared/data/cdnow-sample-transactions.csv";
const { discountRate, n } = fixture;

const transactions = (): { customerId: string; at: string; amount: number }[] =>
  readFileSync(FILE, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [customerId = "", at = "", , amount] = line.split(",");
      return { customerId, at, amount: Number(amount) };
    });

function relativeError(actual: number | null | undefined, expected: number): number {
  return Math.abs((actual ?? Number.NaN) / expected - 1);
}

function worst(actual: Readonly<Record<string, number | null>>, expected: object): number {
  return Math.max(...Object.entries(expected).map(([name, value]) => relativeError(actual[name], value)));
}

describe.skipIf(!existsSync(FILE))(`CDNOW (${fixture.madeBy})`, () => {
  test.each(fixture.cases)("$model, horizon $horizon", (wanted) => {
    const { horizon } = wanted;
    const record = clv(transactions(), {
      asOf: "1997-09-30",
      unit: "week",
      ...(horizon === null ? {} : { horizon }),
      discountRate,
      model: wanted.model as ClvModel,
    });
    expect(record).toMatchObject({ n, horizon, model: wanted.model, reason: null, timeUnit: "week" });
    for (const [fit, own] of [
      [record.purchaseFit, wanted.purchaseFit],
      [record.spendFit, fixture.spendFit],
    ] as const) {
      expect(worst(fit.parameters, own.parameters)).toBeLessThan(1e-6);
      expect(worst(fit.standardErrors, own.standardErrors)).toBeLessThan(1e-4);
      expect(relativeError(fit.logLikelihood, own.logLikelihood)).toBeLessThan(1e-12);
    }
    expect(wanted.customers.length).toBeGreaterThan(10);
    for (const customer of wanted.customers) {
      const row = record.customers.find(({ customerId }) => customerId === customer.customerId);
      const { customerId: _, frequency, standardError, expectedPurchases, ...numbers } = customer;
      expect(row?.frequency).toBe(frequency);
      if (row === undefined) continue;
      const { probabilityAlive, discountedPurchases, expectedSpend, estimate } = row;
      // The parameters of the two differ in the eighth digit.
      expect(worst({ probabilityAlive, discountedPurchases, expectedSpend, estimate }, numbers)).toBeLessThan(
        1e-6,
      );
      if (expectedPurchases === null) expect(row.expectedPurchases).toBeNull();
      else expect(relativeError(row.expectedPurchases, expectedPurchases)).toBeLessThan(1e-6);
      expect(relativeError(row.standardError, standardError)).toBeLessThan(1e-4);
    }
    expect(relativeError(record.total.estimate, wanted.total.estimate)).toBeLessThan(1e-6);
    expect(relativeError(record.total.standardError, wanted.total.standardError)).toBeLessThan(1e-4);
  });

  test("the log-likelihoods that CLVTools has for these dates", () => {
    const of = (model: ClvModel): ReturnType<typeof clv> =>
      clv(transactions(), { asOf: "1997-09-30", unit: "week", horizon: 39, model });
    const [bgNbd, paretoNbd] = [of("bgNbd"), of("paretoNbd")];
    expect(bgNbd.purchaseFit.logLikelihood).toBeCloseTo(-9582.4292067, 6);
    expect(paretoNbd.purchaseFit.logLikelihood).toBeCloseTo(-9594.9761809, 5);
    expect(bgNbd.spendFit.logLikelihood).toBeCloseTo(-4055.9176948, 6);
    expect([bgNbd.spendFit.n, bgNbd.n]).toEqual([946, 2357]);
  });
});
