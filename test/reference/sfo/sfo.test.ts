import { createReadStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "../../unit/cli/runCommand.ts";
import expected from "./fixtures/areas.json" with { type: "json" };

// Passenger survey of San Francisco airport, 2018; `areas.py` says where the expected numbers come from.
const file = resolve("../shared/data/sfo-2018.csv");
const nps = (...options: string[]): ReturnType<typeof runCommand> =>
  runCommand(["nps", "sfo-2018.csv", "--score", "recommend", ...options], "", {
    openFile: () => createReadStream(file),
  });

it.skipIf(!existsSync(file))("the overall score of 2018", async () => {
  const { code, out } = await nps("--missing", "11", "--json");
  expect(code).toBe(0);
  const [overall] = JSON.parse(out);
  expect(overall).toMatchObject({ n: 2650, promoters: 1268, passives: 935, detractors: 447, missing: 159 });
  expect(overall.estimate).toBeCloseTo(30.9811320755, 10);
  expect(overall).toMatchObject(expected.overall);
});

it.skipIf(!existsSync(file))("the scores by boarding area", async () => {
  const { out } = await nps("--missing", "11", "--by", "boardingArea", "--json");
  const rows = JSON.parse(out);
  expect(rows).toHaveLength(expected.areas.length);
  for (const [index, { estimate, ...counts }] of expected.areas.entries()) {
    expect(rows[index]).toMatchObject(counts);
    expect(rows[index].estimate).toBeCloseTo(estimate, 10);
  }
});

it.skipIf(!existsSync(file))("11 is an error, with its lines, unless it is declared missing", async () => {
  const { code, out, err } = await nps();
  const said = 'column "recommend": must be an integer from 0 to 10, received 11';
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err.split("\n").slice(0, 11)).toEqual([
    ...expected.blankLines.map((line) => `sfo-2018.csv line ${line}, ${said}`),
    `${expected.blanks} problems in all, the first 10 are above; nothing was computed`,
  ]);
});
