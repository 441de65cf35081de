import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Results = Readonly<Record<"exact" | "closed" | "fitted", Readonly<Record<string, unknown>>>>;

/** Results with all the numbers that are known from elsewhere. */
const reference: Results = {
  exact: {
    shares: ["34%", "33%", "33%"],
    months: [
      ["2024-01", 1],
      ["2024-02", 1],
    ],
    weeks: ["2024-W18", "2024-W18"],
  },
  closed: {
    nps: { estimate: 100 / 3 },
    csat: { estimate: 0.5, low: 0.150038989152149, high: 0.849961010847851, missing: null },
    simpleClv: { estimate: 101 },
    npsSampleSize: 1534,
    published: [{ estimate: 1.2259 }],
  },
  fitted: { sbg: { parameters: { alpha: 0.7041, beta: 1.18204 }, converged: true } },
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cx-metrics-compare-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the script says about runtimes by their names, and whether it is content. */
function compare(
  before: unknown,
  others: Readonly<Record<string, unknown>>,
): { readonly status: number | null; readonly text: string } {
  const fileOf = (name: string, results: unknown): string => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, JSON.stringify(results));
    return path;
  };
  const names = Object.keys(others).map((name, index) => `${name}=${fileOf(`${index}`, others[name])}`);
  const args = ["test/runtimes/compare.mjs", fileOf("reference", before), ...names];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, text: stdout + stderr };
}

const exact = (changes: object): unknown => ({ ...reference, exact: { ...reference.exact, ...changes } });
const closed = (changes: object): unknown => ({ ...reference, closed: { ...reference.closed, ...changes } });
const fitted = (alpha: number): unknown => ({
  ...reference,
  fitted: { sbg: { parameters: { alpha, beta: 1.18204 }, converged: true } },
});

test("the largest difference of each class is told, and one within the tolerance passes", () => {
  const near = closed({ nps: { estimate: (100 / 3) * (1 + 4e-13) } });
  const { status, text } = compare(reference, {
    "Same=1.0": reference,
    near,
    far: fitted(0.7041 * (1 + 5e-9)),
  });
  expect(text.replace(/closed 4\.\de-13/, "closed 4.0e-13").split("\n")).toEqual([
    "12 of 12 known numbers found",
    "Same=1.0: exact, closed 0.0e+0, fitted 0.0e+0",
    "near: exact, closed 4.0e-13, fitted 0.0e+0",
    "far: exact, closed 0.0e+0, fitted 5.0e-9",
    "",
  ]);
  expect(status).toBe(0);
});

describe("a difference beyond the tolerance fails, with its place", () => {
  const cases: readonly (readonly [problem: string, results: unknown])[] = [
    ["closed.nps.estimate is 33.3", closed({ nps: { estimate: (100 / 3) * (1 + 4e-12) } })],
    ["fitted.sbg.parameters.alpha is 0.70", fitted(0.7041 * (1 + 2e-8))],
    ["closed.nps.estimate is 0 instead of 33.3", closed({ nps: { estimate: 0 } })],
    ["closed.nps.estimate is -33.3", closed({ nps: { estimate: -100 / 3 } })],
    ["closed.npsSampleSize is 1535 instead of 1534", closed({ npsSampleSize: 1535 })],
    ['closed.npsSampleSize is "1534" instead of 1534', closed({ npsSampleSize: "1534" })],
    ["closed.npsSampleSize is null instead of 1534", closed({ npsSampleSize: null })],
    [
      "closed.csat.missing is 0 instead of null",
      closed({ csat: { ...(reference.closed.csat as object), missing: 0 } }),
    ],
    ["closed.nps is undefined", closed({ nps: undefined })],
    ["closed.another is 1 instead of undefined", closed({ another: 1 })],
    ["closed.published.0 is undefined", closed({ published: [] })],
    ["closed.published is", closed({ published: { 0: { estimate: 1.2259 } } })],
    ["exact.shares.0 is", exact({ shares: ["34 %", "33%", "33%"] })],
    ["exact.weeks is 18 instead of", exact({ weeks: 18 })],
    [
      "exact.months.0.1 is 1.0000000000000002",
      exact({
        months: [
          ["2024-01", 1 + 2 ** -52],
          ["2024-02", 1],
        ],
      }),
    ],
    ["fitted is undefined", { exact: reference.exact, closed: reference.closed }],
  ];
  test("all at once", () => {
    const named = Object.fromEntries(cases.map(([, results], index) => [`case ${index}`, results]));
    const { status, text } = compare(reference, named);
    const sections = text.split(/^case \d+: /m).slice(1);
    expect(sections).toHaveLength(cases.length);
    for (const [index, [problem]] of cases.entries()) {
      expect(sections[index]).toContain("differs");
      expect(sections[index]).toContain(`\n  ${problem}`);
    }
    expect(status).toBe(1);
  });
  test("of many, ten are shown", () => {
    const many = (value: number): unknown => closed({ many: Array.from({ length: 30 }, () => value) });
    const { status, text } = compare(many(1), { same: many(1), other: many(2) });
    expect(text).toMatch(/same: exact, closed 0.*\nother: [\s\S]* {2}and 20 more\n/);
    expect(status).toBe(1);
  });
});

describe("the reference fails", () => {
  test("when it is not what is known", () => {
    const wrong = closed({ npsSampleSize: 1537 });
    const { status, text } = compare(wrong, { other: wrong });
    expect(text).toContain("11 of 12 known numbers found\n  closed.npsSampleSize is 1537, not 1534");
    expect(status).toBe(1);
  });
  test("when a class is empty", () => {
    const empty = { ...reference, fitted: {} };
    expect(compare(empty, { other: empty }).text).toContain("the reference has no fitted results");
  });
  test("when there is nothing to compare it with", () => expect(compare(reference, {}).status).toBe(1));
});
