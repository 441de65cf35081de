import { expect, test } from "vitest";
import { kaplanMeier, lifetimesFromSurvivors } from "../../../src/index.ts";

test("the lost have the duration of the period they were lost in, the rest the last", () => {
  const rows = lifetimesFromSurvivors([1000, 631, 468, 468, 400]);
  expect(rows).toEqual([
    { duration: 1, churned: true, count: 369 },
    { duration: 2, churned: true, count: 163 },
    { duration: 4, churned: true, count: 68 },
    { duration: 4, churned: false, count: 400 },
  ]);
  expect(kaplanMeier(rows).map((row) => row.estimate)).toEqual([0.631, 0.468, 0.4]);
});

test("the ends", () => {
  expect(lifetimesFromSurvivors([])).toEqual([]);
  expect(lifetimesFromSurvivors([0, 0])).toEqual([]);
  expect(lifetimesFromSurvivors([7])).toEqual([{ duration: 0, churned: false, count: 7 }]);
  expect(lifetimesFromSurvivors([7, 0, 0])).toEqual([{ duration: 1, churned: true, count: 7 }]);
});

test("BigInt, typed arrays, frozen lists and one-shot iterators", () => {
  const expected = lifetimesFromSurvivors([10, 4]);
  expect(lifetimesFromSurvivors([10n, 4n])).toEqual(expected);
  expect(lifetimesFromSurvivors(new Uint16Array([10, 4]))).toEqual(expected);
  expect(lifetimesFromSurvivors(Object.freeze([10, 4]).values())).toEqual(expected);
});

test.each([
  [[10, 11], "survivors[1] must be at most the count before it, 10, received 11"],
  [[10, 9.5], "survivors[1] must be an integer from 0"],
  [[-1], "survivors[0] must be an integer from 0"],
  [[10, Number.NaN], "survivors[1] must be an integer from 0"],
  [[10, null], "survivors[1] must be an integer from 0"],
  ["100", "survivors must be an iterable"],
  [5, "survivors must be an iterable"],
])("%o is not valid", (survivors, message) => {
  expect(() => lifetimesFromSurvivors(survivors as number[])).toThrow(
    `Cannot compute lifetimesFromSurvivors: ${message}`,
  );
});
