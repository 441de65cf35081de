import { expect, it } from "vitest";
import { rankGroups } from "../../../src/value/rankGroups.ts";

const groups = (values: readonly number[], count: number): number[] => [
  ...rankGroups(Float64Array.from(values), count),
];

it("ranks split into groups of nearly equal size", () => {
  expect(groups([10, 50, 20, 40, 30, 60], 3)).toEqual([0, 2, 0, 1, 1, 2]);
  expect(groups([1, 2, 3, 4, 5], 2)).toEqual([0, 0, 1, 1, 1]);
});

it("ties stay together, where their middle is", () => {
  expect(groups([1, 1, 1, 2], 2)).toEqual([0, 0, 0, 1]);
  expect(groups([1, 2, 2, 2], 2)).toEqual([0, 1, 1, 1]);
  expect(groups([7, 7, 7], 10)).toEqual([5, 5, 5]);
  expect(groups([0, -0], 2)).toEqual([1, 1]);
});

it("nothing has no groups", () => expect(groups([], 10)).toEqual([]));
