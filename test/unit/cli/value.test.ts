import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { jsonOf, runCommand } from "./runCommand.ts";

// 400 made-up customers; those of refunds are left out here, and below two of them come back.
const sample = readFileSync("test/sample/purchases.csv", "utf8");
const csv = sample
  .split("\n")
  .filter((line) => !line.includes(",-"))
  .join("\n")
  .replaceAll("p003", "=SUM(A1)")
  .concat("p001,2024-07-05,9\n");
const lines = csv.trim().split("\n").length;
const refund = `${csv}p001,2024-02-01,-5\nzoe,2024-02-01,-7\n`;

const columns = ["a.csv", "--customer", "customer", "--at", "date", "--amount", "amount"];
const clv = ["clv", ...columns, "--as-of", "2024-06-30", "--horizon", "52", "--unit", "week"];
const rfm = ["rfm", ...columns, "--as-of", "2024-06-30"];
const backtest = ["backtest", ...columns, "--calibration-end", "2023-12-31", "--as-of", "2024-06-30"];

describe("clv", () => {
  it("for people: the total, the fits, the ten most valuable, and how many more", async () => {
    const { code, out, err } = await runCommand(clv, csv);
    expect(code).toBe(0);
    const [first, ...others] = out.split("\n");
    expect(first).toMatch(
      /^clv of 400 customers within 52 weeks \(95% delta\): [\d,]+\.\d\d \([\d,]+\.\d\d to [\d,]+\.\d\d\)$/,
    );
    expect(out).toMatch(/\nfit +parameter +estimate +low +high\nbgNbd +r +[\d.]+/);
    expect(out).toMatch(/\ngammaGamma +v +[\d.]+/);
    const start = others.findIndex((line) => line.startsWith("customer "));
    expect(others[start]?.split(/ {2,}/).slice(1)).toEqual([
      ...["clv", "alive", "purchases", "spend", "frequency", "recency", "age"],
    ]);
    expect(others.slice(start + 11)).toEqual(["and 390 more, with less: --csv or --json prints all", ""]);
    expect(err).toContain("a.csv: 1 row is left out, later than --as-of\n");
  });

  it("--json is the whole record, --csv every customer, by the names of the file", async () => {
    const [record, ...others] = await jsonOf(clv, csv);
    expect(others).toEqual([]);
    expect(record).toMatchObject({ metric: "clv", n: 400, horizon: 52, timeUnit: "week", margin: 1 });
    const customers = record?.customers as { customerId: string }[];
    const names = new Set(
      csv
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",")[0]),
    );
    expect(customers.map(({ customerId }) => customerId)).toEqual([...names]);
    const { out } = await runCommand([...clv, "--csv"], csv);
    const [header, ...rows] = out.trim().split("\r\n");
    expect(header).toMatch(/^customerId,frequency,recency,age,monetaryValue,metric,unit,estimate,low,high/);
    expect(rows).toHaveLength(400);
    expect(rows.filter((row) => row.startsWith("'=SUM(A1),"))).toHaveLength(1);
  });

  it("the options reach the library", async () => {
    const options = ["--margin", "0.5", "--discount-rate", "0.01", "--model", "nbd", "--level", "0.8"];
    const [half] = await jsonOf([...clv, ...options], csv);
    expect(half).toMatchObject({ model: "nbd", margin: 0.5, discountRate: 0.01, level: 0.8 });
    const { out } = await runCommand([...clv, ...options], csv);
    expect(out).toMatch(/^clv of 400 customers within 52 weeks \(80% delta\): /);
    const forEver = ["clv", ...columns, "--as-of", "2024-06-30", "--discount-rate", "0.01"];
    expect((await runCommand(forEver, csv)).out).toMatch(/^clv of 400 customers for ever \(95% delta\): /);
  });

  it("refunds are errors until they are left out, and the message says how", async () => {
    const { code, out, err } = await runCommand(clv, refund);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err.split("\n")).toEqual([
      `a.csv line ${lines + 1}, column "amount": must not be below 0, received "-5"`,
      `a.csv line ${lines + 2}, column "amount": must not be below 0, received "-7"`,
      "2 problems, nothing was computed",
      "If what is below 0 are refunds, leave such rows out: --refunds leave-out",
      "",
    ]);
    const leftOut = await runCommand([...clv, "--refunds", "leave-out"], refund);
    expect(leftOut.out).toBe((await runCommand(clv, csv)).out);
    expect(leftOut.err).toContain("a.csv: 2 rows are left out, with an amount below zero\n");
  });

  it("a fit that is none is told: everybody bought once", async () => {
    const once = "customer,date,amount\nann,2024-01-01,5\nbob,2024-01-02,5\n";
    const { code, out, err } = await runCommand(clv, once);
    expect(code).toBe(0);
    expect(out).toMatch(/^clv of 2 customers within 52 weeks \(95% delta\): –\n/);
    expect(err).toMatch(/a\.csv: no purchases can be expected: nobody bought twice/);
  });
});

