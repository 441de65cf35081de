import { expect, test } from "vitest";
import { powerOfTwoBelow, scaleOf } from "../../../src/math/powerOfTwo.ts";

test("the power of two at or below, and 1 for 0", () => {
  expect([1, 2, 3.9, 4, 0.3, 1000].map(powerOfTwoBelow)).toEqual([1, 2, 2, 4, 0.25, 512]);
  expect(powerOfTwoBelow(0)).toBe(1);
});

test("at the ends of the range of doubles", () => {
  expect(powerOfTwoBelow(Number.MAX_VALUE)).toBe(2 ** 1023);
  expect(powerOfTwoBelow(Number.MIN_VALUE)).toBe(Number.MIN_VALUE);
});

test("of numbers: by the largest, whatever its sign", () => {
  expect(scaleOf(Float64Array.of(3, -9, 5))).toBe(8);
  expect(scaleOf(Float64Array.of(0, -0))).toBe(1);
  expect(scaleOf(new Float64Array(0))).toBe(1);
});
