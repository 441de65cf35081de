import { expect, test } from "vitest";
import {
  type ActiveCounts,
  cohortRetentionDifference,
  cohortRetentionFromCounts,
} from "../../../src/index.ts";
import { expectInterval } from "../../support/expectInterval.ts";

test("56 of 70 against 48 of 80, the published example of the hybrid score interval", () => {
  // Newcombe (1998), Statistics in Medicine 17, 873-890, Table II, example (a), method 10.
  const difference = cohortRetentionDifference({ active: 56, size: 70 }, { active: 48, size: 80 });
  expect(difference).toMatchObject({ metric: "cohortRetentionDifference", nA: 70, nB: 80, n: 150 });
  expect(difference.estimate).toBeCloseTo(0.2, 12);
  expectInterval(difference, 0.0524, 0.3339, 4);
});

test("takes cells, and plain counts of a database", () => {
  const cells = cohortRetentionFromCounts([
    { cohort: "a", offset: 1, active: 56, size: 70 },
    { cohort: "b", offset: 1, active: 48, size: 80 },
  ]);
  const [a = { active: 0, size: 0 }, b = a] = cells;
  const plain = cohortRetentionDifference({ active: 56n, size: 70n }, { active: 48, size: 80 });
  expect(cohortRetentionDifference(a, b)).toEqual(plain);
  expect(cohortRetentionDifference(b, a).estimate).toBeCloseTo(-0.2, 12);
});

test("a side of nobody leaves it undetermined; the same twice is 0 with p-value 1", () => {
  const none = cohortRetentionDifference({ active: 0, size: 0 }, { active: 1, size: 2 });
  expect(none).toMatchObject({ estimate: null, low: null, high: null, pValue: null });
  const same = cohortRetentionDifference({ active: 1, size: 2 }, { active: 1, size: 2 });
  expect(same).toMatchObject({ estimate: 0, pValue: 1 });
});

test.each([
  [null, "a must carry active, size"],
  [{ active: 1 }, "a must carry active, size"],
  [{ active: 3, size: 2 }, "a.active must be at most a.size, which is 2"],
  [{ active: null, size: 2 }, "a.active must be an integer from 0"],
  [{ active: 1, size: 2.5 }, "a.size must be an integer from 0"],
])("%o", (bad, message) =>
  expect(() => cohortRetentionDifference(bad as ActiveCounts, { active: 1, size: 2 })).toThrow(
    `Cannot compute cohortRetentionDifference: ${message}`,
  ),
);
test("options that are none", () => {
  const side = { active: 1, size: 2 };
  expect(() => cohortRetentionDifference(side, side, { level: 1 })).toThrow("level must be");
  expect(() => cohortRetentionDifference(side, side, { levels: 0.9 } as object)).toThrow(
    "option must be one of level, method",
  );
});
