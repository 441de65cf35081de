import { describe, expect, it } from "vitest";
import { jsonOf, runCommand } from "./runCommand.ts";

const csv = `id,at,total,channel
ann,2024-01-05,10,web
bob,2024-01-20,5,app
ann,2024-02-11,8,web
cem,2024-02-28,7,web
bob,2024-04-02,-5,app
cem,2024-04-05,9,web
ann,2024-04-06,9,web
dia,2024-04-06,0,app
`;
const cohorts = ["cohorts", "a.csv", "--customer", "id", "--at", "at"];
const known = [...cohorts, "--amount", "total", "--as-of", "2024-04-30"];

const cells = async (argv: readonly string[], text = csv): Promise<unknown[]> =>
  (await jsonOf(argv, text)).map(({ cohort, offset, active, size, complete }) => [
    cohort,
    offset,
    active,
    size,
    complete,
  ]);

describe("the cells", () => {
  it("one row for each, in months", async () => {
    expect(await cells(known)).toEqual([
      ["2024-01", 0, 2, 2, true],
      ["2024-01", 1, 1, 2, true],
      ["2024-01", 2, 0, 2, true],
      ["2024-01", 3, 1, 2, true],
      ["2024-02", 0, 1, 1, true],
      ["2024-02", 1, 0, 1, true],
      ["2024-02", 2, 1, 1, true],
      ["2024-03", 0, 0, 0, true],
      ["2024-03", 1, 0, 0, true],
      ["2024-04", 0, 1, 1, true],
    ]);
  });

  it("of the last row's month are open without --as-of, and those of all groups alike", async () => {
    const rows = await jsonOf([...cohorts, "--by", "channel"], csv);
    const open = rows.filter((row) => row.complete === false);
    expect(open.map(({ channel, cohort, offset }) => [channel, cohort, offset])).toEqual([
      ["web", "2024-01", 3],
      ["web", "2024-02", 2],
      ["web", "2024-03", 1],
      ["web", "2024-04", 0],
      ["app", "2024-01", 3],
      ["app", "2024-02", 2],
      ["app", "2024-03", 1],
      ["app", "2024-04", 0],
    ]);
  });

  it.each([
    ["day", "2024-01-05"],
    ["week", "2024-W01"],
    ["quarter", "2024-Q1"],
    ["year", "2024"],
  ])("--bucket %s", async (bucket, first) => {
    expect((await jsonOf([...cohorts, "--bucket", bucket], csv))[0]).toMatchObject({
      cohort: first,
      offset: 0,
    });
  });

  it("--mode onOrAfter and bracket", async () => {
    const after = await cells([...known, "--mode", "onOrAfter"]);
    expect(after.slice(0, 4).map((cell) => (cell as number[])[2])).toEqual([2, 1, 1, 1]);
    const brackets = await jsonOf([...known, "--mode", "bracket", "--brackets", "0,1,4"], csv);
    expect(brackets.slice(0, 2)).toMatchObject([
      { offset: 0, until: 1, active: 2 },
      { offset: 1, until: 4, active: 1 },
    ]);
  });

  it("--curve is the retention over the complete cells", async () => {
    const rows = await jsonOf([...known, "--curve"], csv);
    expect(rows.map(({ offset, active, size, cohorts: of }) => [offset, active, size, of])).toEqual([
      [0, 4, 4, 3],
      [1, 1, 3, 2],
      [2, 1, 3, 2],
      [3, 1, 2, 1],
    ]);
    const { out } = await runCommand([...known, "--curve"], csv);
    expect(out).toMatch(/^offset +retention curve \(95% wilson\) +active +size +cohorts\n/);
  });

  it("says what is left out: refunds, rows after --as-of, rows without a customer", async () => {
    const text = `${csv},2024-01-01,3,web\nzoe,2024-05-01,3,web\n`;
    const { out, err } = await runCommand([...known, "--missing", "", "--json"], text);
    expect(JSON.parse(out)).toMatchObject([{ refunds: 1, afterAsOf: 1 }, ...Array(9).fill({ refunds: 1 })]);
    expect(err.split("\n")).toEqual([
      'a.csv: 1 row is left out, without a value in column "id"',
      "a.csv: 1 row is left out, with an amount below zero",
      "a.csv: 1 row is left out, later than --as-of",
      "",
    ]);
  });

  it("a group without a purchase has no cell, and is not passed over in silence", async () => {
    const text = "id,at,total,channel\nann,2024-01-05,-1,web\nbob,2024-01-06,1,app\n";
    const { out, err } = await runCommand([...known, "--by", "channel", "--csv"], text);
    expect(out).not.toContain("web");
    expect(err).toBe("a.csv: 1 row is left out, in groups without a purchase\n");
  });

  it("of nothing are none", async () => {
    expect(await jsonOf(cohorts, "id,at\n")).toEqual([]);
    expect(await runCommand(cohorts, "id,at\n")).toMatchObject({ code: 0, out: "no rows\n" });
  });
});

describe("the triangle for people", () => {
  it("a cohort of nobody has no share, and open cells a mark", async () => {
    const { code, out } = await runCommand([...cohorts, "--amount", "total", "--by", "channel"], csv);
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      "channel  cohort   size        0       1        2        3",
      "web      2024-01     1   100.0%  100.0%     0.0%  100.0%*",
      "web      2024-02     1   100.0%    0.0%  100.0%*",
      "web      2024-03     0        –       –",
      "web      2024-04     0        –",
      "app      2024-01     1   100.0%    0.0%     0.0%    0.0%*",
      "app      2024-02     0        –       –        –",
      "app      2024-03     0        –       –",
      "app      2024-04     1  100.0%*",
      "* the period is not over: the share can still grow",
      "",
    ]);
  });

  it("names brackets by their first and last period, and needs no note when all are over", async () => {
    const { out } = await runCommand([...known, "--mode", "bracket", "--brackets", "0,1,4"], csv);
    expect(out.split("\n")).toEqual([
      "cohort   size       0      1-3",
      "2024-01     2  100.0%    50.0%",
      "2024-02     1  100.0%  100.0%*",
      "2024-03     0       –        –",
      "2024-04     1  100.0%",
      "* the period is not over: the share can still grow",
      "",
    ]);
    expect((await runCommand(known, csv)).out).not.toContain("*");
  });
});
