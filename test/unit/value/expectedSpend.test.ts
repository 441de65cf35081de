import { describe, expect, test } from "vitest";
import { expectedSpend, type FittedSpendModel, fitGammaGamma, type SpendRow } from "../../../src/index.ts";

const FIT: FittedSpendModel = {
  model: "gammaGamma",
  parameters: { p: 2, q: 3, v: 10 },
  converged: true,
  covariance: [
    [0.04, 0, 0],
    [0, 0.09, 0],
    [0, 0, 1],
  ],
};

test("by hand: p (v + x m) / (p x + q - 1), and p v / (q - 1) of somebody who bought once", () => {
  const rows = expectedSpend(FIT, [
    { customerId: "ann", frequency: 0, monetaryValue: null, count: 5 },
    { customerId: 7, frequency: 3, monetaryValue: 6, count: 1 },
    { customerId: "", frequency: 3, monetaryValue: 0, count: 2 },
  ]);
  expect(rows.map(({ estimate }) => estimate)).toEqual([10, 7, 2.5]);
  expect(rows[0]).toMatchObject({ customerId: "ann", frequency: 0, monetaryValue: null, count: 5, n: 5 });
  expect(rows[1]).toMatchObject({
    metric: "expectedSpend",
    unit: "money",
    method: "delta",
    level: 0.95,
    n: 1,
  });
});

test("the interval by hand, of parameters that hang together", () => {
  // The derivatives of the logarithm are 1/8, -1/8 and 1/28, as below.
  const covariance = [
    [0.04, 0.05, 0.1],
    [0.05, 0.09, 0.2],
    [0.1, 0.2, 1],
  ];
  const s = Math.sqrt((0.04 + 0.09 - 2 * 0.05) / 64 + 1 / 784 + (2 * (0.1 - 0.2)) / (8 * 28));
  const [row] = expectedSpend({ ...FIT, covariance }, [{ frequency: 3, monetaryValue: 6 }]);
  expect(row?.standardError).toBeCloseTo(7 * s, 12);
});

test("the interval by hand", () => {
  // Of log(p (v + 18) / (3 p + q - 1)) by p, q, v: 1/2 - 3/8 = 1/8, -1/8, 1/28.
  const s = Math.sqrt(0.04 / 64 + 0.09 / 64 + 1 / 784);
  const [row] = expectedSpend(FIT, [{ frequency: 3, monetaryValue: 6 }], { level: 0.9 });
  expect(row?.standardError).toBeCloseTo(7 * s, 12);
  expect(row?.low).toBeCloseTo(7 * Math.exp(-1.6448536269514722 * s), 12);
  expect(row?.high).toBeCloseTo(7 * Math.exp(1.6448536269514722 * s), 12);
  expect(row?.level).toBe(0.9);
});

test("without a covariance the ends are null, with q + p x at most 1 everything is", () => {
  const { covariance, ...published } = FIT;
  expect(covariance).toHaveLength(3);
  const [known] = expectedSpend(published, [{ frequency: 0 }]);
  expect(known).toMatchObject({ estimate: 10, low: null, high: null, standardError: null });
  const heavy = { ...FIT, parameters: { p: 0.25, q: 0.5, v: 10 } };
  const [once, twice, thrice] = expectedSpend(
    heavy,
    [0, 2, 3].map((frequency) => ({ frequency, monetaryValue: 4 })),
  );
  expect(once).toMatchObject({ estimate: null, low: null, high: null, standardError: null, n: 1 });
  expect(twice).toMatchObject({ estimate: null });
  expect(thrice?.estimate).toBeCloseTo((0.25 * 22) / 0.25, 12);
  expect(expectedSpend(FIT, [])).toEqual([]);
});

test("rows are copied: fields of any name are kept, getters of a class are read, BigInt counts are numbers", () => {
  class Customer {
    readonly count = 4n;
    get frequency(): number {
      return 3;
    }
    get monetaryValue(): number {
      return 6;
    }
  }
  const [row] = expectedSpend(FIT, [new Customer()]);
  expect(row).toMatchObject({ frequency: 3, monetaryValue: 6, count: 4, n: 4, estimate: 7 });
  const strange = JSON.parse('{ "frequency": 0, "__proto__": 1, "constructor": 2 }') as SpendRow;
  const [kept] = expectedSpend(FIT, [strange]);
  expect(Object.keys(kept ?? {})).toEqual(expect.arrayContaining(["__proto__", "constructor"]));
  expect(kept?.estimate).toBe(10);
});

describe("errors", () => {
  const row = { frequency: 2, monetaryValue: 5 };

  test.each(["metric", "unit", "estimate", "low", "high", "standardError", "level", "method", "n"])(
    "a row with %s, which the result would hide",
    (field) => {
      expect(() => expectedSpend(FIT, [row, { ...row, [field]: 1 }])).toThrow(
        `Cannot compute expectedSpend: customers[1].${field} must not be there`,
      );
    },
  );

  test.each([
    [{ frequency: 2 }, "customers[0].monetaryValue"],
    [{ frequency: 2, monetaryValue: -1 }, "customers[0].monetaryValue"],
    [{ frequency: 0.5, monetaryValue: 1 }, "customers[0].frequency"],
    ["row", "customers[0]"],
  ])("%j", (bad, path) => {
    expect(() => expectedSpend(FIT, [bad] as SpendRow[])).toThrow(expect.objectContaining({ path }));
  });

  test("fits that cannot be asked", () => {
    const failed = fitGammaGamma([{ frequency: 3, monetaryValue: 5 }]);
    expect(() => expectedSpend(failed, [row])).toThrow(
      "Cannot compute expectedSpend: fit.converged must be true, but there is one spend only, received false",
    );
    const other = { ...FIT, model: "bgNbd" };
    expect(() => expectedSpend(other, [row])).toThrow("Cannot compute expectedSpend: fit.model must be");
    const negative = { ...FIT, parameters: { p: 2, q: 3, v: -1 } };
    expect(() => expectedSpend(negative, [row])).toThrow(
      "Cannot compute expectedSpend: fit.parameters.v must be",
    );
    expect(() => expectedSpend(FIT, [row], { level: 0 })).toThrow("Cannot compute expectedSpend: level");
    expect(() => expectedSpend(FIT, [row], { horizon: 2 } as object)).toThrow(
      "Cannot compute expectedSpend: option",
    );
  });
});
