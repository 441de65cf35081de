import { expect, test } from "vitest";
import { tallyLifetimes } from "../../../src/index.ts";

test("the fewest rows, in order", () => {
  const rows = [
    { duration: 30, churned: true, plan: "pro" },
    { duration: 7, churned: true, entry: 3 },
    { duration: 7, churned: true, entry: 0 },
    { duration: 7, churned: true, entry: -0, count: 2n },
    { duration: 7, churned: false, count: 5 },
    { duration: 7, churned: false, entry: 3 },
    { duration: -0, churned: false },
    { duration: 30, churned: true },
  ];
  const tally = tallyLifetimes(rows);
  expect(tally).toEqual([
    { duration: 0, churned: false, count: 1 },
    { duration: 7, churned: false, count: 5 },
    { duration: 7, churned: true, count: 3 },
    { duration: 7, churned: false, entry: 3, count: 1 },
    { duration: 7, churned: true, entry: 3, count: 1 },
    { duration: 30, churned: true, count: 2 },
  ]);
  expect(Object.is(tally[0]?.duration, 0)).toBe(true);
  expect(tallyLifetimes(tally)).toEqual(tally);
  expect(tallyLifetimes([...tally, ...tally])).toEqual(
    tally.map((row) => ({ ...row, count: 2 * row.count })),
  );
  expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
});

test("no rows, and rows that are not valid", () => {
  expect(tallyLifetimes([])).toEqual([]);
  expect(() => tallyLifetimes([{ duration: Number.NaN, churned: true }])).toThrow(
    "Cannot compute tallyLifetimes: lifetimes[0].duration must be a finite number from 0, received NaN",
  );
});
