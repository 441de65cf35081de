import { describe, expect, it } from "vitest";
import { runCommand } from "./runCommand.ts";

const csv = "id,at,total\nann,2024-01-01,5\nann,2024-01-09,5\nbob,2024-01-03,7\n";
const columns = ["--customer", "id", "--at", "at", "--amount", "total"];
const bare = (name: string): string[] => [name, "a.csv", ...columns];
const rfm = [...bare("rfm"), "--as-of", "2024-06-30"];
const clv = [...bare("clv"), "--as-of", "2024-06-30", "--horizon", "52"];
const backtest = [...bare("backtest"), "--calibration-end", "2024-01-05", "--as-of", "2024-06-30"];

describe("a call that cannot work exits 2, says what to do, and prints nothing", () => {
  it.each([
    [["clv", "a.csv"], "which column names the customers? Name it with --customer"],
    [["rfm", "a.csv", "--customer", "id"], "which column says when something was bought? Name it with --at"],
    [
      ["clv", "a.csv", "--customer", "id", "--at", "at"],
      "which column says what was paid? Value is money. Name it with --amount",
    ],
    [
      ["rfm", "a.csv", "--customer", "id", "--at", "at"],
      "which column says what was paid? The M of RFM is money. Name it with --amount",
    ],
    [bare("clv"), "up to when is all known, and from when does the future count? Say it with --as-of"],
    [bare("rfm"), "from which day is recency counted back? Say it with --as-of"],
    [bare("backtest"), "up to when is the model fitted? Say it with --calibration-end"],
    [backtest.slice(0, -2), "up to when is it held against what came? Say it with --as-of"],
    [
      clv.slice(0, -2),
      "how far should it look ahead? Say it with --horizon, such as --horizon 12 --unit month",
    ],
    [[...clv.slice(0, -2), "--discount-rate", "0"], "how far should it look ahead? Say it with --horizon"],
    [[...clv, "--unit", "year"], "--unit must be one of day, week, month"],
    [[...clv, "--horizon=-1"], "--horizon is given more than once"],
    [[...clv.slice(0, -1), "0"], "--horizon must be a finite number above 0"],
    [[...clv.slice(0, -1), "a year"], '--horizon must be a number, received "a year"'],
    [[...clv, "--discount-rate", "-0.1"], "--discount-rate must be a finite number from 0"],
    [[...clv, "--margin", "30"], "--margin must be a share above 0 and at most 1"],
    [[...clv, "--model", "lifetimes"], "--model must be one of bgNbd, mbgNbd, paretoNbd, nbd"],
    [[...clv, "--level", "95"], "--level must be strictly between 0 and 1"],
    [[...clv, "--refunds", "yes"], '--refunds must be leave-out, received "yes"'],
    [[...clv, "--time-zone", "Mars"], "--time-zone must be an IANA zone"],
    [[...clv, "--bins", "3"], "Unknown option '--bins'"],
    [[...rfm, "--bins", "1"], "--bins must be an integer from 2 to 100"],
    [[...rfm, "--horizon", "1"], "Unknown option '--horizon'"],
    [[...bare("rfm"), "--as-of", "2024-02-30"], "--as-of must be a date that exists"],
    [[...backtest, "--unit", "years"], "--unit must be one of day, week, month"],
    [[...backtest, "--model", "bgBb"], "--model must be one of bgNbd, mbgNbd, paretoNbd, nbd"],
    [[...backtest.slice(0, -1), "2024-01-05"], "--calibration-end must be at least a day before --as-of"],
    [[...backtest.slice(0, -1), "2024-01-04"], "--calibration-end must be no later than --as-of"],
    [
      [...backtest, "--show", "plot"],
      '--show must be one of summary, deciles, frequency, tracking, baselines, received "plot"',
    ],
    [[...backtest, "--show", "deciles", "--period", "week"], "--period says nothing with --show deciles"],
    [[...backtest, "--period", "weeks"], "--period must be one of day, week, month, quarter, year"],
    [[...backtest, "--seed", "1.5"], "--seed must be an integer"],
    [
      ["clv", "a.csv", "--customer", "idd", "--at", "at", "--amount", "total", ...clv.slice(8)],
      'a.csv has no column "idd". Its columns are "id", "at", "total"',
    ],
  ])("%j", async (argv, said) => {
    const { code, out, err } = await runCommand(argv, csv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`cx-metrics: ${said}`);
    expect(err.endsWith(`\nTry: cx-metrics ${argv[0]} --help\n`)).toBe(true);
  });
});

