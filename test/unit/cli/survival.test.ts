import { createReadStream, existsSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { jsonOf, runCommand } from "./runCommand.ts";

// Embury et al. (1977); a plus is a patient who was still in remission when last seen.
const AML = {
  Maintained: "9 13 13+ 18 23 28+ 31 34 45+ 48 161+",
  Nonmaintained: "5 5 8 8 12 16+ 23 27 30 33 43 45",
};
const csv = `group,weeks,relapsed\n${Object.entries(AML)
  .flatMap(([group, weeks]) =>
    weeks
      .split(" ")
      .map((week) => `${group},${Number.parseInt(week, 10)},${week.endsWith("+") ? "no" : "yes"}\n`),
  )
  .join("")}`;
const columns = ["--duration", "weeks", "--churned", "relapsed", "--churned-value", "yes"];
const survival = ["survival", "a.csv", ...columns];
const byArm = [...survival, "--group", "group"];

// The expected numbers are those of R's survival 3.5-3.
describe("of durations", () => {
  it("a curve for each group", async () => {
    const rows = (await jsonOf(byArm, csv)).filter((row) => row.group === "Maintained" && row.events !== 0);
    expect(rows.map((row) => row.time)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    const expected = [
      0.9090909091, 0.8181818182, 0.7159090909, 0.6136363636, 0.4909090909, 0.3681818182, 0.1840909091,
    ];
    for (const [index, row] of rows.entries()) expect(row.estimate).toBeCloseTo(expected[index] ?? 0, 10);
    expect(rows[0]?.low).toBeCloseTo(0.50808020577, 10);
    expect(rows[0]?.high).toBeCloseTo(0.9866738227, 10);
    expect(rows[3]?.low).toBeCloseTo(0.265752040001, 10);
  });

  it("--times reads the curve", async () => {
    const rows = await jsonOf([...byArm, "--times", "1,40"], csv);
    expect(rows.map(({ group, time }) => [group, time])).toEqual([
      ["Maintained", 1],
      ["Maintained", 40],
      ["Nonmaintained", 1],
      ["Nonmaintained", 40],
    ]);
    expect(rows[0]?.estimate).toBe(1);
    expect(rows[1]?.estimate).toBeCloseTo(0.3681818182, 10);
  });

  it("--show median, and another share with --quantile", async () => {
    const medians = await jsonOf([...byArm, "--show", "median"], csv);
    expect(medians).toMatchObject([{ estimate: 31 }, { estimate: 23 }]);
    const [first] = await jsonOf([...byArm, "--show", "median", "--quantile", "0.05"], csv);
    expect(first).toMatchObject({ metric: "lifetimeQuantile", probability: 0.05, estimate: 9 });
  });

  it("--show mean", async () => {
    const rows = await jsonOf([...byArm, "--show", "mean", "--horizon", "40"], csv);
    expect(rows[0]?.estimate).toBeCloseTo(28.89772727, 8);
    expect(rows[0]?.standardError).toBeCloseTo(3.467577679, 8);
    expect(rows[1]?.estimate).toBeCloseTo(21.93055556, 8);
  });

  it("--show hazard", async () => {
    // Of the twelve patients two relapsed by week 5, and of the ten left two by week 10.
    const rows = await jsonOf([...byArm, "--show", "hazard", "--period", "5"], csv);
    const second = rows.filter((row) => row.group === "Nonmaintained").slice(0, 2);
    expect(second.map(({ from, to, atRisk, events }) => [from, to, atRisk, events])).toEqual([
      [0, 5, 12, 2],
      [5, 10, 10, 2],
    ]);
    expect(second[1]?.estimate).toBeCloseTo(0.2, 12);
  });

  it("--show test", async () => {
    const rows = await jsonOf([...byArm, "--show", "test"], csv);
    expect(rows).toMatchObject([
      { group: "Maintained", n: 11, observed: 7, test: "logRank", degreesOfFreedom: 1 },
      { group: "Nonmaintained", n: 12, observed: 11 },
    ]);
    expect(rows[0]?.statistic).toBeCloseTo(3.396388699, 8);
    expect(rows[0]?.pValue).toBeCloseTo(0.06534, 5);
    const { out } = await runCommand([...byArm, "--show", "test"], csv);
    expect(out.split("\n").slice(1)).toEqual([
      expect.stringMatching(/^Maintained +11 +7 +10\.69$/),
      expect.stringMatching(/^Nonmaintained +12 +11 +7\.31$/),
      "log-rank test: chi-square 3.40, 1 degree of freedom, p = 0.0653",
      "",
    ]);
  });

  it("--by gives a test of its own to each of its values", async () => {
    const twice = csv.replace(/\n(?=.)/g, "\nx,").replace("group", "arm,group");
    const { out } = await runCommand([...byArm, "--show", "test", "--by", "arm"], twice);
    expect(out).toContain("\nx, log-rank test: chi-square 3.40, 1 degree of freedom, p = 0.0653\n");
    const alone = await runCommand([...survival, "--show", "test", "--group", "arm"], twice);
    expect(alone.out).toContain("log-rank test: not determined\n");
  });

  it("--count weighs the rows, --entry says when they came under observation", async () => {
    const text = "t,left,n,since\n2,1,3,0\n3,0,1,1\n4,TRUE,1,2.5\n";
    const options = [
      "survival",
      "-",
      "--duration",
      "t",
      "--churned",
      "left",
      "--count",
      "n",
      "--entry",
      "since",
    ];
    const rows = await jsonOf(options, text);
    expect(rows.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
      [2, 4, 3, 0],
      [3, 2, 0, 1],
      [4, 1, 1, 0],
    ]);
  });

  it("prints curves", async () => {
    const { out } = await runCommand(survival, "weeks,relapsed\n1,yes\n2,no\n");
    expect(out.split("\n")).toEqual([
      "time  survival (95% logLog)  at risk  events  censored",
      "   1  50.0% (0.6% to 91.0%)        2       1         0",
      "   2  50.0% (0.6% to 91.0%)        1       0         1",
      "",
    ]);
  });

  it("of nobody", async () => {
    expect(await runCommand(survival, "weeks,relapsed\n")).toMatchObject({ code: 0, out: "no rows\n" });
    const median = await jsonOf([...survival, "--show", "median"], "weeks,relapsed\n");
    expect(median).toMatchObject([{ estimate: null, n: 0 }]);
  });
});

const telco = "../shared/data/telco-churn.csv";
test.skipIf(!existsSync(telco))("of the Telco customers", async () => {
  const argv = [
    "survival",
    telco,
    "--duration",
    "tenure",
    "--churned",
    "Churn",
    "--churned-value",
    "Yes",
    "--json",
  ];
  const run = async (...options: string[]): Promise<Record<string, number>[]> => {
    const io = { openFile: (path: string) => createReadStream(path) };
    return JSON.parse((await runCommand([...argv, ...options], "", io)).out) as Record<string, number>[];
  };
  const [year, last] = await run("--times", "12,72");
  expect(year?.estimate).toBeCloseTo(0.8431995538, 10);
  expect(year?.low).toBeCloseTo(0.8341686858, 10);
  expect(year?.high).toBeCloseTo(0.8517833207, 10);
  expect(last?.estimate).toBeCloseTo(0.5927901521, 10);
  const [log] = await run("--times", "12,72", "--method", "log");
  expect(log?.low).toBeCloseTo(0.8344408889, 10);
  expect(log?.high).toBeCloseTo(0.8520501536, 10);
  const [mean] = await run("--show", "mean", "--horizon", "72");
  expect(mean?.estimate).toBeCloseTo(54.4923871067, 9);
  expect(mean?.standardError).toBeCloseTo(0.3477500156, 9);
});
