import { expect, test } from "vitest";
import { logConcaveIntegral } from "../../../src/math/logConcaveIntegral.ts";

const line = (y: number, a: number): number => a * y;
const lineSlope = (_: number, a: number): number => a;
const bell = (y: number, mean: number, sd: number): number => -(((y - mean) / sd) ** 2) / 2;
const bellSlope = (y: number, mean: number, sd: number): number => -(y - mean) / sd ** 2;

test("an exponential has its closed form, whichever way it falls and however steeply", () => {
  for (const slope of [-5000, -20, -1, -1e-9, 0.5, 30, 1e6]) {
    for (const length of [1e-6, 0.1, 1, 9, 200]) {
      // The integral of e^(slope y) from 0 to length, over its largest value.
      const steep = Math.abs(slope);
      const log = Math.log(-Math.expm1(-steep * length) / steep) + Math.max(0, slope * length);
      const error = logConcaveIntegral(line, lineSlope, 0, length, slope) - log;
      expect(Math.abs(error) / Math.max(1, Math.abs(log))).toBeLessThan(1e-12);
    }
  }
});

test("a peak within the range is found: the normal density", () => {
  for (const sd of [1e-5, 0.01, 1, 20]) {
    for (const mean of [-3, 0, 1.7]) {
      const whole = logConcaveIntegral(bell, bellSlope, mean - 20 * sd, mean + 50 * sd, mean, sd);
      expect(whole - Math.log(sd) - Math.log(2 * Math.PI) / 2).toBeCloseTo(0, 11);
      const half = logConcaveIntegral(bell, bellSlope, mean, mean + 50 * sd, mean, sd);
      expect(half - whole).toBeCloseTo(-Math.LN2, 11);
    }
  }
});

test("a range without length has an integral of 0", () => {
  expect(logConcaveIntegral(line, lineSlope, 2, 2, -1)).toBe(-Infinity);
});

test("values that a double cannot hold have a logarithm", () => {
  const shifted = (y: number, a: number): number => a - y;
  const fall = (): number => -1;
  expect(logConcaveIntegral(shifted, fall, 0, 100, 5000)).toBeCloseTo(5000, 10);
  expect(logConcaveIntegral(shifted, fall, 0, 100, -5000)).toBeCloseTo(-5000, 10);
});
