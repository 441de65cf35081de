import { expect, test } from "vitest";
import { netEase, nps, npsFromCounts } from "../../../src/index.ts";

test("easy 6 to 7, difficult 1 to 3", () => {
  const record = netEase([7, 6, 4, 2, null]);
  expect(record).toMatchObject({ metric: "netEase", unit: "points", estimate: 25, method: "score", n: 4 });
  expect(record).toMatchObject({ easy: 2, neutral: 1, difficult: 1, missing: 1 });
  expect(record).toMatchObject({
    easyFrom: 6,
    easyTo: 7,
    difficultFrom: 1,
    difficultTo: 3,
    scaleMin: 1,
    scaleMax: 7,
  });
});

test("the other cut in use: 5 to 7 against 1 to 3", () => {
  expect(netEase([5, 4, 3, 3], { easy: [5, 7], difficult: [1, 3] }).estimate).toBe(-25);
});

test("with the cuts of NPS it is NPS", () => {
  const answers = [10, 9, 7, 3, 0, 10];
  const { low, high, standardError } = nps(answers);
  const same = netEase(answers, { scale: [0, 10], easy: [9, 10], difficult: [0, 6] });
  expect(same).toMatchObject({ low, high, standardError });
  expect(
    npsFromCounts({ promoters: same.easy, passives: same.neutral, detractors: same.difficult }).low,
  ).toBe(low);
});

test("ranges that overlap are an error", () => {
  expect(() => netEase([1], { easy: [3, 7] })).toThrow(
    "Cannot compute netEase: difficult must not overlap easy, [3,7], received Array",
  );
});
