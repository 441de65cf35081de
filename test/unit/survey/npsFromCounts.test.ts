import { expect, test } from "vitest";
import { type NpsCounts, nps, npsFromCounts } from "../../../src/index.ts";

test("equals nps of as many answers", () => {
  const rows = [{ score: 10, count: 118 }, { score: 7, count: 60 }, { score: 2, count: 22 }, null];
  expect(npsFromCounts({ promoters: 118, passives: 60, detractors: 22, missing: 1 })).toEqual(nps(rows));
});

test("takes an nps record, and BigInt as databases deliver it", () => {
  const record = nps([10, 8, 3, null]);
  expect(npsFromCounts(record)).toEqual(record);
  expect(npsFromCounts({ promoters: 1n, passives: 1n, detractors: 1n, missing: 1n })).toEqual(record);
});

test("no answers", () => {
  expect(npsFromCounts({ promoters: 0, passives: 0, detractors: 0 })).toMatchObject({ n: 0, estimate: null });
});

test.each([-1, 1.5, Number.NaN, "3", null, 2n ** 60n])("a count of %s is an error", (promoters) => {
  const counts = { promoters: promoters as number, passives: 1, detractors: 1 };
  expect(() => npsFromCounts(counts)).toThrow(
    /^Cannot compute nps: counts\.promoters must be an integer from 0/,
  );
});

test("counts that add up to more than can be counted exactly", () => {
  const most = Number.MAX_SAFE_INTEGER;
  expect(() => npsFromCounts({ promoters: most, passives: most, detractors: 0 })).toThrow(/counts must be/);
});

test.each([undefined, null, {}, [3, 4, 5], { promoters: 1, passives: 2 }])(
  "%j carries no counts",
  (counts) => {
    expect(() => npsFromCounts(counts as unknown as NpsCounts)).toThrow(
      "Cannot compute nps: counts must carry promoters, passives, detractors, received",
    );
  },
);
