import { describe, expect, it } from "vitest";
import { jsonOf, runCommand } from "./runCommand.ts";

const csv = `id,plan,started,ended
ann,basic,2023-11-01,
bob,basic,2023-12-10,2024-01-20
cem,team,2023-10-05,2024-02-10
dia,team,2024-01-15,
eva,basic,2024-01-03,2024-01-25
`;
const columns = ["--customer", "id", "--started", "started", "--ended", "ended"];
const churn = ["churn", "a.csv", ...columns];
const january = [...churn, "--from", "2024-01-01", "--to", "2024-01-31"];
const winter = [...churn, "--from", "2024-01-01", "--to", "2024-02-29"];

describe("of subscriptions", () => {
  // Ann, bob and cem were there when January began. Bob left; dia joined; eva joined and left.
  it.each([
    ["standard", 1 / 3, 1, 3],
    ["baremetrics", 1 / 3, 1, 3],
    ["stripe", 2 / 5, 2, 5],
    // Bob was one of five on 20 January, eva one of four on the 25th.
    ["daily", 1 / 5 + 1 / 4, 2, expect.any(Number)],
  ])("--convention %s", async (convention, estimate, churned, atRisk) => {
    const [row] = await jsonOf([...january, "--convention", convention], csv);
    expect(row).toMatchObject({ metric: "churnRate", convention, churned, atRisk });
    expect(row?.estimate).toBeCloseTo(estimate, 14);
  });

  it("is standard unless asked otherwise", async () => {
    expect(await jsonOf(january, csv)).toEqual(await jsonOf([...january, "--convention", "standard"], csv));
  });

  it("--by gives a row for each group", async () => {
    const rows = await jsonOf([...january, "--by", "plan"], csv);
    expect(rows.map(({ plan, churned, atRisk }) => [plan, churned, atRisk])).toEqual([
      ["basic", 1, 2],
      ["team", 0, 1],
    ]);
  });

  it("--over gives a row for each period, with its label, for each group", async () => {
    const rows = await jsonOf([...winter, "--over", "month", "--by", "plan"], csv);
    expect(rows.map(({ plan, period, churned, atRisk }) => [plan, period, churned, atRisk])).toEqual([
      ["basic", "2024-01", 1, 2],
      ["basic", "2024-02", 0, 1],
      ["team", "2024-01", 0, 1],
      ["team", "2024-02", 1, 2],
    ]);
  });

  it.each([
    ["day", 60, "2024-01-01", "2024-02-29"],
    ["week", 9, "2024-W01", "2024-W09"],
    ["quarter", 1, "2024-Q1", "2024-Q1"],
    ["year", 1, "2024", "2024"],
  ])("--over %s", async (period, rows, first, last) => {
    const labels = (await jsonOf([...winter, "--over", period], csv)).map((row) => row.period);
    expect([labels.length, labels[0], labels.at(-1)]).toEqual([rows, first, last]);
  });

  it("--over takes whole periods, and what is lost in each adds up", async () => {
    const whole = [...churn, "--from", "2024-01-15", "--to", "2024-02-10", "--over", "month"];
    const rows = await jsonOf(whole, csv);
    expect(rows.map(({ period, churned, atRisk }) => [period, churned, atRisk])).toEqual([
      ["2024-01", 1, 3],
      ["2024-02", 1, 3],
    ]);
  });

  it("rows of a customer that touch are one subscription", async () => {
    const text = "id,started,ended\nann,2023-01-01,2024-01-10\nann,2024-01-10,\nbob,2023-01-01,\n";
    expect((await jsonOf(january, text))[0]).toMatchObject({ churned: 0, atRisk: 2 });
  });

  it("an empty --ended, and a code of --missing, is somebody who has not left", async () => {
    const text = "id,started,ended\nann,2023-01-01,NULL\nbob,2023-01-01,\ncem,2023-01-01,2024-01-05\n";
    const { code, out, err } = await runCommand([...january, "--missing", "NULL", "--json"], text);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject([{ churned: 1, atRisk: 3 }]);
  });

  it("rows without what is needed are left out only when told so, and counted", async () => {
    const text = "id,started,ended\n,2023-01-01,\nann,,\nbob,2023-01-01,\ncem,NULL,\n,,\n";
    const { code, out, err } = await runCommand(
      [...january, "--missing", "", "--missing", "NULL", "--json"],
      text,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ churned: 0, atRisk: 1 }]);
    expect(err).toBe(
      'a.csv: 2 rows are left out, without a value in column "id"\n' +
        'a.csv: 2 rows are left out, without a value in column "started"\n',
    );
  });

  it("--level, --method and --seed reach the library", async () => {
    const [row] = await jsonOf([...january, "--level", "0.9", "--method", "jeffreys"], csv);
    expect(row).toMatchObject({ level: 0.9, method: "jeffreys" });
    const daily = [...january, "--convention", "daily"];
    const [one] = await jsonOf([...daily, "--seed", "1"], csv);
    expect(await jsonOf(daily, csv)).toEqual([one]);
    expect(one).toMatchObject({ method: "bootstrap", unit: "ratio" });
  });

  it("a header without rows gives a result of nobody", async () => {
    expect(await jsonOf(january, "id,started,ended\n")).toMatchObject([{ estimate: null, atRisk: 0 }]);
    expect(await jsonOf([...january, "--by", "plan"], "id,plan,started,ended\n")).toEqual([]);
  });

  it("prints a table with one decimal", async () => {
    const { out } = await runCommand([...winter, "--over", "month", "--by", "plan"], csv);
    expect(out.split("\n").slice(0, 2)).toEqual([
      "plan   period   churn rate (95% wilson)  churned  at risk",
      "basic  2024-01    50.0% (9.5% to 90.5%)        1        2",
    ]);
  });

  it("dates of the years whose milliseconds look like seconds are dates", async () => {
    const text = "id,started,ended\nann,1970-06-01,1972-01-20\nbob,1971-01-01,\n";
    const year = [...churn, "--from", "1972-01-01", "--to", "1972-12-31"];
    expect((await jsonOf(year, text))[0]).toMatchObject({ churned: 1, atRisk: 2 });
  });
});

describe("of counts made elsewhere", () => {
  const counts = ["churn", "a.csv", "--churned", "lost", "--at-risk", "opening"];
  const text = "month,plan,lost,opening\n2024-01,a,10,100\n2024-01,b,1,50\n2024-02,a,5,90\n";

  it("rows of a group are added up", async () => {
    const rows = await jsonOf([...counts, "--by", "month"], text);
    expect(rows.map(({ month, churned, atRisk, estimate }) => [month, churned, atRisk, estimate])).toEqual([
      ["2024-01", 11, 150, 11 / 150],
      ["2024-02", 5, 90, 5 / 90],
    ]);
    expect(await jsonOf(counts, text)).toMatchObject([{ churned: 16, atRisk: 240, convention: null }]);
  });

  it("more lost than there were is told by line and column", async () => {
    const { code, err } = await runCommand(counts, "lost,opening\n1,2\n3,2\nx,2\n");
    expect(code).toBe(3);
    expect(err).toContain(
      'a.csv line 3, column "lost": must be at most "opening", which is 2, received "3"\n',
    );
    expect(err).toContain(
      'a.csv line 4, column "lost": must be an integer from 0 to 2^53 - 1, received "x"\n',
    );
  });
});
