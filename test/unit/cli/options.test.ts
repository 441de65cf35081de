import { describe, expect, it } from "vitest";
import { jsonOf, runCommand } from "./runCommand.ts";

const csv = "at,channel,plan,n,score\n2024-01-05,web,a,2,10\n2024-03-05,app,a,3,6\n2024-03-06,web,b,1,9\n";
const nps = ["nps", "a.csv", "--score", "score"];

describe("what the options do", () => {
  it("--by names the columns of the labels, in order of first appearance", async () => {
    const rows = await jsonOf([...nps, "--by", "channel", "--by", "plan"], csv);
    expect(rows.map(({ channel, plan, n }) => [channel, plan, n])).toEqual([
      ["web", "a", 1],
      ["app", "a", 1],
      ["web", "b", 1],
    ]);
  });

  it("--over gives every group the same periods", async () => {
    const rows = await jsonOf([...nps, "--by", "channel", "--over", "month", "--at", "at"], csv);
    expect(rows.map(({ channel, period, n, estimate }) => [channel, period, n, estimate])).toEqual([
      ["web", "2024-01", 1, 100],
      ["web", "2024-02", 0, null],
      ["web", "2024-03", 1, 100],
      ["app", "2024-01", 0, null],
      ["app", "2024-02", 0, null],
      ["app", "2024-03", 1, -100],
    ]);
  });

  it.each([
    ["day", "2024-03-31"],
    ["week", "2024-W13"],
    ["month", "2024-03"],
    ["quarter", "2024-Q1"],
    ["year", "2024"],
  ])("--over %s", async (period, label) => {
    const rows = await jsonOf([...nps, "--over", period, "--at", "at"], "at,score\n2024-03-31,9\n");
    expect(rows.map((row) => row.period)).toEqual([label]);
  });

  it("--time-zone says whose calendar the periods follow", async () => {
    const at = "at,score\n2024-04-01T03:59:59Z,9\n";
    const options = [...nps, "--over", "month", "--at", "at"];
    expect((await jsonOf(options, at))[0]?.period).toBe("2024-04");
    expect((await jsonOf([...options, "--time-zone", "America/Toronto"], at))[0]?.period).toBe("2024-03");
  });

  it("--count weighs the rows", async () => {
    expect((await jsonOf([...nps, "--count", "n"], csv))[0]).toMatchObject({
      n: 6,
      promoters: 3,
      detractors: 3,
    });
  });

  it("--missing takes codes as they are written, negative ones too, and no commas", async () => {
    const options = ["--missing", "-99", "--missing", "a,b", "--missing", ""];
    const [row] = await jsonOf([...nps, ...options], 'score\n9\n-99\n"a,b"\n\n');
    expect(row).toMatchObject({ n: 1, missing: 3 });
  });

  it("--level and --method reach the metric", async () => {
    const [row] = await jsonOf([...nps, "--level", "0.9", "--method", "adjustedWald"], csv);
    expect(row).toMatchObject({ level: 0.9, method: "adjustedWald" });
  });

  it("--minimum hides small groups", async () => {
    const [web, app] = await jsonOf([...nps, "--by", "channel", "--minimum", "2"], csv);
    expect(web).toMatchObject({ channel: "web", n: 2, suppressed: false });
    expect(app).toMatchObject({ channel: "app", n: null, estimate: null, missing: null, suppressed: true });
  });

  it("csat takes a scale and a cut", async () => {
    const options = ["csat", "-", "--score", "score", "--scale", "0,10", "--satisfied-from", "9"];
    const [row] = await jsonOf(options, csv);
    expect(row).toMatchObject({ satisfied: 2, n: 3, scaleMin: 0, scaleMax: 10, satisfiedFrom: 9 });
  });

  it("csat takes a scale below zero", async () => {
    const options = ["csat", "-", "--score", "score", "--scale", "-2,2", "--satisfied-from", "1"];
    expect((await jsonOf(options, "score\n-2\n1\n"))[0]).toMatchObject({ satisfied: 1, n: 2, scaleMin: -2 });
  });

  it("ces takes a scale, a direction and a seed", async () => {
    const options = ["ces", "-", "--score", "score", "--scale", "1,10", "--direction", "lowIsEasy"];
    const [row] = await jsonOf([...options, "--method", "bootstrap", "--seed", "7"], csv);
    expect(row).toMatchObject({ n: 3, scaleMax: 10, direction: "lowIsEasy", method: "bootstrap" });
    expect(row?.estimate).toBeCloseTo(25 / 3, 12);
  });

  it.each([
    [";", "score;n\n9;1\n"],
    ["\\t", "score\tn\n9\t1\n"],
    ["|", "score|n\n9|1\n"],
  ])("--delimiter %s", async (delimiter, text) => {
    expect((await jsonOf([...nps, "--delimiter", delimiter], text))[0]).toMatchObject({ n: 1 });
  });

  it("--skip-lines leaves out what stands before the header, --skip-rows what stands behind it", async () => {
    const text = 'Export "of today\nall rows\nscore\nHow likely?\n{ImportId}\n9\n8\n';
    expect((await jsonOf([...nps, "--skip-lines", "2", "--skip-rows", "2"], text))[0]).toMatchObject({
      n: 2,
    });
  });

  it("labels of any name are ordinary", async () => {
    const text = "__proto__,score\n__proto__,9\nconstructor,9\n,9\n";
    const { out } = await runCommand([...nps, "--by", "__proto__", "--csv"], text);
    expect(out.split("\r\n").map((line) => line.split(",")[0])).toEqual([
      "__proto__",
      "__proto__",
      "constructor",
      "",
      "",
    ]);
    expect("polluted" in {}).toBe(false);
  });

  it("a header without rows gives a result without answers", async () => {
    expect(await jsonOf(nps, "score\n")).toMatchObject([{ n: 0, estimate: null, missing: 0 }]);
    expect(await jsonOf([...nps, "--over", "month", "--at", "at"], "at,score\n")).toEqual([]);
    expect(await runCommand([...nps, "--over", "month", "--at", "at"], "at,score\n")).toMatchObject({
      out: "no rows\n",
    });
  });
});
