import { describe, expect, it, test } from "vitest";
import {
  type CurveCell,
  calendarMonths,
  cohortRetention,
  cohortRetentionFromCounts,
  retentionCurve,
} from "../../../src/index.ts";
import { expectInterval } from "../../support/expectInterval.ts";

const cell = (offset: number, active: number, size: number, complete = true): CurveCell => ({
  offset,
  until: offset + 1,
  active,
  size,
  complete,
});

test("the share of all customers of the cohorts, not the mean of the cohorts' shares", () => {
  const [point, ...rest] = retentionCurve([cell(1, 1, 10), cell(1, 30, 40)]);
  expect(rest).toEqual([]);
  // 31 of 50; the mean of the two shares would be .425. Wilson's ends by hand: z^2 = 3.841459,
  // (31 + 1.920729 -+ 1.959964 sqrt(31 * 19 / 50 + .960365)) / 53.841459.
  expect(point).toMatchObject({
    offset: 1,
    until: 2,
    cohorts: 2,
    active: 31,
    size: 50,
    n: 50,
    estimate: 0.62,
  });
  expect(point).toMatchObject({ metric: "retentionCurve", unit: "share", level: 0.95, method: "wilson" });
  const half = 1.959964 * Math.sqrt((31 * 19) / 50 + 0.960365);
  const [low, high] = [(32.920729 - half) / 53.841459, (32.920729 + half) / 53.841459];
  expectInterval(point ?? { low: null, high: null }, low, high, 6);
});

describe("leaves out", () => {
  const offsets = (cells: CurveCell[]): number[][] =>
    retentionCurve(cells).map(({ offset, cohorts, active, size }) => [offset, cohorts, active, size]);
  it("cells that are not complete, and offsets that have no other", () =>
    expect(offsets([cell(0, 9, 9), cell(1, 2, 5), cell(1, 0, 9, false), cell(2, 4, 5, false)])).toEqual([
      [0, 1, 9, 9],
      [1, 1, 2, 5],
    ]));
  it("cohorts of nobody", () =>
    expect(offsets([cell(0, 3, 3), cell(0, 0, 0), cell(1, 0, 0)])).toEqual([[0, 1, 3, 3]]));
  it("everything, when there is nothing", () => expect(retentionCurve([])).toEqual([]));
});

test("offsets ascend as numbers, whatever the order of the cells", () => {
  const points = retentionCurve([cell(10, 1, 2), cell(9, 1, 2), cell(100, 1, 2)].values());
  expect(points.map(({ offset }) => offset)).toEqual([9, 10, 100]);
});

test("takes cells of any mode, and of counts", () => {
  const orders = [
    { customerId: "ann", at: "2024-01-01" },
    { customerId: "ann", at: "2024-03-01" },
    { customerId: "bob", at: "2024-02-01" },
  ];
  const options = { bucket: calendarMonths(), asOf: "2024-03-31" };
  const shares = (mode: "on" | "onOrAfter"): unknown[] =>
    retentionCurve(cohortRetention(orders, { ...options, mode })).map(({ active, size }) => [active, size]);
  expect(shares("on")).toEqual([
    [2, 2],
    [0, 2],
    [1, 1],
  ]);
  expect(shares("onOrAfter")).toEqual([
    [2, 2],
    [1, 2],
    [1, 1],
  ]);
  const brackets = cohortRetention(orders, { ...options, mode: "bracket", brackets: [0, 1, 3] });
  const points = retentionCurve(brackets);
  expect(points.map(({ offset, until, active, size }) => [offset, until, active, size])).toEqual([
    [0, 1, 2, 2],
    [1, 3, 1, 1],
  ]);
  const counts = cohortRetentionFromCounts([{ cohort: 1, offset: 1, active: 1, size: 4 }]);
  expect(retentionCurve(counts)[0]?.estimate).toBe(0.25);
});

test("level and method", () =>
  expect(retentionCurve([cell(1, 1, 4)], { level: 0.9, method: "wald" })[0]).toMatchObject({
    level: 0.9,
    method: "wald",
  }));

test("each field of a cell is read once", () => {
  const reads: string[] = [];
  const counted = new Proxy(cell(1, 1, 4), {
    get: (target, field, receiver) => {
      reads.push(String(field));
      return Reflect.get(target, field, receiver) as unknown;
    },
  });
  expect(retentionCurve([counted])[0]?.estimate).toBe(0.25);
  expect(reads.sort((a, b) => (a < b ? -1 : 1))).toEqual(["active", "complete", "offset", "size", "until"]);
});

describe("errors", () => {
  const good = cell(1, 1, 2);
  test.each([
    [null, "cells[1] must carry offset"],
    [{}, "cells[1] must carry offset"],
    [{ ...good, offset: -1 }, "cells[1].offset must be an integer from 0"],
    [{ ...good, until: undefined }, "cells[1].until must be an integer from 2"],
    [{ ...good, until: 1 }, "cells[1].until must be an integer from 2"],
    [{ ...good, until: 5 }, "cells[1].until must equal 2, the end of the other periods from offset 1"],
    [{ ...good, complete: 1 }, "cells[1].complete must be true or false, received 1"],
    [{ ...good, size: null }, "cells[1].size must be an integer from 0"],
    [{ ...good, active: 3 }, "cells[1].active must be at most cells[1].size, which is 2, received 3"],
    [{ ...good, size: 2 ** 53 - 1 }, "the sum of size must be an integer from 0"],
  ])("%o", (bad, message) =>
    expect(() => retentionCurve([good, bad as CurveCell])).toThrow(
      `Cannot compute retentionCurve: ${message}`,
    ),
  );
  test("cells that are none, options that are none", () => {
    expect(() => retentionCurve("no" as unknown as [])).toThrow("cells must be an iterable of rows");
    expect(() => retentionCurve([], { levle: 0.9 } as object)).toThrow("option must be one of level, method");
    expect(() => retentionCurve([], { level: 2 })).toThrow("level must be");
    expect(() => retentionCurve([], { method: "exact" as "wald" })).toThrow("method must be one of");
  });
});
