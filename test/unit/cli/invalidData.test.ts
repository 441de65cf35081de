import { describe, expect, it } from "vitest";
import { runCommand } from "./runCommand.ts";

const nps = ["nps", "a.csv", "--score", "score"];

/** What a file that is not valid is told, without the total. */
async function told(input: string, ...options: string[]): Promise<string[]> {
  const { code, out, err } = await runCommand([...nps, ...options], input);
  expect({ code, out }).toEqual({ code: 3, out: "" });
  return err.split("\n").filter((line) => line.startsWith("a.csv line "));
}

describe("invalid data exit 3 and name the line where the record starts", () => {
  it.each(["11", "-1", "6.5"])("the score %s", async (score) => {
    const line = `a.csv line 3, column "score": must be an integer from 0 to 10, received ${score}`;
    expect(await told(`score\n9\n${score}\n`)).toEqual([line]);
  });

  it.each(["1e1", "0x9", " 9", "9 ", "+9", "09", "9.", ".9", "7,5", "N/A", "９", "Infinity", "NaN"])(
    "the score %j is no number",
    async (score) => {
      const line = `a.csv line 2, column "score": must be an integer from 0 to 10, received ${JSON.stringify(score)}`;
      expect(await told(`score,x\n"${score}",\n`)).toEqual([line]);
    },
  );

  it("after cells with line breaks, counted as an editor counts them", async () => {
    expect(await told('comment,score\r\n"one\r\ntwo\nthree",9\r\n"\n",12\r\n,13\r\n')).toEqual([
      'a.csv line 5, column "score": must be an integer from 0 to 10, received 12',
      'a.csv line 7, column "score": must be an integer from 0 to 10, received 13',
    ]);
  });

  it("and lines that were skipped", async () => {
    const text = "Title\nscore\nHow likely?\n12\n";
    expect(await told(text, "--skip-lines", "1", "--skip-rows", "1")).toEqual([
      'a.csv line 4, column "score": must be an integer from 0 to 10, received 12',
    ]);
  });

  it("records with too few or too many cells", async () => {
    expect(await told("a,score\n1\n1,9\n1,9,\n")).toEqual([
      "a.csv line 2: must have 2 cells like the header, received 1 cell",
      "a.csv line 4: must have 2 cells like the header, received 3 cells",
    ]);
  });

  it("a quote that is never closed, after the problems before it", async () => {
    expect(await told('score,b\n12,\n9,"open\n9,\n9,')).toEqual([
      'a.csv line 2, column "score": must be an integer from 0 to 10, received 12',
      "a.csv line 3: must close its quote before the end of the file",
    ]);
  });

  it("quotes where none can be", async () => {
    expect((await told('score,b\n9,"a"b\n'))[0]).toMatch(
      /^a\.csv line 2: must have nothing behind a closing quote/,
    );
    expect((await told('score,b\n9,5" pipe\n'))[0]).toMatch(
      /^a\.csv line 2: must have no quote inside a cell/,
    );
  });

  it.each(["0", "-2", "1.5", "", "x", "9007199254740992"])("the count %j", async (count) => {
    const [line] = await told(`score,k\n9,${count}\n`, "--count", "k");
    expect(line).toMatch(/^a\.csv line 2, column "k": must be an integer from 1 to 2\^53 - 1, received /);
  });

  it("every problem of a record", async () => {
    expect(await told("score,k\n12,0\n", "--count", "k")).toHaveLength(2);
  });

  it("counts that add up to more than numbers can hold", async () => {
    const most = String(Number.MAX_SAFE_INTEGER);
    const { code, err } = await runCommand([...nps, "--count", "k"], `score,k\n9,${most}\n8,${most}\n`);
    expect(code).toBe(3);
    expect(err).toContain("2^53 - 1");
  });

  it("a file without a header", async () => {
    expect(await told("")).toEqual(["a.csv line 1: must be a header that names the columns"]);
  });

  it("the first ten and the total", async () => {
    const { err } = await runCommand(nps, `score\n${"11\n".repeat(1234)}`);
    const lines = err.trim().split("\n");
    expect(lines).toHaveLength(12);
    expect(lines[9]).toContain("a.csv line 11, ");
    expect(lines[10]).toBe("1234 problems in all, the first 10 are above; nothing was computed");
    expect(lines[11]).toBe("If 11 means unanswered, declare it: --missing 11");
  });

  it("no word about codes after scores that are none", async () => {
    for (const text of ["score\nN/A\n", "score\n6.5\n", "score\nnine\n", "score,b\n9\n"])
      expect((await runCommand(nps, text)).err).not.toContain("--missing");
  });

  it("the first code that came, and the scale where there is one", async () => {
    expect((await runCommand(nps, "score\nN/A\n-99\n77\n")).err).toMatch(
      /\nIf -99 means unanswered, declare it: --missing -99\n$/,
    );
    for (const metric of ["csat", "ces"]) {
      const { err } = await runCommand([metric, "a.csv", "--score", "score"], "score\n9\n");
      const missing = "If 9 means unanswered, declare it: --missing 9.";
      expect(err).toContain(`\n${missing} If it is an answer, give its scale: --scale 0,10, say\n`);
    }
  });

  it("dates too far apart, by the column and not by a group", async () => {
    const options = ["--by", "c", "--over", "day", "--at", "t"];
    const text = "score,c,t\n9,web,0024-01-15\n8,app,2024-01-15\n";
    const { code, err } = await runCommand([...nps, ...options], text);
    expect(code).toBe(3);
    expect(err).toMatch(/^the times in "t" must span at most 100000 buckets, .*look for a stray date/);
  });

  it("counts that add up to too much in one group, by its labels", async () => {
    const most = String(Number.MAX_SAFE_INTEGER);
    const text = `score,c,k\n9,web,1\n9,app,${most}\n8,app,${most}\n`;
    const { code, err } = await runCommand([...nps, "--count", "k", "--by", "c"], text);
    expect(code).toBe(3);
    expect(err).toMatch(/group\["app"\].*2\^53 - 1/);
  });

  it("lines that hold no cell at all are no records, except in a file of one column", async () => {
    const { out } = await runCommand([...nps, "--json"], "\nscore,b\r\n\r\n9,\r\n\n\r\n");
    expect(JSON.parse(out)).toMatchObject([{ n: 1, missing: 0 }]);
    const one = await runCommand([...nps, "--json"], "score\n9\n\n8\n");
    expect(JSON.parse(one.out)).toMatchObject([{ n: 2, missing: 1 }]);
  });
});
