import { describe, expect, test } from "vitest";
import { type CoxTies, coxRegression } from "../../../src/index.ts";
import fixture from "./fixtures/separation.json" with { type: "json" };

type Case = (typeof fixture.cases)[number];

function fitOf({ rows, rises }: Case, ties: CoxTies) {
  const lifetimes = rows.map(([entry = 0, duration = 0, left, ...x]) => {
    return { entry, duration, churned: left === 1, x };
  });
  const covariates = rises.map((_, j) => [`x${j}`, (row: { x: number[] }) => row.x[j] ?? 0] as const);
  return coxRegression(lifetimes, { covariates: Object.fromEntries(covariates), ties });
}

describe.each<CoxTies>(["efron", "breslow"])(`against linear programming (${fixture.madeBy}), %s`, (ties) => {
  test("a fit separates exactly where a direction does", () => {
    for (const wanted of fixture.cases) {
      const { converged, reason } = fitOf(wanted, ties);
      expect(converged).toBe(!wanted.separated);
      // Nothing is given up: what has no maximum has a limit.
      expect(reason?.startsWith("separation: ") ?? false).toBe(wanted.separated);
    }
  });

  test("a coefficient is said to go only where it can", () => {
    for (const wanted of fixture.cases) {
      const { reason } = fitOf(wanted, ties);
      for (const [, name, minus] of (reason ?? "").matchAll(/of x(\d) goes to (minus )?infinity/g))
        expect((minus === undefined ? wanted.rises : wanted.falls)[Number(name)], reason ?? "").toBe(true);
    }
  });

  test("a coefficient is given exactly where it can go nowhere", () => {
    let compared = 0;
    for (const wanted of fixture.cases) {
      const { reason, coefficients } = fitOf(wanted, ties);
      // Of covariates that determine each other the first are given, as if the last were 0: a convention.
      if (reason?.includes("determined by")) continue;
      compared += 1;
      coefficients.forEach(({ coefficient }, j) => {
        expect(coefficient === null, JSON.stringify(wanted.rows)).toBe(wanted.rises[j] || wanted.falls[j]);
      });
    }
    expect(compared).toBeGreaterThan(100);
  });
});
