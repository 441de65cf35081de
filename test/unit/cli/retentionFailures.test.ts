import { describe, expect, it } from "vitest";
import { runCommand } from "./runCommand.ts";

const csv = "id,plan,n,started,ended,t,left\nann,a,1,2024-01-01,,3,no\n";
const columns = ["--customer", "id", "--started", "started", "--ended", "ended"];
const churn = ["churn", "a.csv", ...columns];
const january = [...churn, "--from", "2024-01-01", "--to", "2024-01-31"];
const cohorts = ["cohorts", "a.csv", "--customer", "id", "--at", "started"];
const durations = ["survival", "a.csv", "--duration", "t", "--churned", "left", "--churned-value", "yes"];
const subscriptions = ["survival", "a.csv", ...columns, "--as-of", "2024-06-30"];

describe("a call that cannot work exits 2, says why, and prints nothing", () => {
  it.each([
    [["churn", "a.csv"], "which column names the customers? Name it with --customer"],
    [churn.slice(0, -2), "which column says when a subscription ended? Name it with --ended"],
    [churn, "when does the period start? Say it with --from"],
    [january.slice(0, -2), "when does the period end? Say it with --to"],
    [[...january, "--score", "n"], "Unknown option '--score'"],
    [[...january, "--form", "2024-01-01"], "Unknown option '--form'"],
    [[...churn, "--from", "2024-02-01", "--to", "2024-01-01"], "--to must be later than from"],
    [[...churn, "--from", "2024-02-30", "--to", "2024-03-01"], "--from must be a date that exists"],
    [[...churn, "--from", "1704067200", "--to", "2024-03-01"], "--from must be ISO 8601 text"],
    [[...january, "--convention", "shopify"], "--convention must be one of standard, baremetrics"],
    [
      [...january, "--convention", "daily", "--method", "wald"],
      "--method must be bootstrap with the convention",
    ],
    [[...january, "--over", "decade"], "--over must be one of day, week, month, quarter, year"],
    [
      [...churn, "--from", "0024-01-01", "--to", "2024-01-31", "--over", "day"],
      "--over must make at most 100000 periods, and makes 730516",
    ],
    [[...january, "--seed", "1.5"], "--seed must be"],
    [[...january, "--level", "95"], "--level must be strictly between 0 and 1"],
    [[...january, "--time-zone", "Mars"], "--time-zone must be an IANA zone"],
    [[...january, "--wall-clock", "Mars"], "--wall-clock must be an IANA zone"],
    [[...january, "--by", "paln"], 'a.csv has no column "paln". Its columns are "id", "plan", "n"'],
    [[...january, "--by", "n"], '--by "n" has the name of a field of the result: rename the column'],
    [[...january, "--churned", "n"], "--customer says nothing beside --churned and --at-risk"],
    [
      ["churn", "a.csv", "--churned", "n"],
      "which column counts the customers at risk? Name it with --at-risk",
    ],
    [
      ["churn", "a.csv", "--churned", "n", "--at-risk", "n", "--method", "t"],
      "--method must be one of wilson",
    ],
    [
      ["cohorts", "a.csv", "--customer", "id"],
      "which column says when something was bought? Name it with --at",
    ],
    [[...cohorts, "--bucket", "months"], "--bucket must be one of day, week, month, quarter, year"],
    [[...cohorts, "--mode", "after"], "--mode must be one of on, onOrAfter, bracket"],
    [[...cohorts, "--mode", "bracket"], "--brackets must be a list of two or more offsets"],
    [[...cohorts, "--brackets", "0,1"], '--brackets must be left out unless mode is "bracket"'],
    [[...cohorts, "--mode", "bracket", "--brackets", "0,3,1"], "--brackets must be an integer from 4"],
    [[...cohorts, "--mode", "bracket", "--brackets", "0,x"], "--brackets must be a number"],
    [[...cohorts, "--as-of", "yesterday"], "--as-of must be ISO 8601 text"],
    [[...cohorts, "--seed", "1"], "Unknown option '--seed'"],
    [["survival", "a.csv"], "which columns hold the lifetimes? Name them with --duration and --churned, or"],
    [["survival", "a.csv", "--duration", "t"], "which column says who left? Name it with --churned"],
    [subscriptions.slice(0, -2), "up to when are the subscriptions known? Say it with --as-of"],
    [[...durations, "--as-of", "2024-01-01"], "--as-of says nothing beside --duration"],
    [[...subscriptions, "--duration", "t"], "--duration says nothing beside --customer"],
    [[...subscriptions, "--unit", "year"], "--unit must be one of day, week, month"],
    [[...durations.slice(0, -2), "--kept-value", "no"], "--kept-value says nothing without --churned-value"],
    [[...durations, "--kept-value", "yes"], '--kept-value and --churned-value cannot both be "yes"'],
    [[...durations, "--show", "mode"], "--show must be one of curve, median, mean, hazard, test"],
    [[...durations, "--show", "mean"], "up to which duration is the mean taken? Say it with --horizon"],
    [[...durations, "--show", "mean", "--horizon", "0"], "--horizon must be a finite number above 0"],
    [
      [...durations, "--show", "mean", "--horizon", "9", "--method", "log"],
      "--method must be one of logit, plain",
    ],
    [[...durations, "--horizon", "12"], "--horizon says nothing with --show curve"],
    [[...durations, "--times", "1,,2"], "--times must be a number"],
    [[...durations, "--times", "-1"], "--times must be a finite number from 0"],
    [[...durations, "--show", "median", "--quantile", "1"], "--quantile must be strictly between 0 and 1"],
    [[...durations, "--show", "hazard", "--period", "-1"], "--period must be a finite number above 0"],
    [[...durations, "--show", "test"], "which column has the groups to compare? Name it with --group"],
    [
      [...durations, "--show", "test", "--group", "plan", "--level", "0.9"],
      "--level says nothing with --show test",
    ],
    [[...durations, "--group", "plan", "--by", "plan"], '--group names "plan", which --by names, too'],
    [[...durations, "--group", "n"], '--group "n" has the name of a field of the result'],
    [[...durations, "--group", "n", "--by", "plan", "--show", "test"], '--group "n" has the name of a field'],
    [[...durations, "--method", "wilson"], "--method must be one of logLog, log, plain"],
  ])("%j", async (argv, said) => {
    const { code, out, err } = await runCommand(argv, csv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`cx-metrics: ${said}`);
    expect(err.endsWith(`\nTry: cx-metrics ${argv[0]} --help\n`)).toBe(true);
  });
});

describe("help", () => {
  it.each([
    ["churn", ["--convention", "--over", "--at-risk", "--seed"]],
    ["cohorts", ["--bucket", "--brackets", "--as-of", "--curve"]],
    ["survival", ["--churned-value", "--kept-value", "--show", "--unit", "--horizon"]],
  ])("%s --help lists every option that the command takes, in 110 columns", async (name, options) => {
    const { code, out } = await runCommand([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: cx-metrics ${name} <file.csv> --`);
    for (const option of [...options, "--missing", "--by", "--skip-rows", "--level", "--json", "Examples:"])
      expect(out).toContain(option);
    expect(out.split("\n").filter((line) => line.length > 110)).toEqual([]);
  });

  it("names the commands", async () => {
    const { out } = await runCommand(["--help"]);
    for (const name of ["nps", "csat", "ces", "churn", "cohorts", "survival"])
      expect(out).toMatch(new RegExp(`\n  ${name} +[a-z]`));
  });
});
