import { expect, test } from "vitest";
import { lifetimeQuantile, medianLifetime } from "../../../src/index.ts";

test("half have left", () => {
  const rows = [2, 3, 5, 8, 13].map((duration) => ({ duration, churned: duration !== 8 }));
  const record = medianLifetime(rows, { method: "log", level: 0.8 });
  expect(record).toMatchObject({
    metric: "medianLifetime",
    unit: "time",
    estimate: 5,
    probability: 0.5,
    n: 5,
  });
  const quantile = lifetimeQuantile(rows, { probability: 0.5, method: "log", level: 0.8 });
  expect({ ...record, metric: "lifetimeQuantile" }).toEqual(quantile);
});

test("more than half are still there", () => {
  const rows = [2, 3, 5, 8, 13].map((duration) => ({ duration, churned: duration < 4 }));
  expect(medianLifetime(rows)).toMatchObject({ estimate: null, high: null, low: 2 });
});

test("errors name the metric", () => {
  const wrong = { probability: 0.5 } as object;
  expect(() => medianLifetime([], wrong)).toThrow(
    "Cannot compute medianLifetime: option must be one of method",
  );
  expect(() => medianLifetime([{ duration: Number.NaN, churned: true }])).toThrow("compute medianLifetime");
});
