import fc from "fast-check";
import { expect, test } from "vitest";
import { formatShares } from "../../../src/index.ts";

test("counts or shares, as parts of their sum", () => {
  expect(formatShares([118, 60, 22])).toEqual(["59%", "30%", "11%"]);
  expect(formatShares([0.59, 0.3, 0.11])).toEqual(["59%", "30%", "11%"]);
});

test("what is missing goes to the largest remainders", () => {
  // 14.28…, 28.57…, 57.14…: rounded down 99, and .57 is the largest remainder.
  expect(formatShares([1, 2, 4])).toEqual(["14%", "29%", "57%"]);
  expect(formatShares([1, 1, 1], { digits: 1 })).toEqual(["33.4%", "33.3%", "33.3%"]);
});

test("nothing has no shares", () => {
  expect(formatShares([])).toEqual([]);
  expect(formatShares([0, 0])).toEqual(["–", "–"]);
  expect(formatShares([-0, 1])).toEqual(["0%", "100%"]);
});

test("the printed shares always sum to 100, each within one step of its exact value", () => {
  const parts = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 4 }), (values, digits) => {
      const total = values.reduce((sum, value) => sum + value, 0);
      fc.pre(total > 0);
      const step = 10 ** -digits;
      const shown = formatShares(values, { digits }).map((text) => Number.parseFloat(text));
      expect(shown.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 6);
      shown.forEach((value, i) => {
        expect(Math.abs(value - (100 * (values[i] ?? 0)) / total)).toBeLessThan(step * (1 + 1e-6));
      });
    }),
  );
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, "1"])("a part of %s is an error", (part) => {
  expect(() => formatShares([1, part as number])).toThrow(
    "Cannot format shares: parts[1] must be a finite number",
  );
});

test("parts whose sum overflows are an error", () => {
  expect(() => formatShares([1e308, 1e308])).toThrow("Cannot format shares: parts must have a finite sum");
});

test.each([
  [
    [4, 1, 1],
    ["67%", "17%", "16%"],
  ],
  [
    [8, 2, 2],
    ["67%", "17%", "16%"],
  ],
  [
    [100, 25, 25],
    ["67%", "17%", "16%"],
  ],
])("of equal remainders the earlier part wins: %j", (parts, shown) => {
  expect(formatShares(parts)).toEqual(shown);
});
