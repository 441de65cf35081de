import { expect, it } from "vitest";
import { jsonOf, runCommand } from "./runCommand.ts";

const columns = ["--customer", "id", "--started", "started", "--ended", "ended"];
const winter = ["churn", "a.csv", ...columns, "--from", "2024-01-01", "--to", "2024-02-29"];
const months = [...winter, "--over", "month"];
const toronto = "America/Toronto";

const lost = async (ended: string, ...options: string[]): Promise<unknown[]> => {
  const rows = await jsonOf([...months, ...options], `id,started,ended\nann,2023-01-01,${ended}\n`);
  return rows.map(({ period, churned, atRisk }) => [period, churned, atRisk]);
};
const inJanuary = [
  ["2024-01", 1, 1],
  ["2024-02", 0, 0],
];
const inFebruary = [
  ["2024-01", 0, 1],
  ["2024-02", 1, 1],
];

it("--time-zone says in which month an instant lies", async () => {
  expect(await lost("2024-02-01T04:59:59Z")).toEqual(inFebruary);
  expect(await lost("2024-02-01T04:59:59Z", "--time-zone", toronto)).toEqual(inJanuary);
  expect(await lost("2024-02-01T05:00:00Z", "--time-zone", toronto)).toEqual(inFebruary);
});

it("a date is a day of that zone, whatever it is", async () => {
  for (const zone of ["UTC", toronto, "Pacific/Apia", "Asia/Kolkata"]) {
    expect(await lost("2024-01-31", "--time-zone", zone)).toEqual(inJanuary);
    expect(await lost("2024-02-01", "--time-zone", zone)).toEqual(inFebruary);
  }
});

it("--wall-clock says whose clocks show a time without an offset", async () => {
  expect(await lost("2024-01-31 18:59", "--wall-clock", toronto)).toEqual(inJanuary);
  expect(await lost("2024-01-31 19:00", "--wall-clock", toronto)).toEqual(inFebruary);
  expect(await lost("2024-01-31 19:00", "--wall-clock", toronto, "--time-zone", toronto)).toEqual(inJanuary);
});

it("an instant is where the period ends, a date includes its day", async () => {
  const rate = async (to: string, ...options: string[]): Promise<unknown> => {
    const argv = ["churn", "a.csv", ...columns, "--from", "2024-01-01", "--to", to, ...options];
    return (await jsonOf(argv, "id,started,ended\nann,2023-01-01,2024-01-31T12:00:00Z\n")).map(
      (row) => row.churned,
    );
  };
  expect(await rate("2024-01-31")).toEqual([1]);
  expect(await rate("2024-01-31T12:00:00Z")).toEqual([0]);
  expect(await rate("2024-01-31T07:00:00.001-05:00")).toEqual([1]);
  expect(await rate("2024-01-31 07:01", "--wall-clock", toronto)).toEqual([1]);
  expect(await rate("2024-02-01T00:00:00Z", "--over", "month")).toEqual([1]);
  expect(await rate("2024-02-01T00:00:00Z", "--over", "month", "--time-zone", toronto)).toEqual([1]);
  expect(await rate("2024-02-01", "--over", "month")).toEqual([1, 0]);
});

it("an option without an offset needs --wall-clock, too", async () => {
  const { code, err } = await runCommand([...winter.slice(0, -1), "2024-02-29 10:00"], "id,started,ended\n");
  expect(code).toBe(2);
  expect(err).toContain(
    '--to must end in "Z" or an offset such as "-05:00", or name its zone with --wall-clock',
  );
});
