import { describe, expect, test } from "vitest";
import { fitNbd } from "../../../src/value/fitNbd.ts";
import { fitParetoNbd, type ParetoNbdFit } from "../../../src/value/fitParetoNbd.ts";

const BUSY = { frequency: 7, recency: 26, age: 30, count: 4 };
const CUSTOMERS = [
  { frequency: 0, recency: 0, age: 30, count: 60 },
  { frequency: 1, recency: 5, age: 30, count: 12 },
  { frequency: 2, recency: 28, age: 30, count: 9 },
  BUSY,
];

function expectSoundFit(fit: ParetoNbdFit): void {
  expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  expect(fit.converged || fit.reason !== null).toBe(true);
}

test("the record", () => {
  const fit = fitParetoNbd(CUSTOMERS, { unit: "week", level: 0.9 });
  expectSoundFit(fit);
  expect(fit).toMatchObject({ model: "paretoNbd", n: 85, unit: "week", level: 0.9, method: "log" });
  expect(fit).toMatchObject({ converged: true, boundary: null });
  expect(fit.gradientNorm).toBeLessThan(1e-6);
  const { low, high } = fit.intervals.r;
  expect((low as number) * (high as number)).toBeCloseTo((fit.parameters.r as number) ** 2, 10);
});

describe("errors", () => {
  test.each([
    ["recency beyond age", { frequency: 1, recency: 5, age: 4 }, "customers[1].age"],
    ["fractional frequency", { frequency: 1.5, recency: 2, age: 4 }, "customers[1].frequency"],
    ["negative recency", { frequency: 1, recency: -1, age: 4 }, "customers[1].recency"],
    ["recency without a repeat", { frequency: 0, recency: 1, age: 4 }, "customers[1].recency"],
    ["no count", { frequency: 0, recency: 0, age: 4, count: 0 }, "customers[1].count"],
  ])("%s", (_, row, path) => {
    expect(() => fitParetoNbd([BUSY, row])).toThrow(expect.objectContaining({ path }));
  });

  test("options", () => {
    expect(() => fitParetoNbd(CUSTOMERS, { level: 1 })).toThrow("Cannot fit paretoNbd: level");
    expect(() => fitParetoNbd(CUSTOMERS, { levl: 0.9 } as object)).toThrow("Cannot fit paretoNbd: option");
  });
});

describe("trouble is named, never thrown", () => {
  const reasonOf = (customers: Parameters<typeof fitParetoNbd>[0]): string => {
    const fit = fitParetoNbd(customers);
    expectSoundFit(fit);
    expect(fit.converged).toBe(false);
    return fit.reason ?? "";
  };

  test("no rows, one-time buyers, no time", () => {
    expect(reasonOf([])).toContain("no customers");
    expect(reasonOf([{ frequency: 0, recency: 0, age: 10, count: 50 }])).toContain("nobody bought twice");
    expect(reasonOf([{ frequency: 1, recency: 0, age: 0 }])).toContain("every age is 0");
    expect(reasonOf([{ frequency: 1, recency: 0, age: 9 }])).toContain("every repeat purchase is at age 0");
  });

  test("one customer, and customers all alike: one rate of buying, one of leaving", () => {
    const alike = { frequency: 3, recency: 5, age: 10 };
    for (const count of [1, 100]) {
      const reason = reasonOf([{ ...alike, count }]);
      expect(reason).toContain(
        "all buy at the same rate: r and alpha grow without limit, r / alpha = 0.3649",
      );
      expect(reason).toContain(
        "all leave at the same rate: s and beta grow without limit, s / beta = 0.0649",
      );
    }
  });

  test("who bought on the last day has not left", () => {
    const fit = fitParetoNbd([{ frequency: 3, recency: 10, age: 10 }]);
    expect(fit).toMatchObject({ converged: false, boundary: "s", parameters: { s: 0, beta: null } });
    expect(fit.reason).toContain("r / alpha = 0.3");
  });

  test("age 0 is a customer like any other", () => {
    const fit = fitParetoNbd([...CUSTOMERS, { frequency: 0, recency: 0, age: 0, count: 20 }]);
    expectSoundFit(fit);
    // Nothing is told by somebody who was just there.
    expect(fit.logLikelihood).toBeCloseTo(fitParetoNbd(CUSTOMERS).logLikelihood as number, 9);
    expect(fit.n).toBe(105);
  });
});

test("nobody leaves: the NBD is the answer, and the record says so", () => {
  const stayers = [1, 2, 5, 9].flatMap((frequency, i) => [
    { frequency, recency: 30, age: 30, count: 40 - 9 * i },
    { frequency: 0, recency: 0, age: 30 - i, count: 9 },
  ]);
  const fit = fitParetoNbd(stayers);
  const { r, alpha } = fitNbd(stayers).parameters;
  expectSoundFit(fit);
  expect(fit).toMatchObject({ converged: true, boundary: "s", parameters: { r, alpha, s: 0, beta: null } });
  expect(fit.reason).toContain("NBD");
  expect(fit.standardErrors).toMatchObject({ s: null, beta: null });
  expect(fit.covariance[2]).toEqual([null, null, null, null]);
});

test("a flat ridge is named with its ratio, though there is a maximum", () => {
  const fit = fitParetoNbd(CUSTOMERS);
  const { s, beta } = fit.parameters;
  expect(fit.converged).toBe(true);
  expect(fit.reason).toContain("s and beta are hardly identified, only their ratio: s / beta = ");
  expect(Number(fit.reason?.split("= ")[1])).toBeCloseTo((s as number) / (beta as number), 5);
});

describe("some leave at once, and the others never", () => {
  const split = (unit: number): ParetoNbdFit =>
    fitParetoNbd([
      { frequency: 0, recency: 0, age: 10 * unit, count: 300 },
      ...[3, 4, 4, 5, 5, 5, 6, 6, 7].map((frequency) => ({
        frequency,
        recency: 9.5 * unit,
        age: 10 * unit,
        count: 10,
      })),
    ]);

  test("is said, with their share, in any unit of time", () => {
    for (const unit of [1, 1e-6, 1e7]) {
      const fit = split(unit);
      expectSoundFit(fit);
      expect(fit).toMatchObject({ converged: false, boundary: null });
      expect(fit.reason).toContain("all buy at the same rate: r and alpha grow without limit");
      expect(fit.reason).toContain("some leave at once and the others never: s and beta go to 0");
    }
    // With rate u per age: 90 in truncated Poisson counts of mean 5, u / (1 - e^-u) = 5, so u = 4.96511423174 and
    // 90 / (1 - e^-u) = 90.6325… stay.
    const share = Number(/a share of ([\d.]+) leaves/.exec(split(1).reason ?? "")?.[1]);
    const stay = 90 / (1 - Math.exp(-4.965114231744276));
    expect(share).toBeCloseTo(1 - stay / 390, 5);
  });
});

test("a profile is measured from a maximum: without one there are no intervals", () => {
  const fit = fitParetoNbd([{ frequency: 2, recency: 0, age: 5, count: 3 }, BUSY], { method: "profile" });
  expect(fit).toMatchObject({ converged: false, method: "profile" });
  const none = { low: null, high: null };
  expect(fit.intervals).toEqual({ r: none, alpha: none, s: none, beta: none });
});
