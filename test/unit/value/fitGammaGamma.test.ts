import { describe, expect, test } from "vitest";
import { fitGammaGamma, type GammaGammaFit, type SpendRow } from "../../../src/index.ts";

const CUSTOMERS: readonly SpendRow[] = [
  { frequency: 1, monetaryValue: 10, count: 20 },
  { frequency: 1, monetaryValue: 30, count: 25 },
  { frequency: 1, monetaryValue: 100, count: 10 },
  { frequency: 5, monetaryValue: 20, count: 8 },
  { frequency: 5, monetaryValue: 40, count: 8 },
];

function expectSound(fit: GammaGammaFit): GammaGammaFit {
  expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  expect(fit.converged || fit.reason !== null).toBe(true);
  return fit;
}

test("the record", () => {
  const fit = expectSound(fitGammaGamma(CUSTOMERS, { unit: "week", level: 0.9 }));
  expect(fit).toMatchObject({ model: "gammaGamma", n: 71, unit: "week", level: 0.9, method: "log" });
  expect(fit).toMatchObject({ converged: true, boundary: null, reason: null, zeroSpend: 0 });
  expect(Object.keys(fit.parameters)).toEqual(["p", "q", "v"]);
  const { p, q, v } = fit.parameters as { readonly p: number; readonly q: number; readonly v: number };
  expect(fit.meanSpend).toBe((p * v) / (q - 1));
  const { low, high } = fit.intervals.p;
  expect((low as number) * (high as number)).toBeCloseTo(p ** 2, 9);
});

test("profile intervals hold the parameters, and are wider upwards", () => {
  const fit = fitGammaGamma(CUSTOMERS, { method: "profile" });
  const { low, high } = fit.intervals.q;
  expect(fit.method).toBe("profile");
  expect(low).toBeLessThan(fit.parameters.q as number);
  expect(high === null || high > 2 * (fit.parameters.q as number) - (low as number)).toBe(true);
});

test("those who bought once are not used, whatever their spend; zero spend is left out and counted", () => {
  const fit = fitGammaGamma(CUSTOMERS);
  const others: SpendRow[] = [
    { frequency: 0 },
    { frequency: 0, monetaryValue: null },
    { frequency: 0, monetaryValue: -5, count: 3 },
    { frequency: 2, monetaryValue: 0, count: 4 },
    { frequency: 1, monetaryValue: 0 },
  ];
  expect(fitGammaGamma([...others, ...CUSTOMERS])).toEqual({ ...fit, zeroSpend: 5 });
});

test("a count may be a BigInt", () => {
  const rows = CUSTOMERS.map((row) => ({ ...row, count: BigInt(row.count ?? 1) }));
  expect(fitGammaGamma(rows)).toEqual(fitGammaGamma(CUSTOMERS));
});

describe("errors", () => {
  test.each([
    [{ frequency: 1.5, monetaryValue: 3 }, "customers[1].frequency"],
    [{ frequency: -1, monetaryValue: 3 }, "customers[1].frequency"],
    [{ frequency: "2", monetaryValue: 3 }, "customers[1].frequency"],
    [{ frequency: 2 }, "customers[1].monetaryValue"],
    [{ frequency: 2, monetaryValue: null }, "customers[1].monetaryValue"],
    [{ frequency: 2, monetaryValue: -3 }, "customers[1].monetaryValue"],
    [{ frequency: 2, monetaryValue: Number.NaN }, "customers[1].monetaryValue"],
    [{ frequency: 2, monetaryValue: "3" }, "customers[1].monetaryValue"],
    [{ frequency: 2, monetaryValue: 3, count: 0 }, "customers[1].count"],
    [{ frequency: 2, monetaryValue: 3, count: 2 ** 60 }, "customers[1].count"],
    [null, "customers[1]"],
  ])("%j", (row, path) => {
    const rows = [CUSTOMERS[0], row] as SpendRow[];
    expect(() => fitGammaGamma(rows)).toThrow(expect.objectContaining({ name: "InvalidInputError", path }));
  });

  test("options", () => {
    expect(() => fitGammaGamma(CUSTOMERS, { level: 1 })).toThrow("Cannot fit gammaGamma: level");
    expect(() => fitGammaGamma(CUSTOMERS, { levl: 0.9 } as object)).toThrow("Cannot fit gammaGamma: option");
    expect(() => fitGammaGamma(CUSTOMERS, { method: "wald" as "log" })).toThrow(
      "Cannot fit gammaGamma: method",
    );
  });
});

