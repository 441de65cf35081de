import { describe, expect, test } from "vitest";
import { type AliveRow, aliveChart, type VegaLiteSpec } from "../../../src/charts/index.ts";
import { probabilityAlive, rollup } from "../../../src/index.ts";
import { expectChart, textsOf, valuesOf } from "../../support/charts.ts";

const fit = {
  model: "bgNbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  converged: true,
} as const;
const [asked] = probabilityAlive(fit, [{ frequency: 2, recency: 20, age: 39 }]);

function row(fields: Partial<AliveRow>): AliveRow {
  if (asked === undefined) throw new Error("there is no answer");
  return { ...asked, ...fields } as AliveRow;
}

const cellsOf = (spec: VegaLiteSpec): unknown[][] =>
  valuesOf(spec).map(({ frequency, from, to, alive, n }) => [frequency, from, to, alive, n]);

describe("aliveChart", () => {
  test("shows the mean of each cell, in which a row counts as its n", async () => {
    const rows = [
      row({ frequency: 2, recency: 20, estimate: 0.5, n: 3 }),
      row({ frequency: 2, recency: 21.9, estimate: 0.9, n: 1 }),
      row({ frequency: 0, recency: 0, estimate: 1, n: 7 }),
      row({ frequency: 2, recency: 50, estimate: 0, n: 1 }),
    ];
    const spec = aliveChart(rows);
    // 50 / 25 columns makes steps of 2; (3 * 0.5 + 0.9) / 4 = 0.6.
    expect(cellsOf(spec)).toEqual([
      ["2", 20, 22, 0.6, 4],
      ["0", 0, 2, 1, 7],
      ["2", 50, 52, 0, 1],
    ]);
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["n = 12 customers, mean of each cell", "0", "1", "2"]));
  });
  test("shows a grid of made-up customers as it is", async () => {
    const grid = [1, 2, 3].flatMap((frequency) =>
      [10, 20, 30].map((recency) => ({ frequency, recency, age: 39 })),
    );
    const rows = probabilityAlive(fit, grid);
    const spec = aliveChart(rows, { theme: "dark", width: 320 });
    expect(valuesOf(spec).map(({ alive }) => alive)).toEqual(rows.map(({ estimate }) => estimate));
    await expectChart(spec);
  });
  test("puts high frequencies together in ranges", async () => {
    const rows = [15, 16, 31, 32, 63, 64, 1000].map((frequency) => row({ frequency }));
    expect(cellsOf(aliveChart(rows)).map(([frequency, , , , n]) => [frequency, n])).toEqual([
      ["15", 1],
      ["16–31", 2],
      ["32–63", 2],
      ["64–127", 1],
      ["512–1023", 1],
    ]);
    expect(textsOf(await expectChart(aliveChart(rows)))).toContain("256–511");
    expect(cellsOf(aliveChart([row({ frequency: 25 })]))[0]?.[0]).toBe("25");
  });
  test("counts what has no estimate, and does not draw it", async () => {
    const spec = aliveChart([row({}), row({ estimate: null })]);
    expect(valuesOf(spec)).toHaveLength(1);
    expect(textsOf(await expectChart(spec))).toContain("1 rows without an estimate are not drawn");
    const none = textsOf(await expectChart(aliveChart([row({ estimate: null })])));
    expect(none).toEqual(
      expect.arrayContaining(["There is nothing to show.", "1 rows without an estimate are not drawn"]),
    );
  });
  test("does not draw what minimum hides", async () => {
    const customers = [
      { plan: "a", frequency: 2, recency: 20, age: 39, count: 9 },
      { plan: "b", frequency: 2, recency: 20, age: 39, count: 2 },
    ];
    const rows = rollup(
      customers,
      ["plan"],
      (own) =>
        probabilityAlive(
          fit,
          own.map(({ plan: _, ...rest }) => rest),
        ),
      {
        minimum: 5,
      },
    );
    const spec = aliveChart(rows);
    expect(valuesOf(spec).map(({ n }) => n)).toEqual([9]);
    await expectChart(spec);
  });
  test("shows nothing at all, and customers who all bought once", async () => {
    expect(textsOf(await expectChart(aliveChart([])))).toContain("There is nothing to show.");
    expect(cellsOf(aliveChart([row({ frequency: 0, recency: 0, estimate: 1 })]))).toEqual([
      ["0", 0, 1, 1, 1],
    ]);
  });
  test("shows 100,000 customers in a few hundred cells", async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) =>
      row({ frequency: index % 200, recency: (index * 7) % 301, estimate: (index % 11) / 10 }),
    );
    const spec = aliveChart(rows);
    expect(valuesOf(spec).length).toBeLessThan(2000);
    expect(valuesOf(spec).reduce((sum, { n }) => sum + Number(n), 0)).toBe(100_000);
    await expectChart(spec);
  });
  test("refuses what it cannot draw", () => {
    expect(() => aliveChart([{ frequency: 1 }] as never)).toThrow(
      "Cannot draw aliveChart: rows[0] must carry metric, frequency, recency, estimate, n",
    );
    expect(() => aliveChart([row({}), row({ metric: "expectedPurchases" as never })])).toThrow(
      'Cannot draw aliveChart: rows[1].metric must be "probabilityAlive", received "expectedPurchases"',
    );
    expect(() => aliveChart([row({})], { bins: 3 } as never)).toThrow("option must be one of theme,");
  });
});
