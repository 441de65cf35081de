import { describe, expect, test } from "vitest";
import { groupColumns } from "../../../src/charts/groups.ts";
import { estimateChart, retentionHeatmap, type TrendRow, trendChart } from "../../../src/charts/index.ts";
import {
  calendarMonths,
  cohortRetentionFromCounts,
  csat,
  type Estimate,
  nps,
  rollup,
  timeline,
} from "../../../src/index.ts";
import { expectChart, textsOf } from "../../support/charts.ts";

const rows = [
  { at: "2024-01-05", channel: "web", score: 10 },
  { at: "2024-01-06", channel: "web", score: 3 },
  { at: "2024-02-05", channel: "phone", score: 9 },
];
const at = (row: { readonly at: string }): string => row.at;
const bucket = calendarMonths();

describe("labels of rows", () => {
  test("are names, and no dates or records", () => {
    const allowed = "must be a string, a finite number, a boolean or null";
    for (const channel of [new Date(0), { toString: 1 }, Number.NaN])
      expect(() =>
        estimateChart([{ channel: "web", ...nps([1]) }, { channel, ...nps([9]) } as never]),
      ).toThrow(`Cannot draw estimateChart: estimates[1].channel ${allowed}`);
    expect(() => trendChart([{ period: new Date(0) as never, ...nps([1]) }])).toThrow(
      "Cannot draw trendChart: rows[0].period must be a string",
    );
    const cells = cohortRetentionFromCounts([{ cohort: "a", offset: 0, active: 1, size: 1 }]);
    expect(() => retentionHeatmap(cells.map((cell) => ({ ...cell, cohort: new Date(0) as never })))).toThrow(
      "cells[0].cohort must be a string",
    );
  });
  test("stand before the period or behind it", () => {
    const monthly = (own: Iterable<(typeof rows)[number]>): TrendRow[] => timeline(own, { at, bucket }, nps);
    expect(groupColumns("draw", rollup(rows, ["channel"], monthly))).toEqual(["channel"]);
    const inMonths = timeline(rows, { at, bucket }, (own) => rollup(own, ["channel"], nps));
    expect(groupColumns("draw", inMonths)).toEqual(["channel"]);
    expect(groupColumns("draw", [])).toEqual([]);
  });
  test("are found by name in whatever order the fields are", () => {
    const sorted = rollup(rows, ["channel"], nps).map((row) =>
      Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))),
    ) as unknown as Estimate[];
    expect(estimateChart(sorted, { by: "channel" }).description).toMatch(/^NPS by channel\. web /);
  });
});

describe("numbers of rows", () => {
  test("are finite or null", () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, "0.5", 5n])
      expect(() => estimateChart({ ...csat([5, 1]), estimate: wrong as never })).toThrow(
        "estimates.estimate must be a finite number or null",
      );
  });
  test("that minimum hides are drawn nowhere, and the chart says so", async () => {
    const hidden = trendChart(
      rollup(rows, ["channel"], (own) => timeline(own, { at, bucket }, nps), { minimum: 2 }),
    );
    expect(textsOf(await expectChart(hidden))).toContain("What rests on too few is not shown");
  });
  test("of a cohort stand once in a heatmap", () => {
    const cells = cohortRetentionFromCounts([{ cohort: "a", offset: 0, active: 1, size: 1 }]);
    expect(() => retentionHeatmap([...cells, ...cells])).toThrow(
      "cells must have each offset of a cohort once",
    );
  });
});