describe("trouble is named, never thrown", () => {
  const reasonOf = (customers: Iterable<SpendRow>): string => {
    const fit = expectSound(fitGammaGamma(customers));
    expect(fit).toMatchObject({ converged: false, meanSpend: null });
    return fit.reason ?? "";
  };

  test("nobody, one-time buyers, no money", () => {
    expect(reasonOf([])).toBe("nobody bought twice for money");
    expect(reasonOf([{ frequency: 0, count: 9 }])).toBe("nobody bought twice for money");
    expect(reasonOf([{ frequency: 3, monetaryValue: 0 }])).toBe("nobody bought twice for money");
  });

  test("one customer, and all the same spend", () => {
    expect(reasonOf([{ frequency: 3, monetaryValue: 9.5 }])).toBe("there is one spend only");
    expect(reasonOf([3, 4, 9].map((frequency) => ({ frequency, monetaryValue: 9.5 })))).toBe(
      "all customers spend the same",
    );
  });

  test("means of many purchases vary more than those of one: p at infinity", () => {
    const rows = [
      ...[20, 30, 45].map((monetaryValue) => ({ frequency: 1, monetaryValue, count: 30 })),
      ...[10, 20, 30, 60, 200].map((monetaryValue) => ({ frequency: 50, monetaryValue, count: 20 })),
    ];
    expect(reasonOf(rows)).toContain("the purchases of one customer hardly differ: p grows without limit");
    expect(fitGammaGamma(rows).parameters).toMatchObject({ p: null, v: null });
  });

  test("means of many purchases hardly vary: q at infinity", () => {
    const rows = [
      ...[10, 20, 60].map((monetaryValue) => ({ frequency: 1, monetaryValue, count: 30 })),
      ...[29, 30, 31].map((monetaryValue) => ({ frequency: 400, monetaryValue, count: 30 })),
    ];
    expect(reasonOf(rows)).toContain(
      "customers hardly differ in what they spend: q and v grow without limit",
    );
    expect(fitGammaGamma(rows).parameters).toMatchObject({ q: null, v: null });
  });

  test("a heavy tail: the mean of the population is infinite, and the rest is determined", () => {
    const rows = [0.02, 0.1, 0.3, 1, 3, 10, 40, 200].flatMap((spend) => [
      ...[0.3, 0.8, 1.1, 1.8].map((share) => ({ frequency: 1, monetaryValue: spend * share, count: 3 })),
      ...[0.7, 1, 1.3].map((share) => ({ frequency: 4, monetaryValue: spend * share, count: 3 })),
    ]);
    const fit = expectSound(fitGammaGamma(rows));
    expect(fit.converged).toBe(true);
    expect(fit.parameters.q).toBeLessThan(1);
    expect(fit.meanSpend).toBeNull();
    expect(fit.reason).toContain("at most 1: the mean spend of the population is infinite");
  });

  test("money of any size", () => {
    for (const c of [1e-290, 1e290]) {
      const fit = fitGammaGamma(
        CUSTOMERS.map((row) => ({ ...row, monetaryValue: c * (row.monetaryValue as number) })),
      );
      expect(expectSound(fit).parameters.p).toBeCloseTo(fitGammaGamma(CUSTOMERS).parameters.p as number, 6);
    }
  });
});
