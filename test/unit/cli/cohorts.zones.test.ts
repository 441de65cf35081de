import { expect, it } from "vitest";
import { jsonOf } from "./runCommand.ts";

const cohorts = ["cohorts", "a.csv", "--customer", "id", "--at", "at"];
const toronto = "America/Toronto";
const labels = async (at: string, ...options: string[]): Promise<unknown[]> =>
  (await jsonOf([...cohorts, ...options], `id,at\nann,${at}\n`)).map((row) => row.cohort);

it("--time-zone says in which month a purchase lies", async () => {
  expect(await labels("2024-02-01T04:59:59Z")).toEqual(["2024-02"]);
  expect(await labels("2024-02-01T04:59:59Z", "--time-zone", toronto)).toEqual(["2024-01"]);
});

it("dates stay where they are, and --wall-clock reads the clocks of a zone", async () => {
  for (const zone of ["UTC", toronto, "Pacific/Apia", "Asia/Kolkata"])
    expect(await labels("2024-02-01", "--time-zone", zone)).toEqual(["2024-02"]);
  expect(await labels("2024-01-31 19:00", "--wall-clock", toronto)).toEqual(["2024-02"]);
});

it("--as-of includes its day in that zone", async () => {
  const options = ["--as-of", "2024-01-31", "--time-zone", toronto];
  const text = "id,at\nann,2024-01-31T23:59:59-05:00\nbob,2024-02-01T00:00:00-05:00\n";
  expect(await jsonOf([...cohorts, ...options], text)).toMatchObject([
    { cohort: "2024-01", size: 1, complete: true, afterAsOf: 1 },
  ]);
});
