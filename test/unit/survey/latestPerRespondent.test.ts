import { runInNewContext } from "node:vm";
import { describe, expect, it, test } from "vitest";
import { latestPerRespondent } from "../../../src/survey/latestPerRespondent.ts";

interface Row {
  readonly id: string | number;
  readonly at: string | number | Date;
  readonly score?: number;
}
const options = { respondent: (row: Row) => row.id, at: (row: Row) => row.at };
const latest = (rows: Iterable<Row>): Row[] => latestPerRespondent(rows, options);

it("keeps each respondent's latest row, itself, in order of first appearance", () => {
  const rows: Row[] = [
    { id: "ann", at: "2024-01-05" },
    { id: "bob", at: "2024-01-06" },
    { id: "ann", at: "2024-02-01" },
    { id: "cid", at: "2023-01-01" },
    { id: "ann", at: "2024-01-31" },
  ];
  const result = latest(Object.freeze(rows));
  expect(result).toEqual([rows[2], rows[1], rows[3]]);
  for (const row of result) expect(rows).toContain(row);
});

it("keeps the later row of two at the same instant", () => {
  const rows: Row[] = [
    { id: 1, at: "2024-01-05T10:00:00Z", score: 1 },
    { id: 1, at: "2024-01-05T05:00:00-05:00", score: 2 },
    { id: 1, at: new Date("2024-01-05T09:59:59Z"), score: 3 },
  ];
  expect(latest(rows)).toEqual([rows[1]]);
});

it("tells 1 from the text 1, and takes __proto__ and the empty text for ordinary names", () => {
  const rows = ([1, "1", "__proto__", "constructor", "", "a", "a ", "\u00e9", "e\u0301"] as const).map(
    (id) => ({
      id,
      at: 0,
    }),
  );
  expect(latest(rows)).toEqual(rows);
  expect(({} as { at?: unknown }).at).toBeUndefined();
});

it("reads a one-shot iterator, each row's fields once, and rows of another realm", () => {
  let reads = 0;
  const row: Row = {
    id: "ann",
    get at() {
      reads++;
      return "2024-01-05";
    },
  };
  const foreign = runInNewContext(`({ id: "bob", at: "2024-01-06" })`) as Row;
  const result = latest([row, foreign].values());
  expect(reads).toBe(1);
  expect(result).toEqual([row, foreign]);
  expect(latest(new Set<Row>())).toEqual([]);
});

describe("errors name the row", () => {
  const good: Row = { id: "ann", at: "2024-01-05" };
  test.each([
    [{ ...good, id: null }, /rows\[1\]\.respondent must be a string or a finite number, received null/],
    [{ ...good, id: undefined }, /rows\[1\]\.respondent/],
    [{ ...good, id: Number.NaN }, /rows\[1\]\.respondent/],
    [{ ...good, id: true }, /rows\[1\]\.respondent/],
    [{ ...good, at: "2024-02-30" }, /rows\[1\]\.at must be a date that exists/],
    [{ ...good, at: null }, /rows\[1\]\.at/],
    [{ ...good, at: "2024-01-05T00:00:00Z" }, /rows\[1\]\.at must be a date only, as in the rows before/],
  ])("%o", (row, message) => {
    expect(() => latest([good, row as Row])).toThrow(message);
  });

  it("cannot order a date after a point in time either", () => {
    expect(() => latest([{ id: 1, at: 0 }, good])).toThrow(/rows\[1\]\.at must be a point in time/);
  });

  it("needs rows and functions", () => {
    expect(() => latest("rows" as unknown as Row[])).toThrow(/rows must be/);
    expect(() => latestPerRespondent([good], { ...options, at: "at" as unknown as () => string })).toThrow(
      /at must be/,
    );
  });
});
