import { expect, test } from "vitest";
import { nelsonAalen } from "../../../src/index.ts";

test("by hand: 1/4, then + 1/2, with variance 1/16 and + 1/4", () => {
  const rows = [1, 2, 3, 3].map((duration, index) => ({ duration, churned: index % 2 === 0 }));
  const hazard = nelsonAalen(rows);
  expect(hazard.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
    [1, 4, 1, 0],
    [2, 3, 0, 1],
    [3, 2, 1, 1],
  ]);
  expect(hazard.map((row) => row.estimate)).toEqual([0.25, 0.25, 0.75]);
  expect(hazard[2]?.standardError).toBeCloseTo(Math.sqrt(5 / 16), 15);
  expect(hazard[2]).toMatchObject({ metric: "cumulativeHazard", unit: "ratio", method: "log", n: 4 });
  const half = 1.959963984540054 * Math.sqrt(5 / 16);
  expect(hazard[2]?.low).toBeCloseTo(0.75 * Math.exp(-half / 0.75), 14);
  expect(hazard[2]?.high).toBeCloseTo(0.75 * Math.exp(half / 0.75), 14);
  const plain = nelsonAalen(rows, { method: "plain" });
  expect(plain[2]?.low).toBe(0);
  expect(plain[2]?.high).toBeCloseTo(0.75 + half, 14);
});

test("before anybody leaves", () => {
  const rows = [{ duration: 1, churned: false }];
  expect(nelsonAalen(rows)).toMatchObject([{ estimate: 0, low: null, high: null, standardError: 0 }]);
  expect(nelsonAalen(rows, { method: "plain" })).toMatchObject([{ estimate: 0, low: 0, high: 0 }]);
  expect(nelsonAalen([])).toEqual([]);
});

test("when everybody leaves at once, it is 1", () => {
  expect(nelsonAalen([{ duration: 0, churned: true, count: 7 }])).toMatchObject([{ time: 0, estimate: 1 }]);
});

test("errors", () => {
  expect(() => nelsonAalen([{ duration: -1, churned: true }])).toThrow(
    "Cannot compute nelsonAalen: lifetimes[0]",
  );
  expect(() => nelsonAalen([], { method: "logLog" as "log" })).toThrow("method must be one of log, plain");
  expect(() => nelsonAalen([], { leval: 0.9 } as object)).toThrow("option must be one of method, level");
});
