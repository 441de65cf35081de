import { expect, test } from "vitest";
import { npsSampleSize } from "../../../src/index.ts";

test("a small population needs fewer answers", () => {
  // n = 1.959964^2 / 0.05^2 - 3 = 1533.5835; 1533.5835 / (1 + 1532.5835 / 2000) = 868.2 -> 869
  expect(npsSampleSize({ marginOfError: 5, populationSize: 2000 })).toBe(869);
  expect(npsSampleSize({ marginOfError: 5, populationSize: 10 })).toBe(10);
  expect(npsSampleSize({ marginOfError: 5, populationSize: 1 })).toBe(1);
  expect(npsSampleSize({ marginOfError: 5, populationSize: Number.MAX_SAFE_INTEGER })).toBe(1534);
});

test("at least one answer", () => {
  expect(npsSampleSize({ marginOfError: 100, variance: 0.1 })).toBe(1);
});

test("another level", () => {
  // 2.575829^2 / 0.1^2 - 3 = 660.49
  expect(npsSampleSize({ marginOfError: 10, level: 0.99 })).toBe(661);
});

test.each([
  ["marginOfError", { marginOfError: 0 }],
  ["marginOfError", { marginOfError: 101 }],
  ["variance", { marginOfError: 5, variance: 1.1 }],
  ["variance", { marginOfError: 5, variance: 0 }],
  ["level", { marginOfError: 5, level: 95 }],
  ["populationSize", { marginOfError: 5, populationSize: 0 }],
  ["populationSize", { marginOfError: 5, populationSize: 10.5 }],
])("invalid %s: %j", (path, options) => {
  expect(() => npsSampleSize(options)).toThrow(`Cannot compute npsSampleSize: ${path} must be`);
});

test("a margin next to nothing asks for everybody, or for more than can be counted", () => {
  expect(npsSampleSize({ marginOfError: 1e-200, populationSize: 1000 })).toBe(1000);
  expect(() => npsSampleSize({ marginOfError: 1e-200 })).toThrow("the sample size must be an integer from 0");
});
