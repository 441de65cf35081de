import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fitParetoNbd, type ParetoNbdFit } from "../../../../src/value/fitParetoNbd.ts";
import { paretoNbdModel as model } from "../../../../src/value/paretoNbdModel.ts";
import { summarizeCustomers } from "../../../../src/value/summarizeCustomers.ts";

const DATA = "../shared/data";

function expectWithin(value: number | null, expected: number, relative: number): void {
  expect(Math.abs((value ?? NaN) / expected - 1), `${value} for ${expected}`).toBeLessThan(relative);
}

// Computed with mpmath from the published formulas, at the parameters that the literature prints for CDNOW.
describe("predictions at r = .5534, alpha = 10.5802, s = .6061, beta = 11.6562", () => {
  const theta = [0.5534, 10.5802, 0.6061, 11.6562];

  test("P(alive) and expected purchases", () => {
    expectWithin(model.newCustomerPurchases(theta, 52), 1.473066991901991, 1e-12);
    expectWithin(model.expectedPurchases(theta, 26, 30.86, 31, 52), 25.45491351149973, 1e-12);
    expectWithin(model.probabilityAlive(theta, 26, 30.86, 31), 0.9979177665519067, 1e-12);
    expectWithin(model.expectedPurchases(theta, 2, 30.43, 38.86, 39), 1.455092843844255, 1e-12);
    expectWithin(model.probabilityAlive(theta, 2, 30.43, 38.86), 0.869110643968137, 1e-12);
    expectWithin(model.probabilityAlive(theta, 0, 0, 38.86), 0.2949614864370422, 1e-12);
  });

  test("discounted expected transactions, continuous rate .0027", () => {
    const rate = Math.expm1(0.0027);
    for (const [x, tx, T, expected] of [
      [26, 30.86, 31, 86.03037561536],
      [1, 30, 39, 3.94550618512],
      [0, 0, 39, 0.4746715049509],
      [10, 20, 39, 2.474007941694],
    ] as const)
      expectWithin(model.discountedPurchases(theta, x, tx, T, rate, Infinity), expected, 1e-12);
  });
});

const hasData = existsSync(`${DATA}/cdnow-customers.csv`);
describe.skipIf(!hasData)("CDNOW, 2,357 customers, in weeks", () => {
  // The body of a suite runs even when its tests are skipped.
  const rows = csv(hasData ? readFileSync(`${DATA}/cdnow-customers.csv`, "utf8") : "ID,x,t_x,T,zbar").map(
    (row) => ({
      frequency: Number(row.x),
      recency: Number(row.t_x),
      age: Number(row.T),
    }),
  );
  const fit = fitParetoNbd(rows, { unit: "week" });

  test("the maximum that four packages agree on, to the digits given", () => {
    const expected = { r: 0.5532755, alpha: 10.5776122, s: 0.6062136, beta: 11.667911 };
    // Half a unit of the last digit given.
    expect(Math.abs((fit.parameters.r as number) - expected.r)).toBeLessThan(1e-7);
    for (const name of ["alpha", "s", "beta"] as const)
      expectWithin(fit.parameters[name], expected[name], 1e-6);
    expectWithin(fit.logLikelihood, -9594.97392983, 1e-8);
    const errors = { r: 0.0476286, alpha: 0.8427233, s: 0.1872769, beta: 6.2109401 };
    for (const name of ["r", "alpha", "s", "beta"] as const)
      expectWithin(fit.standardErrors[name], errors[name], 1e-4);
    expect(fit).toMatchObject({ converged: true, boundary: null, reason: null, n: 2357 });
  });

  test("the next 39 weeks: 1665.55 purchases are expected (1882 came)", () => {
    const theta = Object.values(fit.parameters) as number[];
    const total = rows.reduce(
      (sum, { frequency, recency, age }) => sum + model.expectedPurchases(theta, frequency, recency, age, 39),
      0,
    );
    expect(total).toBeCloseTo(1665.55, 1);
  });
});

describe.skipIf(!existsSync(`${DATA}/cdnow-sample-transactions.csv`))("CDNOW from its transactions", () => {
  test("exact dates: the log-likelihood that CLVTools gives", () => {
    const transactions = csv(readFileSync(`${DATA}/cdnow-sample-transactions.csv`, "utf8")).map(
      ({ customerId = "", at = "" }) => ({ customerId, at }),
    );
    const customers = summarizeCustomers(transactions, { asOf: "1997-09-30", unit: "week" });
    expectWithin(fitParetoNbd(customers).logLikelihood, -9594.9761809, 1e-8);
  });
});

describe.skipIf(!existsSync(`${DATA}/online-retail-invoices.csv.gz`))("Online Retail", () => {
  test("nobody is seen to leave, and the record says so", () => {
    const fit: ParetoNbdFit = fitParetoNbd(onlineRetail());
    expect(fit).toMatchObject({ converged: true, boundary: "s", parameters: { s: 0, beta: null }, n: 4338 });
    expect(fit.reason).toBe("nobody is seen to leave: s goes to 0, which is the NBD model");
  });
});

/** Customers by their invoices, without blank customers and without amounts of 0 and below. */
function onlineRetail(): ReturnType<typeof summarizeCustomers> {
  const text = gunzipSync(readFileSync(`${DATA}/online-retail-invoices.csv.gz`)).toString();
  const transactions = csv(text)
    .filter(({ customerId, amount }) => customerId !== "" && Number(amount) > 0)
    .map(({ customerId = "", at = "", amount }) => ({ customerId, at, amount: Number(amount) }));
  return summarizeCustomers(transactions, { asOf: "2011-12-09" });
}

/** Records of a file without quoted cells. */
function csv(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}
