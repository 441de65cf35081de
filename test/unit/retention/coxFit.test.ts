import { expect, test } from "vitest";
import { coxRegression } from "../../../src/index.ts";

/** A quarter of the customers has plan gold, and none of them left. */
const rows = Array.from({ length: 60 }, (_, i) => ({
  plan: i % 4 === 0 ? "gold" : "basic",
  usage: (i * 37) % 60,
  duration: 1 + ((i * 17) % 30),
  churned: i % 3 !== 0 && i % 4 !== 0,
}));

test("a group of which nobody left", () => {
  const fit = coxRegression(rows, { covariates: ["plan", "usage"] });
  expect(fit).toMatchObject({ converged: false, reason: "separation: nobody with plan=gold left" });
  const [plan, usage] = fit.coefficients;
  const nothing = { coefficient: null, standardError: null, low: null, high: null, pValue: null };
  expect(plan).toMatchObject({ covariate: "plan=gold", ...nothing, hazardRatio: null });
  // In the limit nobody with plan gold is at risk: what is left is the fit of the others.
  const others = rows.filter(({ plan }) => plan === "basic");
  const limit = coxRegression(others, { covariates: ["usage"] });
  expect(usage?.coefficient).toBeCloseTo(limit.coefficients[0]?.coefficient ?? Number.NaN, 12);
  expect(usage?.standardError).toBeCloseTo(limit.coefficients[0]?.standardError ?? Number.NaN, 12);
  expect(fit.logLikelihood).toBeCloseTo(limit.logLikelihood ?? Number.NaN, 9);
  expect(fit.waldTest.statistic).toBeNull();
  expect(fit.concordance.estimate).toBeNull();
  expect(fit.scoreTest.statistic).toBeGreaterThan(0);
});

test("only one group left", () => {
  const fit = coxRegression(rows, {
    covariates: { flexible: (row) => row.plan === "basic", usage: (row) => row.usage },
  });
  expect(fit.reason).toBe("separation: nobody without flexible left");
});

test("of a group that left after all others it is not said that nobody left", () => {
  const reasonOf = (churned: (plan: string, i: number) => boolean) => {
    const late = rows.map((row, i) => ({
      ...row,
      duration: row.plan === "gold" ? 99 : i,
      churned: churned(row.plan, i),
    }));
    return coxRegression(late, { covariates: ["plan"] }).reason;
  };
  const runs =
    "separation: the likelihood keeps rising as the coefficient of plan=gold goes to minus infinity";
  expect(reasonOf(() => true)).toBe(runs);
  expect(reasonOf((plan) => plan === "basic")).toBe("separation: nobody with plan=gold left");
});

test("a perfect predictor leaves no information on the others", () => {
  const perfect = rows.map((row, i) => ({ ...row, churned: true, duration: i + 1, score: -i }));
  const fit = coxRegression(perfect, { covariates: ["score", "usage"] });
  expect(fit.reason).toBe(
    "separation: the likelihood keeps rising as the coefficient of score goes to infinity; " +
      "without information once separated: usage",
  );
  expect(fit.logLikelihood).toBe(0);
  expect(fit.coefficients.map(({ coefficient }) => coefficient)).toEqual([null, null]);
});

test("nearly a perfect predictor is no separation", () => {
  const nearly = rows.map((row, i) => ({
    ...row,
    churned: true,
    duration: i + 1,
    score: i === 30 ? -29 : -i,
  }));
  nearly[29] = { ...(nearly[29] as (typeof nearly)[number]), score: -30 };
  const fit = coxRegression(nearly, { covariates: ["score"] });
  expect(fit).toMatchObject({ converged: true, reason: null });
  expect(fit.coefficients[0]?.coefficient).toBeGreaterThan(1);
});

test("a combination of two covariates", () => {
  // Nobody with both a and b left: neither alone separates, their product does.
  const both = rows.map((row, i) => ({ ...row, a: i % 2 === 0, b: i % 3 === 0, churned: i % 6 !== 0 }));
  const fit = coxRegression(both, {
    covariates: { a: (row) => row.a, b: (row) => row.b, ab: (row) => row.a && row.b },
  });
  expect(fit.reason).toBe("separation: nobody with ab left");
  expect(fit.coefficients[0]?.coefficient).not.toBeNull();
});

