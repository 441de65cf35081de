import { expect, test } from "vitest";
import { easeShare, netEase } from "../../../src/index.ts";

test("the share of 5 to 7 on 1 to 7", () => {
  expect(easeShare([7, 6, 4, 2])).toMatchObject({
    ...{ metric: "easeShare", unit: "share", estimate: 0.5, n: 4, easy: 2, missing: 0 },
    ...{ scaleMin: 1, scaleMax: 7, easyFrom: 5, easyTo: 7 },
  });
});

test("the low end can be the easy one", () => {
  expect(easeShare([1, 2, 5], { scale: [1, 5], easy: [1, 2] })).toMatchObject({
    easy: 2,
    easyFrom: 1,
    easyTo: 2,
  });
});

test("any other scale needs its cut", () => {
  expect(() => easeShare([1], { scale: [1, 5] })).toThrow(
    "Cannot compute easeShare: easy must be given on this scale, as [from, to], two integers with 1 <= from <= to <= 5, received undefined",
  );
  expect(() => netEase([1], { scale: [1, 5], easy: [4, 5] })).toThrow("difficult must be given");
});

test.each([[[7, 6]], [[0, 3]], [[5, 8]], [[5.5, 7]], [5]])("easy: %j is an error", (easy) => {
  const given = easy as unknown as readonly [number, number];
  expect(() => easeShare([1], { easy: given })).toThrow("Cannot compute easeShare: easy must be");
});
