import { describe, expect, it, test } from "vitest";
import {
  type CohortCounts,
  calendarMonths,
  cohortRetention,
  cohortRetentionFromCounts,
} from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";

type Row = CohortCounts;
const row = (cohort: string | number, offset: number, active: number, size: number): Row => ({
  cohort,
  offset,
  active,
  size,
});
const drawn = (rows: Iterable<Row>): unknown[] =>
  cohortRetentionFromCounts(rows).map(({ cohort, offset, active, size }) => [cohort, offset, active, size]);

test("the cells are those of the transactions the counts were made of", () => {
  const orders = [
    { customerId: "ann", at: "2024-01-05" },
    { customerId: "bob", at: "2024-01-09" },
    { customerId: "ann", at: "2024-02-01" },
  ];
  const cells = cohortRetention(orders, { bucket: calendarMonths(), asOf: "2024-02-29" });
  const counted = cells.filter(({ size }) => size > 0);
  const plain = counted.map(({ afterAsOf: _, refunds: __, ...cell }) => cell);
  expect(cohortRetentionFromCounts([row("2024-01", 0, 2, 2), row("2024-01", 1, 1, 2)])).toEqual(plain);
  // A cell is itself valid input.
  expect(cohortRetentionFromCounts(plain)).toEqual(plain);
});

describe("cells in which nobody was active", () => {
  it("are filled in, where others have the offset and the cohort has a later one", () =>
    expect(drawn([row("a", 0, 9, 9), row("a", 3, 2, 9), row("b", 0, 5, 5), row("b", 1, 2, 5)])).toEqual([
      ["a", 0, 9, 9],
      ["a", 1, 0, 9],
      ["a", 3, 2, 9],
      ["b", 0, 5, 5],
      ["b", 1, 2, 5],
    ]));
  it("are complete, with the end of the period the others have", () => {
    const cells = cohortRetentionFromCounts([
      { ...row("a", 0, 4, 4), until: 1 },
      { ...row("a", 3, 1, 4), until: 7, complete: false },
      { ...row("b", 1, 1, 2), until: 3 },
    ]);
    expect(cells.map(({ offset, until, active, complete }) => [offset, until, active, complete])).toEqual([
      [0, 1, 4, true],
      [1, 3, 0, true],
      [3, 7, 1, false],
      [0, 1, 0, true],
      [1, 3, 1, true],
    ]);
  });
});

test("cohorts ascend: numbers as numbers, text by code units", () => {
  const cohorts = (names: (string | number)[]): unknown[] =>
    drawn(names.map((name) => row(name, 0, 1, 1))).map((cell) => (cell as unknown[])[0]);
  expect(cohorts([10, 9, -1, 2.5])).toEqual([-1, 2.5, 9, 10]);
  expect(cohorts(["é", "z", "Z", "10", "9", "", "__proto__"])).toEqual([
    "",
    "10",
    "9",
    "Z",
    "__proto__",
    "z",
    "é",
  ]);
});

test("what a database driver gives: BigInt counts; a one-shot iterator; frozen rows", () => {
  const big = { cohort: "a", offset: 1n, active: 25n, size: 100n, until: 2n };
  const [cell] = cohortRetentionFromCounts(deepFreeze([big]).values());
  expect(cell).toMatchObject({ offset: 1, until: 2, active: 25, size: 100, n: 100, estimate: 0.25 });
  expect(JSON.parse(JSON.stringify(cell))).toEqual(cell);
});

test("a cohort of nobody has null", () =>
  expect(cohortRetentionFromCounts([row("a", 0, 0, 0)])[0]).toMatchObject({
    estimate: null,
    low: null,
    n: 0,
  }));
test("no rows give no cells", () => expect(cohortRetentionFromCounts([])).toEqual([]));

describe("errors", () => {
  test.each([
    [null, "rows[1] must be a row of counts"],
    [{ ...row("a", 1, 1, 9), cohort: null }, "rows[1].cohort must be text or a finite number"],
    [row(Number.NaN, 1, 1, 9), "rows[1].cohort must be text or a finite number"],
    [row(2024, 1, 1, 9), "rows[1].cohort must be a string, as those of the rows before"],
    [row("a", -1, 1, 9), "rows[1].offset must be an integer from 0"],
    [row("a", 0.5, 1, 9), "rows[1].offset must be an integer from 0"],
    [row("a", 1, 1.5, 9), "rows[1].active must be an integer from 0"],
    [row("a", 1, 10, 9), "rows[1].active must be at most rows[1].size, which is 9, received 10"],
    [row("a", 1, 1, 8), "rows[1].size must equal 9, the size in the cohort's other rows"],
    [row("a", 0, 9, 9), "rows[1].offset must be there once for each cohort"],
    [{ ...row("b", 0, 1, 9), until: 7 }, "rows[1].until must equal 1, as in the rows before"],
    [{ ...row("a", 3, 1, 9), until: 3 }, "rows[1].until must be an integer from 4"],
    [{ ...row("a", 3, 1, 9), complete: 1 }, "rows[1].complete must be true or false"],
    [{ ...row("a", 3, 1, 9), active: 2n ** 60n }, "rows[1].active must be an integer from 0"],
  ])("%o", (bad, message) =>
    expect(() => cohortRetentionFromCounts([row("a", 0, 9, 9), bad as Row])).toThrow(
      `Cannot compute cohortRetention: ${message}`,
    ),
  );
  test("rows that are none, options that are none", () => {
    expect(() => cohortRetentionFromCounts({} as [])).toThrow("rows must be an iterable of rows");
    expect(() => cohortRetentionFromCounts([], { asOf: "2024" } as object)).toThrow("option must be one of");
    expect(() => cohortRetentionFromCounts([], { level: 0 })).toThrow("level must be");
  });
});
