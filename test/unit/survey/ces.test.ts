import { expect, test } from "vitest";
import { ces } from "../../../src/index.ts";

test("the example by hand", () => {
  // Mean 22/4; squared deviations 2.25 + .25 + .25 + 6.25 = 9; s = sqrt(3).
  const record = ces([7, 6, 6, 3]);
  expect(record).toMatchObject({
    metric: "ces",
    unit: "score",
    estimate: 5.5,
    n: 4,
    missing: 0,
    method: "t",
  });
  expect(record).toMatchObject({ scaleMin: 1, scaleMax: 7, direction: "highIsEasy" });
  expect(record.standardDeviation).toBeCloseTo(Math.sqrt(3), 14);
});

test("the direction is told, never inferred, and changes no number", () => {
  const form2010 = { scale: [1, 5], direction: "lowIsEasy" } as const;
  const { direction, ...record } = ces([1, 2, 2], form2010);
  expect(direction).toBe("lowIsEasy");
  expect({ ...record, direction: "highIsEasy" }).toEqual(ces([1, 2, 2], { scale: [1, 5] }));
});

test("a direction that does not exist is an error", () => {
  const direction = "easy" as "lowIsEasy";
  expect(() => ces([1], { direction })).toThrow(
    'Cannot compute ces: direction must be one of highIsEasy, lowIsEasy, received "easy"',
  );
});

test("an answer off the scale is an error", () => {
  expect(() => ces([8])).toThrow("Cannot compute ces: answers[0] must be an integer from 1 to 7, received 8");
});
