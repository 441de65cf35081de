import { expect, it } from "vitest";
import { jsonOf, runCommand } from "./runCommand.ts";

const csv = `id,plan,started,ended
ann,basic,2024-01-01,2024-01-11
ann,team,2024-01-11,2024-01-31
bob,basic,2024-01-10,
cem,team,2024-02-10,
`;
const columns = ["--customer", "id", "--started", "started", "--ended", "ended"];
const survival = ["survival", "a.csv", ...columns, "--as-of", "2024-02-08"];

const steps = async (argv: readonly string[], text = csv): Promise<unknown[]> =>
  (await jsonOf(argv, text)).map(({ plan, time, events, censored }) => [plan, time, events, censored]);

it("a change of plan is nobody leaving, and belongs to the first plan", async () => {
  expect(await steps(survival)).toEqual([[undefined, 30, 1, 1]]);
  expect(await steps([...survival, "--group", "plan"])).toEqual([["basic", 30, 1, 1]]);
  const medians = await jsonOf([...survival, "--group", "plan", "--show", "median"], csv);
  expect(medians).toMatchObject([
    { plan: "basic", n: 2 },
    { plan: "team", n: 0 },
  ]);
});

it("what starts after --as-of is left out, and counted", async () => {
  expect((await runCommand(survival, csv)).err).toBe(
    "a.csv: 1 row is left out, with a start later than --as-of\n",
  );
  expect((await runCommand([...survival.slice(0, -1), "2024-02-10"], csv)).err).toBe("");
});

it("--unit counts in weeks or months", async () => {
  expect((await steps([...survival, "--unit", "week"]))[0]).toEqual([undefined, 30 / 7, 1, 1]);
  expect((await steps([...survival, "--unit", "month"]))[0]).toEqual([undefined, 30 / 30.4375, 1, 1]);
});

it("--as-of and dates are days of --time-zone", async () => {
  // New York's clocks went forward on 10 March: a day of 23 hours is a day.
  const text = "id,started,ended\nann,2024-03-09,2024-03-11\nbob,2024-03-08T05:00:00Z,2024-03-11T04:00:00Z\n";
  const york = [...survival.slice(0, -1), "2024-03-31", "--time-zone", "America/New_York"];
  expect(await steps(york, text)).toEqual([
    [undefined, 2, 1, 0],
    [undefined, 3, 1, 0],
  ]);
  const wall = "id,started,ended\nbob,2024-03-08 00:00,2024-03-11 00:00\n";
  expect(await steps([...york, "--wall-clock", "America/New_York"], wall)).toEqual([[undefined, 3, 1, 0]]);
});
