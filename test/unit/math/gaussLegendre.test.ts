import { expect, test } from "vitest";
import { gaussLegendre } from "../../../src/math/gaussLegendre.ts";

/** The integral of f over [-1, 1] by the rule of so many points. */
function integral(points: number, f: (x: number) => number): number {
  const { nodes, weights } = gaussLegendre(points);
  return nodes.reduce((sum, x, i) => sum + (weights[i] as number) * f(x), 0);
}

test("the rules of 1, 2 and 3 points have their closed forms", () => {
  expect([...gaussLegendre(1).nodes, ...gaussLegendre(1).weights]).toEqual([0, 2]);
  expect(gaussLegendre(2).nodes[1]).toBeCloseTo(1 / Math.sqrt(3), 15);
  expect(gaussLegendre(3).nodes[2]).toBeCloseTo(Math.sqrt(0.6), 15);
  expect(gaussLegendre(3).nodes[1]).toBe(0);
  expect(gaussLegendre(3).weights[0]).toBeCloseTo(5 / 9, 15);
  expect(gaussLegendre(3).weights[1]).toBeCloseTo(8 / 9, 15);
});

test("the last node of 32 points and its weight, as printed in table 25.4 of Abramowitz and Stegun", () => {
  const { nodes, weights } = gaussLegendre();
  expect(nodes.length).toBe(32);
  expect(nodes[31]).toBeCloseTo(0.9972638618494816, 15);
  expect(weights[31]).toBeCloseTo(0.0070186100094701, 16);
});

test("n points are exact up to degree 2n - 1, and no further", () => {
  for (const points of [1, 2, 4, 6, 8, 16, 32]) {
    for (let degree = 0; degree < 2 * points; degree++) {
      const exact = degree % 2 === 0 ? 2 / (degree + 1) : 0;
      expect(Math.abs(integral(points, (x) => x ** degree) - exact)).toBeLessThan(1e-14);
    }
  }
  expect(Math.abs(integral(2, (x) => x ** 4) - 2 / 5)).toBeGreaterThan(0.1);
});

test("a rule is made once, rises, and is symmetric", () => {
  const rule = gaussLegendre(7);
  expect(gaussLegendre(7)).toBe(rule);
  rule.nodes.forEach((node, i) => {
    expect(node).toBe(0 - (rule.nodes[6 - i] as number));
    if (i > 0) expect(node).toBeGreaterThan(rule.nodes[i - 1] as number);
  });
});
