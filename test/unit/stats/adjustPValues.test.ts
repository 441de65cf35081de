import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustPValues, type PValueAdjustment } from "../../../src/index.ts";

const methods: PValueAdjustment[] = ["holm", "benjaminiHochberg"];

test("three by hand", () => {
  // Holm: .01 * 3; then max(.03, .03 * 2); then max(.06, .04 * 1).
  const [a, b, c] = adjustPValues([0.01, 0.04, 0.03], "holm");
  expect([a, b, c].map((p) => p?.toFixed(12))).toEqual([
    "0.030000000000",
    "0.060000000000",
    "0.060000000000",
  ]);
  // Benjamini-Hochberg, from the largest: .04 * 3/3; min(.04, .03 * 3/2); min(.04, .01 * 3).
  const adjusted = adjustPValues([0.01, 0.04, 0.03], "benjaminiHochberg");
  expect(adjusted.map((p) => p.toFixed(12))).toEqual(["0.030000000000", "0.040000000000", "0.040000000000"]);
});

test("null, a difference that is not determined, stays and does not count", () => {
  for (const method of methods)
    expect(adjustPValues([0.01, null, 0.02], method)).toEqual([
      ...adjustPValues([0.01], method).map((p) => 2 * p),
      null,
      adjustPValues([0.01, 0.02], method)[1],
    ]);
});

test("nothing to adjust", () => {
  for (const method of methods) expect(adjustPValues([], method)).toEqual([]);
});

test("adjusted values are at least the raw ones, at most 1, and keep their order", () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
  fc.assert(
    fc.property(pValues, fc.constantFrom(...methods), (raw, method) => {
      const adjusted = adjustPValues(raw, method);
      raw.forEach((p, i) => {
        expect(adjusted[i]).toBeGreaterThanOrEqual(p * (1 - 1e-15));
        expect(adjusted[i]).toBeLessThanOrEqual(1);
        raw.forEach((q, j) => {
          if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
        });
      });
    }),
  );
});

test("Holm never adjusts by less than Benjamini-Hochberg", () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
  fc.assert(
    fc.property(pValues, (raw) => {
      const rate = adjustPValues(raw, "benjaminiHochberg");
      adjustPValues(raw, "holm").forEach((p, i) => {
        expect(p).toBeGreaterThanOrEqual((rate[i] ?? 0) * (1 - 1e-12));
      });
    }),
  );
});

test.each([-0.1, 1.1, Number.NaN, "0.5", undefined])("a p-value of %s is an error", (p) => {
  expect(() => adjustPValues([0.5, p as number], "holm")).toThrow(
    "Cannot adjust p-values: pValues[1] must be a number from 0 to 1",
  );
});

test("a method that does not exist is an error", () => {
  expect(() => adjustPValues([0.5], "bonferroni" as "holm")).toThrow(
    'method must be one of holm, benjaminiHochberg, received "bonferroni"',
  );
});