test("more coefficients than rows, and one for every row", () => {
  const few = rows.slice(1, 5).map((row) => ({ ...row, churned: true }));
  const squares = { a: 1, b: 2, c: 3, d: 4, e: 5 };
  const covariates = Object.fromEntries(
    Object.entries(squares).map(([name, k]) => [
      name,
      (row: (typeof few)[number]) => row.usage ** k / 60 ** k,
    ]),
  );
  expect(coxRegression(few, { covariates }).reason).toMatch(/^separation: /);
  const named = rows.map((row, i) => ({ ...row, id: `c${i}` }));
  expect(coxRegression(named, { covariates: ["id"] }).reason).toMatch(/^separation: .*, and \d+ more/);
});

test("scales and offsets of covariates do not matter", () => {
  const plain = coxRegression(rows, { covariates: ["usage"] }).coefficients[0];
  const of = (change: (usage: number) => number) =>
    coxRegression(rows, { covariates: { usage: (row) => change(row.usage) } }).coefficients[0];
  for (const [scale, offset] of [
    [1e6, 0],
    [1e-6, 0],
    [1e-60, 0],
    [1e60, 0],
    [1, 1e9],
    [-1, 0],
    [1e6, 1e14],
  ] as const) {
    const changed = of((usage) => scale * usage + offset);
    expect(((changed?.coefficient ?? 0) * scale) / (plain?.coefficient ?? 0)).toBeCloseTo(1, 11);
    expect(((changed?.standardError ?? 0) * Math.abs(scale)) / (plain?.standardError ?? 0)).toBeCloseTo(
      1,
      11,
    );
    expect(changed?.pValue).toBeCloseTo(plain?.pValue ?? 0, 11);
  }
  // A hazard ratio beyond the range of doubles is not a number that JSON could hold.
  expect(of((usage) => usage * -1e-60)?.hazardRatio).toBeNull();
});

test("counts as large as integers go cost no time", () => {
  const many = rows.map((row) => ({ ...row, churned: row.usage % 3 > 0, count: 1e12 }));
  const once = coxRegression(
    many.map((row) => ({ ...row, count: 1000 })),
    { covariates: ["usage"] },
  );
  const fit = coxRegression(many, { covariates: ["usage"] });
  expect(fit.n).toBe(6e13);
  // Under Efron's approximation the fit tends to a limit with the counts, at a rate of 1 / count.
  expect((fit.coefficients[0]?.coefficient ?? 0) / (once.coefficients[0]?.coefficient ?? 0)).toBeCloseTo(
    1,
    2,
  );
});

/** Rows of 0 and 1, in the order of their times; a dot marks who was still there. */
function binary(rows: readonly (readonly [x: string, duration: number])[]) {
  return rows.map(([x, duration]) => ({
    x: Array.from(x.replace(".", ""), Number),
    duration,
    churned: !x.endsWith("."),
  }));
}

function columns(width: number) {
  return Object.fromEntries(
    Array.from({ length: width }, (_, j) => [`x${j}`, (row: { x: number[] }) => row.x[j] ?? 0]),
  );
}

test("what only the sum with a coefficient that runs to infinity determines is null", () => {
  // Of the last two, who leave together, only x0 + x2 - x3 is known, and x2 and x3 run to infinity.
  const tied = binary([
    ["0001", 6],
    ["1010", 6],
    ["0100.", 3],
    ["0010.", 4],
    ["1110", 1],
  ]);
  const other = { ...binary([["0110", 4]])[0], stratum: 2 };
  const rows = [...tied, other] as (typeof tied)[number][];
  const fit = coxRegression(rows, {
    covariates: columns(4),
    strata: (row) => ("stratum" in row ? "b" : "a"),
  });
  expect(fit.converged).toBe(false);
  expect(fit.coefficients.map(({ coefficient }) => coefficient)).toEqual([null, null, null, null]);
  expect(fit.reason).toMatch(/without information once separated: x0$/);
});

test("of two coefficients that the limit cannot tell apart, neither is given", () => {
  // With x2 at minus infinity, x1 and x3 differ by a constant in each risk set: only the sum of the two is known.
  const rows = binary([
    ["1101", 1],
    ["1111.", 6],
    ["0010", 4],
    ["0010", 6],
    ["1111.", 2],
    ["0011.", 1],
    ["0111", 5],
    ["0000", 1],
  ]);
  const fit = coxRegression(rows, { covariates: columns(4), ties: "breslow" });
  expect(fit.reason).toMatch(/goes to minus infinity; without information once separated: x1, x3$/);
  expect(fit.coefficients.map(({ coefficient }) => coefficient === null)).toEqual([false, true, true, true]);
});