describe("rfm", () => {
  it("for people: the segments", async () => {
    const { code, out, err } = await runCommand(rfm, refund);
    expect(code).toBe(0);
    const table = out.trim().split("\n");
    expect(table[0]).toMatch(/^segment +customers +share +monetary$/);
    expect(table).toHaveLength(11);
    const [record] = await jsonOf(rfm, refund);
    const segments = record?.segments as { segment: string; n: number }[];
    expect(table.slice(1).map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual(
      segments.map(({ segment, n }) => [segment, String(n)]),
    );
    expect(err.split("\n")).toEqual([
      "a.csv: 1 row is left out, later than --as-of",
      "a.csv: 1 row is left out, refunds of customers without a purchase",
      "a.csv: 1 refund is taken off what the customers spent",
      "",
    ]);
  });

  it("--csv is every customer, by the names of the file; --bins says how many scores", async () => {
    const { out } = await runCommand([...rfm, "--bins", "2", "--csv"], csv);
    const [header, ...rows] = out.trim().split("\r\n");
    expect(header).toMatch(/^customerId,lastAt,daysSinceLast,frequency,monetary,recencyScore/);
    expect(rows.map((row) => row.split(",")[0])).toContain("'=SUM(A1)");
    expect(new Set(rows.map((row) => row.split(",")[5]))).toEqual(new Set(["1", "2"]));
  });
});

describe("backtest", () => {
  it("for people: the verdict first, then the forecasts, the tenths and the frequencies", async () => {
    const { code, out } = await runCommand([...backtest, "--unit", "week"], csv);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^bgNbd expects \d+ purchases, there were 364 \(\d+% too (?:low|high)\), (?:with|out)(?:in|side) its 95% range of \d+ to \d+; it /,
    );
    expect(out).toMatch(
      /\n\nforecast +expected +error +relative +mean absolute error +root mean squared error\nbgNbd /,
    );
    expect(out).toMatch(/\nlastPeriod .*\nrfmBins .*\n\ndecile +n +actual +expected +error\n/);
    expect(out).toMatch(/\n\nfrequency +n +mean actual +mean expected\n +0 .*(?:\n.*){6}\n +7\+ .*\n$/);
  });

  it("says which baseline is better, or that all are beaten, as the record does", async () => {
    for (const model of ["nbd", "bgNbd", "mbgNbd"]) {
      const argv = [...backtest, "--model", model];
      const [record] = await jsonOf(argv, csv);
      const rows = record?.baselines as { baseline: string; modelIsBetter: boolean }[];
      const worse = rows.filter(({ modelIsBetter }) => !modelIsBetter).map(({ baseline }) => baseline);
      const { out } = await runCommand(argv, csv);
      expect(out.split("\n")[0]?.split("; ")[1]).toBe(
        worse.length > 0
          ? `it does not beat the baseline${worse.length > 1 ? "s" : ""} ${worse.join(" and ")}: do not believe it`
          : "it beats the baselines lastPeriod and rfmBins",
      );
    }
  });

  it("--show is one table, for people and in --csv", async () => {
    const firstLine = async (...options: string[]): Promise<string> =>
      (await runCommand([...backtest, ...options], csv)).out.split(/\r?\n/)[0] ?? "";
    expect(await firstLine("--show", "deciles", "--csv")).toBe("decile,n,actual,expected,error");
    expect(await firstLine("--show", "frequency", "--csv")).toBe("frequency,n,meanActual,meanExpected");
    expect(await firstLine("--show", "tracking", "--csv")).toBe(
      "period,phase,actual,expected,cumulativeActual,cumulativeExpected",
    );
    expect(await firstLine("--show", "baselines", "--csv")).toMatch(/^baseline,expected,error,/);
    expect(await firstLine("--csv")).toMatch(/^metric,model,timeUnit,n,horizon,actual,expected,low,high/);
    expect(await firstLine("--show", "tracking")).toMatch(/^period +phase +actual +expected/);
    const months = await jsonOf([...backtest, "--show", "tracking", "--period", "month"], csv);
    expect(months.map(({ period }) => period)).toEqual([
      ...Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, "0")}`),
      ...["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"],
    ]);
  });

  it("needs no amounts, and says what is left out", async () => {
    const without = backtest.filter((text) => text !== "--amount" && text !== "amount");
    expect((await runCommand(without, csv)).code).toBe(0);
    const { err } = await runCommand(backtest, `${refund}eve,2024-04-05,3\n`);
    expect(err).toContain("a.csv: 1 row is left out, later than --as-of\n");
    expect(err).toContain("a.csv: 2 rows are left out, with an amount below zero\n");
    expect(err).toContain("a.csv: 1 customer came after --calibration-end: nothing is expected of them\n");
  });

  it("a model that expects nothing says why", async () => {
    const once = "customer,date,amount\nann,2023-01-01,5\nbob,2023-01-02,5\nbob,2024-05-02,5\n";
    const { out } = await runCommand(backtest, once);
    expect(out).toMatch(/^bgNbd has no forecast: nobody bought twice.*; try another --model\. Bought: 1\n/);
  });
});

it("of nothing there is nothing", async () => {
  for (const argv of [clv, rfm, backtest])
    expect(await runCommand(argv, "customer,date,amount\n")).toMatchObject({ code: 0, out: "no rows\n" });
});
