import { describe, expect, test } from "vitest";
import { grossRevenueRetention, netRevenueRetention } from "../../../src/index.ts";
import { bootstrapRatio } from "../../../src/stats/bootstrapRatio.ts";

const xs = [10, 20, 30, 50, 80, 200];
const ys = [9, 12, 30, 20, 80, 190];
const counts = xs.map(() => 1);

/** R and its standard error by the delta method, up to a factor that cancels, of the customers drawn. */
function ratio(drawn: readonly number[]): { R: number; error: number } {
  const total = (of: (i: number) => number): number => drawn.reduce((sum, i) => sum + of(i), 0);
  const [Y, X] = [total((i) => ys[i] ?? 0), total((i) => xs[i] ?? 0)];
  const R = Y / X;
  return { R, error: Math.sqrt(total((i) => ((ys[i] ?? 0) - R * (xs[i] ?? 0)) ** 2)) / X };
}

/** T of every one of the 6^6 resamples there are, in ascending order. */
function everyT(): number[] {
  const all = ratio([0, 1, 2, 3, 4, 5]);
  const ts = Array.from({ length: 6 ** 6 }, (_, code) => {
    const { R, error } = ratio([0, 1, 2, 3, 4, 5].map((place) => Math.floor(code / 6 ** place) % 6));
    return (R - all.R) / error;
  });
  return ts.filter((t) => !Number.isNaN(t)).sort((a, b) => a - b);
}

describe("six customers, against every resample there is", () => {
  const { R, error } = ratio([0, 1, 2, 3, 4, 5]);
  const ts = everyT();
  test.each([0.5, 0.8, 0.9])("studentized, at %d", (level) => {
    const end = (share: number): number => R - error * (ts[Math.floor(share * ts.length)] ?? Number.NaN);
    const [low, high] = [end((1 + level) / 2), end((1 - level) / 2)];
    const found = bootstrapRatio({ xs, ys, counts }, 1 - level, 1, "studentized");
    const bca = bootstrapRatio({ xs, ys, counts }, 1 - level, 1, "bca");
    const slack = 0.05 * (high - low);
    expect(Math.abs((found.low ?? Number.NaN) - low)).toBeLessThan(slack);
    expect(Math.abs((found.high ?? Number.NaN) - high)).toBeLessThan(slack);
    expect(Math.abs((bca.low ?? Number.NaN) - low)).toBeGreaterThan(slack);
  });
});

test("it is the interval of gross and net retention", () => {
  const rows = xs.flatMap((mrr, customerId) => [
    { customerId, startedAt: "2023-06-01", endedAt: "2024-01-10", mrr },
    { customerId, startedAt: "2024-01-10", mrr: ys[customerId] ?? 0 },
  ]);
  const january = { from: "2024-01-01", to: "2024-01-31", level: 0.9 };
  const { low } = bootstrapRatio({ xs, ys, counts }, 1 - 0.9, 1, "studentized");
  expect(grossRevenueRetention(rows, january).low).toBeCloseTo(low ?? Number.NaN, 12);
  expect(netRevenueRetention(rows, january).low).toBeCloseTo(low ?? Number.NaN, 12);
});
