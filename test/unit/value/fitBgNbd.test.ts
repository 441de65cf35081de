import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../../src/value/fitBgNbd.ts";
import { fitMbgNbd } from "../../../src/value/fitMbgNbd.ts";
import { fitNbd } from "../../../src/value/fitNbd.ts";

type Row = readonly [frequency: number, recency: number, age: number, count: number];

const toCustomers = (rows: readonly Row[]) =>
  rows.map(([frequency, recency, age, count]) => ({ frequency, recency, age, count }));

const NULLS = { r: null, alpha: null, a: null, b: null };

describe.each([fitBgNbd, fitMbgNbd, fitNbd])("%o: data without a maximum", (fitModel) => {
  test.each([
    ["no rows", [], "there are no customers"],
    ["nobody bought twice", [[0, 0, 30, 5]], "nobody bought twice: no rate of purchases can be told"],
    ["age 0", [[0, 0, 0, 3]], "nobody has been a customer for any time: every age is 0"],
  ] as const)("%s", (_, rows, reason) => {
    const record = fitModel(toCustomers(rows));
    expect(record).toMatchObject({ converged: false, boundary: null, logLikelihood: null, reason });
    for (const value of Object.values(record.parameters)) expect(value).toBeNull();
  });

  test("repeat purchases that took no time", () => {
    const record = fitModel(
      toCustomers([
        [2, 0, 0, 3],
        [1, 0, 0, 1],
        [0, 0, 5, 10],
      ]),
    );
    expect(record).toMatchObject({ converged: false, logLikelihood: null });
    expect(record.reason).toContain("the likelihood grows without limit, as r and alpha go to 0");
  });

  test("everybody identical, and bought until now: r and alpha are not determined, their ratio is 3/30", () => {
    for (const count of [1, 100]) {
      const record = fitModel(toCustomers([[3, 30, 30, count]]));
      expect(record).toMatchObject({ converged: false, parameters: { r: null, alpha: null } });
      expect(record.reason).toContain(
        "all buy at the same rate: r and alpha grow without limit, r / alpha = 0.1",
      );
      // 3 log(0.1) - 0.1 (30)
      expect(record.logLikelihood).toBeCloseTo(count * (3 * Math.log(0.1) - 3), 8);
    }
  });

  test("an unknown option and a wrong row are errors", () => {
    // @ts-expect-error: misspelt on purpose
    expect(() => fitModel([], { levl: 0.9 })).toThrow("option");
    expect(() => fitModel([{ frequency: 1, recency: 31, age: 30 }])).toThrow("customers[0].age");
    expect(() => fitModel([], { method: "wald" as "log" })).toThrow("method");
  });
});

test("the NBD is the limit: customers without any gap leave nobody who might have left", () => {
  const rows = toCustomers([
    [0, 0, 30, 40],
    [1, 30, 30, 20],
    [2, 30, 30, 10],
    [6, 30, 30, 8],
    [14, 30, 30, 3],
  ]);
  const [fit, nbd] = [fitBgNbd(rows), fitNbd(rows)];
  expect(fit).toMatchObject({
    converged: true,
    boundary: "a",
    reason: "nobody is seen to leave: a goes to 0, which is the NBD model",
    parameters: { ...nbd.parameters, a: 0, b: null },
    standardErrors: { ...nbd.standardErrors, a: null, b: null },
    logLikelihood: nbd.logLikelihood,
  });
  expect(fit.covariance).toEqual([
    [...(nbd.covariance[0] as number[]), null, null],
    [...(nbd.covariance[1] as number[]), null, null],
    [null, null, null, null],
    [null, null, null, null],
  ]);
});

test("all gone after the first repeat: b is 0, and the BG/NBD is answered at a = null", () => {
  const fit = fitBgNbd(
    toCustomers([
      [0, 0, 30, 50],
      [1, 1, 30, 20],
      [1, 2, 30, 10],
    ]),
  );
  expect(fit).toMatchObject({ converged: true, boundary: "b", parameters: { a: null, b: 0 } });
  expect(fit.reason).toBe("everybody leaves after the first repeat purchase: b goes to 0, whatever a is");
  // log L = r log alpha + log r - (r + 1) log(alpha + tx) of those gone; its slope by r and by alpha is 0.
  const { r = 0, alpha = 0 } = fit.parameters as { r: number; alpha: number };
  const byR =
    50 * Math.log(alpha / (alpha + 30)) +
    [
      [1, 20],
      [2, 10],
    ].reduce((sum, [t = 0, n = 0]) => sum + n * (1 / r + Math.log(alpha / (alpha + t))), 0);
  const byAlpha =
    50 * (r / alpha - r / (alpha + 30)) +
    [
      [1, 20],
      [2, 10],
    ].reduce((sum, [t = 0, n = 0]) => sum + n * (r / alpha - (r + 1) / (alpha + t)), 0);
  expect(Math.abs(byR)).toBeLessThan(1e-4);
  expect(Math.abs(byAlpha)).toBeLessThan(1e-4);
});

test("some leave at once and the others never: a and b go to 0", () => {
  const fit = fitBgNbd(
    toCustomers([
      [0, 0, 30, 20],
      [1, 1, 30, 200],
      [10, 29, 30, 30],
      [12, 30, 30, 20],
    ]),
  );
  expect(fit).toMatchObject({ converged: false, boundary: null, parameters: { a: null, b: null } });
  expect(fit.reason).toBe(
    "a share of 0.79941 leave at their first chance and the others never: a and b go to 0",
  );
  // Of the 250 with a repeat, 200 are as good as seen to leave: 0.8.
  expect(fit.parameters.r).toBeGreaterThan(0);
});

test("one customer: one rate and one probability of leaving", () => {
  const fit = fitBgNbd([{ frequency: 2, recency: 5, age: 30 }]);
  expect(fit).toMatchObject({ converged: false, parameters: NULLS });
  // Gone at 5 with 2 purchases, if it were sure: rate 2/5 = 0.4, and p (1 - p) is largest at 0.5.
  expect(fit.reason).toMatch(
    /r \/ alpha = 0\.(39|40)\d*; all leave with the same probability: .* = 0\.(49|50)\d*$/,
  );
});

test("nobody bought more than twice, some just now: leaving is at least as likely as staying, b is 0", () => {
  const rows = toCustomers([
    [0, 0, 10, 80],
    [0, 0, 40, 30],
    [1, 3, 40, 15],
    [1, 40, 40, 12],
  ]);
  expect(fitBgNbd(rows).parameters).toMatchObject({ a: null, b: 0 });
  expect(fitMbgNbd(rows).parameters.b).not.toBe(0);
});

test("profile intervals hold the estimate, and the record says how they were made", () => {
  const rows = toCustomers([
    [0, 0, 30, 60],
    [1, 4, 30, 15],
    [1, 25, 30, 6],
    [2, 9, 30, 5],
    [2, 27, 30, 5],
    [5, 14, 30, 3],
    [5, 28, 30, 4],
    [12, 20, 30, 1],
    [12, 29, 30, 2],
  ]);
  const fit = fitBgNbd(rows, { method: "profile", level: 0.8, unit: "day" });
  expect(fit).toMatchObject({ method: "profile", level: 0.8, unit: "day", converged: true });
  for (const name of ["r", "alpha", "a"] as const) {
    const value = fit.parameters[name] as number;
    expect(fit.intervals[name].low ?? 0).toBeLessThan(value);
    expect(fit.intervals[name].high ?? Infinity).toBeGreaterThan(value);
  }
});
