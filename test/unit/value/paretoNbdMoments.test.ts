import { expect, test } from "vitest";
import { writeMoments } from "../../../src/value/paretoNbdMoments.ts";

// With alpha = beta = 1 the integrand is a power: with p = m + q, the integral of (1 + u)^-p from a to b is
// ((1 + a)^(1 - p) - (1 + b)^(1 - p)) / (p - 1).
function power(p: number, a: number, b: number): number {
  return (((1 + a) / (1 + b)) ** (p - 1) - 1) / ((1 - p) * (1 + a) ** (p - 1));
}

test("equal scales have closed forms: near, far, steep and flat", () => {
  for (const [m, q] of [
    [0.3, 1.2],
    [5, 2],
    [400, 1.5],
    [0.2, 300],
  ] as const) {
    for (const [a, b] of [
      [0, 1e-4],
      [0, 0.5],
      [2, 2.001],
      [1, 40],
      [0, 1e6],
    ] as const) {
      const moments = new Float64Array(5);
      writeMoments(m, q, 1, 1, a, b, moments, 0);
      const p = m + q;
      const front = (1 + a) ** p;
      // Tiny differences of powers would lose digits here, in what is expected.
      const digits = b - a < 0.01 ? 10 : 12;
      const whole = front * power(p, a, b);
      expect((moments[0] as number) / whole).toBeCloseTo(1, digits);
      // u/(1 + u) = 1 - 1/(1 + u).
      const rest = whole - front * power(p + 1, a, b);
      expect((moments[3] as number) / whole - rest / whole).toBeCloseTo(0, digits);
      expect(moments[4]).toBe(moments[3]);
      expect(moments[2]).toBe(moments[1]);
    }
  }
});

test("writes where it is told to, and nothing of a stretch without length", () => {
  const moments = new Float64Array(12).fill(7);
  writeMoments(2, 1, 1, 1, 3, 3, moments, 6);
  expect([...moments]).toEqual([7, 7, 7, 7, 7, 7, 0, 0, 0, 0, 0, 7]);
});
