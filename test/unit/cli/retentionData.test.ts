import { describe, expect, it } from "vitest";
import { runCommand } from "./runCommand.ts";

const churn = ["churn", "a.csv", "--customer", "id", "--started", "from", "--ended", "until"];
const year = [...churn, "--from", "2024-01-01", "--to", "2024-12-31"];
const cohorts = ["cohorts", "a.csv", "--customer", "id", "--at", "at"];
const survival = ["survival", "a.csv", "--duration", "t", "--churned", "left"];

/** What a file that is not valid is told, line by line. */
async function told(argv: readonly string[], input: string): Promise<string[]> {
  const { code, out, err } = await runCommand(argv, input);
  expect({ code, out }).toEqual({ code: 3, out: "" });
  return err.trimEnd().split("\n");
}

describe("subscriptions that are not valid exit 3 and name line and column", () => {
  it("every problem of every row, with what to do about empty cells", async () => {
    const text = "id,from,until\n,2024-02-30,2024-01-01\nann,2024-03-01,2024-02-29\nbob,,2024-01-01T10:00\n";
    const empty = "a.csv line 4, column";
    expect(await told(year, text)).toEqual([
      'a.csv line 2, column "id": must name a customer, received ""',
      'a.csv line 2, column "from": must be a date that exists, in the years 0001 to 9999, received "2024-02-30"',
      'a.csv line 3, column "until": must not be earlier than "from", received "2024-02-29"',
      `${empty} "from": must be ISO 8601 text such as "2024-01-15" or "2024-01-15T10:30:00Z", received ""`,
      `${empty} "until": must end in "Z" or an offset such as "-05:00", or name its zone with --wall-clock, received "2024-01-01T10:00"`,
      "5 problems, nothing was computed",
      'If nothing is known where a cell is empty, leave such rows out: --missing ""',
    ]);
  });

  it("after cells with line breaks, and only the first ten", async () => {
    const rows = 'ann,"2024-03-01",x\n'.repeat(12);
    const lines = await told(year, `id,from,until\n"a\nb",2024-01-01,\n${rows}`);
    expect(lines[0]).toMatch(/^a\.csv line 4, column "until": /);
    expect(lines[10]).toBe("12 problems in all, the first 10 are above; nothing was computed");
  });

  it("an end of the same day is none", async () => {
    expect(await runCommand(year, "id,from,until\nann,2024-01-01,2024-01-01\n")).toMatchObject({ code: 0 });
  });
});

describe("transactions", () => {
  it("times and amounts", async () => {
    const argv = [...cohorts, "--amount", "total"];
    expect(await told(argv, 'id,at,total\nann,2024/01/02,5\nbob,2024-01-02,"5,00"\n')).toEqual([
      'a.csv line 2, column "at": must be ISO 8601 text such as "2024-01-15" or "2024-01-15T10:30:00Z", received "2024/01/02"',
      'a.csv line 3, column "total": must be a number such as 12 or 0.5, received "5,00"',
      "2 problems, nothing was computed",
    ]);
  });

  it("a date in a wrong century", async () => {
    const days = [...cohorts, "--bucket", "day"];
    const [line] = await told(days, "id,at\nann,0024-01-15\nbob,2024-01-15\n");
    expect(line).toMatch(
      /^a\.csv: --bucket must make at most 5000000 cells: choose a larger one, .*0024-01-15/,
    );
  });
});

describe("lifetimes", () => {
  it("durations, entries and counts", async () => {
    const argv = [...survival, "--entry", "since", "--count", "k"];
    const text = "t,left,since,k\n-1,0,0,1\n3,0,3,1\n1e3,0,0,1\n3,0,1,0\n";
    expect(await told(argv, text)).toEqual([
      'a.csv line 2, column "t": must be a finite number from 0, received "-1"',
      'a.csv line 3, column "since": must be 0 or a number between 0 and "t", received "3"',
      'a.csv line 4, column "t": must be a number such as 12 or 0.5, received "1e3"',
      'a.csv line 5, column "k": must be an integer from 1 to 2^53 - 1, received 0',
      "4 problems, nothing was computed",
    ]);
  });

  it("only true, false, 1 and 0 are read without --churned-value, in any case", async () => {
    const { code } = await runCommand(survival, "t,left\n1,true\n1,FALSE\n1,False\n1,1\n1,0\n");
    expect(code).toBe(0);
    expect(await told(survival, "t,left\n1,Yes\n1,No\n1,Yes\n")).toEqual([
      'a.csv line 2, column "left": must be true, false, 1 or 0, received "Yes"',
      'a.csv line 3, column "left": must be true, false, 1 or 0, received "No"',
      'a.csv line 4, column "left": must be true, false, 1 or 0, received "Yes"',
      "3 problems, nothing was computed",
      'Say which text means that the customer left, with --churned-value; the column has "Yes", "No"',
    ]);
  });

  it("with it, a third value must be declared", async () => {
    const argv = [...survival, "--churned-value", "Yes"];
    const text = "t,left\n1,Yes\n2,No\n3,Not yet\n4,No\n";
    expect(await told(argv, text)).toEqual([
      'a.csv line 4, column "left": must be "Yes" or "No", received "Not yet"',
      "1 problem, nothing was computed",
      "Declare every value of those who were still there: --kept-value No --kept-value 'Not yet'",
    ]);
    const kept = [...argv, "--kept-value", "No", "--kept-value", "Not yet", "--csv"];
    expect((await runCommand(kept, text)).out.split("\r\n")).toHaveLength(6);
    expect((await told([...argv, "--kept-value", "No"], text))[0]).toContain("line 4");
    // A value that is misspelt makes two others, and is not taken for nobody leaving.
    const misspelt = await told([...survival, "--churned-value", "yes"], text);
    expect(misspelt[0]).toContain("line 3");
    expect(misspelt.at(-1)).toBe('No cell is "yes", as --churned-value says; the column has "Yes", "No"');
  });

  it("an empty cell says neither, unless it is left out", async () => {
    const argv = [...survival, "--churned-value", "Yes"];
    const text = "t,left\n1,Yes\n2,\n3,No\n,No\n";
    expect(await told(argv, text)).toEqual([
      'a.csv line 3, column "left": must be "Yes", received ""',
      'a.csv line 5, column "t": must be a number such as 12 or 0.5, received ""',
      "2 problems, nothing was computed",
      'If nothing is known where a cell is empty, leave such rows out: --missing ""',
    ]);
    const { code, err } = await runCommand([...argv, "--missing", ""], text);
    expect(code).toBe(0);
    expect(err).toBe(
      'a.csv: 1 row is left out, without a value in column "left"\n' +
        'a.csv: 1 row is left out, without a value in column "t"\n',
    );
  });

  it("counts that add up to more than numbers can hold", async () => {
    const most = String(Number.MAX_SAFE_INTEGER);
    const [line] = await told([...survival, "--count", "k"], `t,left,k\n1,1,${most}\n2,0,${most}\n`);
    expect(line).toContain("2^53 - 1");
  });
});
