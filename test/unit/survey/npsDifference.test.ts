import { expect, test } from "vitest";
import { nps, npsDifference } from "../../../src/index.ts";

test("first minus second, with both sizes", () => {
  const record = npsDifference(nps([10, 10, 0, 8]), nps([10, 0]));
  expect(record).toMatchObject({ metric: "npsDifference", unit: "points", estimate: 25, n: 6, nA: 4, nB: 2 });
});

test("no difference has a p-value of 1", () => {
  expect(npsDifference(nps([10, 0]), nps([5, 9])).pValue).toBe(1);
});

test("a group without answers leaves the difference open", () => {
  const record = npsDifference(nps([10]), nps([]));
  expect(record).toMatchObject({
    estimate: null,
    low: null,
    high: null,
    standardError: null,
    pValue: null,
    n: 1,
  });
});

// 100 and 70 promoters of 100: under Wald both groups have an interval, one of width 0.
test("groups whose answers are all alike", () => {
  const all = { promoters: 100, passives: 0, detractors: 0 };
  const none = { promoters: 0, passives: 0, detractors: 100 };
  expect(npsDifference(all, none, { method: "wald" })).toMatchObject({ estimate: 200, low: 200, pValue: 0 });
  const { low, high, pValue } = npsDifference(all, none);
  expect(high).toBe(200);
  expect(low).toBeGreaterThan(180);
  expect(pValue).toBeGreaterThan(0);
  expect(pValue).toBeLessThan(1e-20);
});

test("a suppressed group is an error, not a number", () => {
  const suppressed = { promoters: null, passives: null, detractors: null } as unknown as ReturnType<
    typeof nps
  >;
  expect(() => npsDifference(suppressed, nps([1]))).toThrow(
    "Cannot compute npsDifference: a.promoters must be",
  );
});

test.each(["score", "adjustedWald", "wald"] as const)(
  "%s: a difference of 0 has a p-value of 1",
  (method) => {
    expect(npsDifference(nps([10]), nps([9]), { method }).pValue).toBe(1);
    // Both are 0, but three imaginary answers move the smaller group differently.
    const small = { promoters: 1, passives: 0, detractors: 1 };
    const large = { promoters: 500, passives: 0, detractors: 500 };
    expect(npsDifference(small, large, { method })).toMatchObject({ estimate: 0, pValue: 1 });
  },
);

test("adjusted and raw difference of opposite signs: no level leaves 0 out", () => {
  const one = { promoters: 1, passives: 0, detractors: 0 };
  const many = { promoters: 999_000, passives: 1000, detractors: 0 };
  const { estimate, low, high, pValue } = npsDifference(one, many, { method: "adjustedWald" });
  expect(estimate).toBeCloseTo(0.1, 12);
  expect(low).toBeLessThan(0);
  expect(high).toBe(estimate);
  expect(pValue).toBe(1);
});
