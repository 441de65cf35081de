import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bgNbdModel } from "../../../../src/value/bgNbdModel.ts";
import { fitBgNbd } from "../../../../src/value/fitBgNbd.ts";
import { fitMbgNbd } from "../../../../src/value/fitMbgNbd.ts";
import { fitNbd } from "../../../../src/value/fitNbd.ts";
import { mbgNbdModel } from "../../../../src/value/mbgNbdModel.ts";
import { summarizeCustomers } from "../../../../src/value/summarizeCustomers.ts";

const DATA = "../shared/data";

function expectWithin(value: number | null | undefined, expected: number, relative: number): void {
  expect(Math.abs((value ?? NaN) / expected - 1), `${value} for ${expected}`).toBeLessThanOrEqual(relative);
}

// Computed with mpmath from the formulas of the paper, at the parameters that it prints for CDNOW.
describe("BG/NBD at r = .243, alpha = 4.414, a = .793, b = 2.426", () => {
  const theta = [0.243, 4.414, 0.793, 2.426];

  test.each([
    [1, 0.05326789117165828],
    [39, 1.196723193320817],
    [52, 1.446050595396404],
    [78, 1.860519057942769],
  ])("a new customer in %i weeks", (weeks, expected) => {
    expectWithin(bgNbdModel.newCustomerPurchases(theta, weeks), expected, 1e-10);
  });

  test.each([
    [2, 30.43, 38.86, 39, 1.226028174767144],
    [0, 0, 38.86, 39, 0.1950980520112626],
    [26, 30.86, 31, 52, 25.75819593648351],
    [200, 38, 40, 39, 3.294027318129615],
  ])("x = %d, tx = %d, T = %d: purchases of the next %d weeks", (x, tx, T, weeks, expected) => {
    expectWithin(bgNbdModel.expectedPurchases(theta, x, tx, T, weeks), expected, 1e-10);
    expectWithin(bgNbdModel.discountedPurchases(theta, x, tx, T, 0, weeks), expected, 1e-10);
  });

  test("P(alive)", () => {
    expectWithin(bgNbdModel.probabilityAlive(theta, 2, 30.43, 38.86), 0.7265785700806729, 1e-10);
    expectWithin(bgNbdModel.probabilityAlive(theta, 26, 30.86, 31), 0.9689156497175251, 1e-10);
    expect(bgNbdModel.probabilityAlive(theta, 0, 0, 38.86)).toBe(1);
  });

  test.each([
    [39, 0, 0.5737863520960094],
    [2, 10, 1.078689640369147e-7],
    [30, 20, 2.222260480066367e-4],
  ])("within %i weeks, P(%i purchases)", (weeks, count, expected) => {
    const probabilities = new Float64Array(count + 1);
    bgNbdModel.purchaseCounts(theta, weeks, probabilities);
    expectWithin(probabilities[count], expected, 1e-10);
  });

  test("the log-likelihood at .25, 4, .8, 2.5", () => {
    const other = [0.25, 4, 0.8, 2.5];
    expectWithin(bgNbdModel.logLikelihood(other, 0, 0, 40), -0.5994738181995926, 1e-10);
    expectWithin(bgNbdModel.logLikelihood(other, 200, 38, 40), 100.7956930927065, 1e-10);
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
  const fit = fitBgNbd(rows, { unit: "week" });

  // Maxima that lifetimes, BTYD, BTYDplus and CLVTools agree on to their tolerances, polished by Newton's method.
  test("BG/NBD", () => {
    expect(fit).toMatchObject({ converged: true, boundary: null, reason: null, n: 2357, unit: "week" });
    expectAll(
      fit.parameters,
      { r: 0.2425929071, alpha: 4.4135315587, a: 0.7928861449, b: 2.4257534241 },
      1e-6,
    );
    expectWithin(fit.logLikelihood, -9582.42556057, 1e-8);
    expectAll(fit.standardErrors, { r: 0.0125573, alpha: 0.3782213, a: 0.1857178, b: 0.7053407 }, 1e-4);
    const covariance = [
      [1.576862e-4, 3.7063783e-3, -8.78381e-5, 6.56533e-5],
      [3.7063783e-3, 0.1430513, -2.8655582e-3, 0.0105224657],
      [-8.78381e-5, -2.8655582e-3, 0.0344911, 0.1231937],
      [6.56533e-5, 0.0105224657, 0.1231937, 0.4975054],
    ];
    covariance.forEach((line, i) => {
      line.forEach((value, j) => void expectWithin(fit.covariance[i]?.[j], value, 1e-4));
    });
  });

  test("MBG/NBD", () => {
    const mbg = fitMbgNbd(rows);
    expect(mbg).toMatchObject({ converged: true, boundary: null, reason: null, n: 2357, unit: null });
    expectAll(mbg.parameters, { r: 0.5248379829, alpha: 6.182992, a: 0.8913561574, b: 1.6139993423 }, 1e-6);
    expectWithin(mbg.logLikelihood, -9582.1326849, 1e-8);
    expectAll(mbg.standardErrors, { r: 0.0832647, alpha: 0.6956018, a: 0.1547865, b: 0.5374774 }, 1e-4);
  });

  test("NBD", () => {
    const nbd = fitNbd(rows);
    expectAll(nbd.parameters, { r: 0.38476741, alpha: 12.07207588 }, 1e-6);
    expectWithin(nbd.logLikelihood, -9763.66022, 1e-8);
  });

  test("the frequency table of the paper: 1411 bought once, 1407.685 are expected; chi-square 4.82", () => {
    const theta = Object.values(fit.parameters) as number[];
    const expected = new Float64Array(8);
    for (const { age } of rows) {
      const probabilities = new Float64Array(7);
      bgNbdModel.purchaseCounts(theta, age, probabilities);
      probabilities.forEach((share, k) => {
        expected[k] = (expected[k] as number) + share;
      });
    }
    expected[7] = rows.length - expected.reduce((sum, value) => sum + value, 0);
    const printed = [1407.685, 460.325, 192.46, 101.163, 59.847, 38.12, 25.549, 71.852];
    printed.forEach((value, k) => void expect(expected[k], `${k} purchases`).toBeCloseTo(value, 2));
    const observed = [1411, 439, 214, 100, 62, 38, 29, 64];
    const chiSquare = observed.reduce(
      (sum, o, k) => sum + (o - (expected[k] as number)) ** 2 / (expected[k] as number),
      0,
    );
    expect(chiSquare).toBeCloseTo(4.8217, 3);
  });

  test("the next 39 weeks: 1653.42 by the BG/NBD and 1576.74 by the MBG/NBD (1882 came)", () => {
    const total = (model: typeof bgNbdModel, parameters: object): number => {
      const theta = Object.values(parameters) as number[];
      return rows.reduce(
        (sum, { frequency: x, recency, age }) => sum + model.expectedPurchases(theta, x, recency, age, 39),
        0,
      );
    };
    expect(total(bgNbdModel, fit.parameters)).toBeCloseTo(1653.42, 2);
    expect(total(mbgNbdModel, fitMbgNbd(rows).parameters)).toBeCloseTo(1576.74, 2);
  });
});

describe.skipIf(!existsSync(`${DATA}/cdnow-sample-transactions.csv`))("CDNOW from its transactions", () => {
  test("exact dates: the log-likelihood that CLVTools gives", () => {
    const transactions = csv(readFileSync(`${DATA}/cdnow-sample-transactions.csv`, "utf8")).map(
      ({ customerId = "", at = "" }) => ({ customerId, at }),
    );
    const customers = summarizeCustomers(transactions, { asOf: "1997-09-30", unit: "week" });
    expectWithin(fitBgNbd(customers).logLikelihood, -9582.4292067, 1e-8);
  });
});

const hasInvoices = existsSync(`${DATA}/online-retail-invoices.csv.gz`);
describe.skipIf(!hasInvoices)("Online Retail", () => {
  const text = (): string => gunzipSync(readFileSync(`${DATA}/online-retail-invoices.csv.gz`)).toString();
  const invoices = csv(hasInvoices ? text() : "invoice,customerId,at,amount,country")
    .filter(({ customerId, amount }) => customerId !== "" && Number(amount) > 0)
    .map(({ customerId = "", at = "", amount }) => ({ customerId, at, amount: Number(amount) }));

  // From scipy's Nelder-Mead on the same likelihood, started at several points: -61823.47125016; the NBD, where a is 0,
  // has -61823.59093255. So next to nobody is seen to leave, and a is below its standard error.
  test.each([
    ["day", 1],
    ["week", 7],
  ] as const)("by %s: hardly anybody leaves, and a and b are hardly identified", (unit, days) => {
    const customers = summarizeCustomers(invoices, { asOf: "2011-12-09", unit });
    const fit = fitBgNbd(customers, { unit });
    expect(fit).toMatchObject({ converged: true, boundary: null, n: 4338, unit });
    const shift = customers.reduce((sum, { frequency }) => sum + frequency, 0) * Math.log(days);
    expectWithin((fit.logLikelihood as number) - shift, -61823.47125016, 1e-10);
    expectWithin((fitNbd(customers).logLikelihood as number) - shift, -61823.59093255, 1e-10);
    expectAll(fit.parameters, { r: 0.826542, alpha: 68.9051 / days, a: 0.0034374, b: 6.7451 }, 1e-4);
    expect(fit.reason).toBe("a and b are hardly identified, only a / (a + b) = 0.000509349");
  });
});

function expectAll(
  values: Readonly<Record<string, number | null>>,
  expected: Readonly<Record<string, number>>,
  relative: number,
): void {
  expect(Object.keys(values)).toEqual(Object.keys(expected));
  for (const [name, value] of Object.entries(expected)) expectWithin(values[name], value, relative);
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