it.each([
  [csv.replaceAll(",", ";"), "If semicolons separate them: --delimiter ';'"],
  [csv.replaceAll(",", "\t"), "If tabs separate them: --delimiter '\\t'"],
])("another delimiter is suggested", async (file, said) => {
  const { code, err } = await runCommand(rfm, file);
  expect(code).toBe(2);
  expect(err).toContain(said);
});

it("an empty file has no rows, and no more is said", async () => {
  for (const argv of [clv, rfm]) {
    const { out, err } = await runCommand(argv, "id,at,total\n");
    expect({ out, err }).toEqual({ out: "no rows\n", err: "" });
  }
});

describe("invalid data exit 3, with their line", () => {
  it.each([
    ["ann,2024-02-30,5", 'a.csv line 5, column "at": must be a date that exists'],
    ["ann,01/02/2024,5", 'a.csv line 5, column "at": must be ISO 8601 text'],
    ["ann,2024-01-02T10:00,5", 'a.csv line 5, column "at": must end in "Z" or an offset'],
    [",2024-01-02,5", 'a.csv line 5, column "id": must name a customer, received ""'],
    ["ann,2024-01-02,1e3", 'a.csv line 5, column "total": must be a number such as 12 or 0.5'],
    ["ann,2024-01-02,", 'a.csv line 5, column "total": must be a number such as 12 or 0.5, received ""'],
    ["ann,2024-01-02", "a.csv line 5: must have 3 cells like the header, received 2 cells"],
  ])("%s", async (line, said) => {
    for (const argv of [clv, rfm, backtest]) {
      const { code, out, err } = await runCommand(argv, `${csv}${line}\n`);
      expect({ code, out }).toEqual({ code: 3, out: "" });
      expect(err).toContain(said);
      expect(err).toContain("1 problem, nothing was computed");
    }
  });

  it("a cell that is empty and one below zero: both remedies", async () => {
    const { err } = await runCommand(clv, `${csv}ann,2024-01-02,\nbob,2024-01-02,-1\n`);
    expect(err).toContain('leave such rows out: --missing ""');
    expect(err).toContain("--refunds leave-out");
    const both = ["--missing", "", "--refunds", "leave-out"];
    const done = await runCommand([...clv, ...both], `${csv}ann,2024-01-02,\nbob,2024-01-02,-1\n`);
    expect(done.err).toContain('a.csv: 1 row is left out, without a value in column "total"');
  });

  it("an end before the first row: nobody had bought anything", async () => {
    const said = (option: string): string =>
      `a.csv: nobody had bought anything by --${option}: its rows are from 2024-01-01 to 2024-01-09\n`;
    const before = (argv: readonly string[], option: string): string[] =>
      argv.map((text, i) => (argv[i - 1] === `--${option}` ? "2023-12-31" : text));
    for (const [argv, option] of [
      [clv, "as-of"],
      [rfm, "as-of"],
      [backtest, "calibration-end"],
    ] as const)
      expect(await runCommand(before(argv, option), csv)).toEqual({ code: 3, out: "", err: said(option) });
  });
});

describe("help", () => {
  it.each([
    ["rfm", ["--bins"]],
    ["clv", ["--horizon", "--discount-rate", "--margin", "--model", "--refunds", "--level", "--unit"]],
    ["backtest", ["--calibration-end", "--model", "--unit", "--show", "--period", "--level", "--seed"]],
  ])("%s --help lists every option that the command takes, in 110 columns", async (name, options) => {
    const { code, out } = await runCommand([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: cx-metrics ${name} <file.csv> --customer <column>`);
    const shared = ["--customer", "--at", "--amount", "--as-of", "--missing", "--time-zone", "--wall-clock"];
    for (const option of [...shared, ...options, "--skip-rows", "--json", "Examples:"])
      expect(out).toContain(
        `${option}${option.startsWith("--") && option !== "--json" ? " <" : ""}`.replace(
          "--refunds <",
          "--refunds leave-out",
        ),
      );
    expect(out.split("\n").filter((line) => line.length > 110)).toEqual([]);
  });

  it("names the commands", async () => {
    const { out } = await runCommand(["--help"]);
    for (const name of ["rfm", "clv", "backtest"]) expect(out).toMatch(new RegExp(`\n  ${name} +[a-zA-Z]`));
  });
});
