import { describe, expect, it } from "vitest";
import { runCommand } from "./runCommand.ts";

const csv = "score,n,channel,at\n9,1,web,2024-01-01\n";
const score = ["--score", "score"];
const over = ["--over", "month", "--at", "at"];

describe("a call that cannot work exits 2, says why, and prints nothing", () => {
  it.each([
    [[], "what should be computed? Give one of nps, csat, ces"],
    [["npz"], 'there is no command "npz"; there are nps, csat, ces'],
    [["nps"], "which file should be read?"],
    [["nps", "a.csv", "b.csv", ...score], "one file at a time, please: b.csv is too much"],
    [["nps", "a.csv"], "which column holds the answers? Name it with --score"],
    [["nps", "a.csv", ...score, "--wat"], "Unknown option '--wat'"],
    [["nps", "a.csv", ...score, "--scale", "1,5"], "Unknown option '--scale'"],
    [["nps", "a.csv", "--score"], "Option '--score <value>' argument missing"],
    [["nps", "a.csv", ...score, ...score], "--score is given more than once"],
    [
      ["nps", "a.csv", "--score", "scroe"],
      'a.csv has no column "scroe". Its columns are "score", "n", "channel", "at"',
    ],
    [["nps", "a.csv", ...score, "--by", "plan"], 'a.csv has no column "plan"'],
    [["nps", "a.csv", ...score, "--by", "channel", "--by", "channel"], '--by names "channel" twice'],
    [["nps", "a.csv", ...score, "--by", "n"], '--by "n" has the name of a field of the result'],
    [["nps", "a.csv", ...score, "--level", "1"], "--level must be"],
    [["nps", "a.csv", ...score, "--level", "95%"], '--level must be a number, received "95%"\n'],
    [["nps", "a.csv", ...score, "--level", ".9"], "--level must be a number: write 0.9\n"],
    [["nps", "a.csv", ...score, "--minimum", "+5"], "--minimum must be a number: write 5\n"],
    [["nps", "a.csv", ...score, "--minimum", "1e30"], '--minimum must be a number, received "1e30"\n'],
    [["nps", "a.csv", ...score, "--minimum", " "], '--minimum must be a number, received " "\n'],
    [["nps", "a.csv", ...score, "--method", "wilson"], "--method must be one of"],
    [["csat", "a.csv", ...score, "--scale", "5"], "--scale must be its two ends, such as 1,5"],
    [["csat", "a.csv", ...score, "--scale", "5,1"], "--scale must be [min, max]"],
    [["csat", "a.csv", ...score, "--scale", "0,10"], "--satisfied-from must be given"],
    [["ces", "a.csv", ...score, "--direction", "up"], "--direction must be one of"],
    [["ces", "a.csv", ...score, "--seed", "0.5"], "--seed must be"],
    [["nps", "a.csv", ...score, "--over", "month"], "--over needs --at"],
    [["nps", "a.csv", ...score, "--at", "at"], "--at says nothing without --over"],
    [["nps", "a.csv", ...score, "--time-zone", "UTC"], "--time-zone says nothing without --over"],
    [
      ["nps", "a.csv", ...score, "--over", "fortnight", "--at", "at"],
      "--over must be one of day, week, month",
    ],
    [["nps", "a.csv", ...score, ...over, "--time-zone", "Mars"], "--time-zone must be an IANA zone"],
    [["nps", "a.csv", ...score, ...over, "--wall-clock", "Mars"], "--wall-clock must be an IANA zone"],
    [["nps", "a.csv", ...score, "--minimum", "0"], "--minimum must be a positive integer"],
    [["nps", "a.csv", ...score, "--delimiter", ";;"], "--delimiter must be one character"],
    [["nps", "a.csv", ...score, "--delimiter", '"'], "--delimiter must be one character"],
    [["nps", "a.csv", ...score, "--skip-lines", "-1"], "--skip-lines must be a whole number from 0"],
    [["nps", "a.csv", ...score, "--skip-rows", "1.5"], "--skip-rows must be a whole number from 0"],
    [["nps", "a.csv", ...score, "--json", "--csv"], "--json and --csv exclude each other"],
  ])("%j", async (argv, said) => {
    const { code, out, err } = await runCommand(argv, csv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`cx-metrics: ${said}`);
    expect(err).toMatch(/\nTry: cx-metrics (?:(?:nps|csat|ces|churn|cohorts|survival) )?--help\n$/);
  });

  it("points to the help that lists the options", async () => {
    expect((await runCommand(["csat", "a.csv"], csv)).err).toMatch(/\nTry: cx-metrics csat --help\n$/);
    expect((await runCommand(["cast", "a.csv"], csv)).err).toMatch(/\nTry: cx-metrics --help\n$/);
  });

  it("an option that was never given has not been received", async () => {
    const { err } = await runCommand(["csat", "a.csv", ...score, "--scale", "0,10"], csv);
    expect(err).not.toContain("received");
    const given = ["csat", "a.csv", ...score, "--scale", "0,10", "--satisfied-from", "11"];
    expect((await runCommand(given, csv)).err).toContain("--satisfied-from must be an integer from 1 to 10");
    expect((await runCommand(given, csv)).err).toContain(", received 11\n");
  });

  it("a column that stands in the header twice", async () => {
    const { code, err } = await runCommand(["nps", "a.csv", ...score], "score,score\n9,3\n");
    expect(code).toBe(2);
    expect(err).toContain('more than one column "score"');
  });
});

describe("help and version", () => {
  it.each([[["--help"]], [["-h"]], [["help"]]])("%j", async (argv) => {
    const { code, out, err } = await runCommand(argv);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Usage: cx-metrics <command>/);
    expect(out).toContain("Examples:\n");
  });

  it.each(["nps", "csat", "ces"])("%s --help lists every option that the command takes", async (name) => {
    const { code, out } = await runCommand([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: cx-metrics ${name} `);
    for (const option of ["--score", "--missing", "--skip-rows", "--method", "--json", "Examples:"])
      expect(out).toContain(option);
    expect(out.includes("--scale")).toBe(name !== "nps");
  });

  it("fits 110 columns", async () => {
    for (const argv of [["--help"], ["nps", "-h"], ["csat", "-h"], ["ces", "-h"]]) {
      const { out } = await runCommand(argv);
      expect(out.split("\n").filter((line) => line.length > 110)).toEqual([]);
    }
  });

  it("--version prints the version", async () => {
    expect(await runCommand(["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
  });
});
