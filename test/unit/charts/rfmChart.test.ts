import { describe, expect, test } from "vitest";
import { rfmChart, type VegaLiteSpec } from "../../../src/charts/index.ts";
import { type Rfm, type RfmCustomer, rfm } from "../../../src/index.ts";
import { AWKWARD_NAMES, expectChart, textsOf, valuesOf } from "../../support/charts.ts";
import { clvOrders } from "../../support/clvOrders.ts";

const orders = clvOrders(200);
const computed = rfm(orders, { asOf: "2024-06-30" });
const [somebody] = computed.customers;

function customer(fields: Partial<RfmCustomer>): RfmCustomer {
  if (somebody === undefined) throw new Error("there are no customers");
  return { ...somebody, ...fields };
}

/** The scores, the number and the mean spend of each cell. */
const cellsOf = (spec: VegaLiteSpec): unknown[][] =>
  valuesOf(spec)
    .filter(({ mean }) => mean !== undefined)
    .map(({ x, x2, y, y2, n, mean }) => [x, x2, y, y2, n, mean]);
const framesOf = (spec: VegaLiteSpec): unknown =>
  Object.fromEntries(
    valuesOf(spec).flatMap(({ name, x, x2, y, y2, n }) =>
      name === undefined ? [] : [[String(name).replaceAll("\n", " "), [x, x2, y, y2, n]]],
    ),
  );

describe("rfmChart", () => {
  test("has a cell for each pair of scores, with its customers and their mean spend", () => {
    const customers = [
      customer({ recencyScore: 5, frequencyScore: 5, monetary: 30, segment: "Champions" }),
      customer({ recencyScore: 5, frequencyScore: 5, monetary: 60, segment: "Champions" }),
      customer({ recencyScore: 5, frequencyScore: 4, monetary: 6, segment: "Champions" }),
      customer({ recencyScore: 1, frequencyScore: 1, monetary: -3, segment: "Hibernating" }),
    ];
    const spec = rfmChart({ ...computed, n: 4, customers });
    expect(cellsOf(spec)).toEqual([
      [4.5, 5.5, 4.5, 5.5, 2, 45],
      [3.5, 4.5, 4.5, 5.5, 1, 6],
      [0.5, 1.5, 0.5, 1.5, 1, -3],
    ]);
    expect(framesOf(spec)).toEqual({
      Champions: [3.5, 5.5, 4.5, 5.5, 3],
      Hibernating: [0.5, 1.5, 0.5, 1.5, 1],
    });
    expect(spec.description).toContain("Champions 3; Hibernating 1.");
  });
  test.each([
    [2, "light"],
    [5, "dark"],
    [10, "light"],
    [100, "dark"],
  ] as const)("counts everybody once, in cells and in segments, with %i bins", async (bins, theme) => {
    const result = rfm(orders, { asOf: "2024-06-30", bins });
    const spec = rfmChart(result, { theme });
    expect(cellsOf(spec).reduce((sum, [, , , , n]) => sum + Number(n), 0)).toBe(result.n);
    const sizes = result.segments.filter(({ n }) => n > 0).map(({ segment, n }) => [segment, n]);
    const frames = Object.entries(framesOf(spec) as Record<string, number[]>);
    expect(frames.map(([name, frame]) => [name, frame[4]]).sort(byName)).toEqual(sizes.sort(byName));
    expect(textsOf(await expectChart(spec))).toContain("n = 200 customers");
  });
  test("says where the scores begin", async () => {
    const last = computed.boundaries.at(-1);
    expect(textsOf(await expectChart(rfmChart(computed)))).toEqual(
      expect.arrayContaining([
        `Frequency score (5: more than ${last?.frequencyAbove} purchases)`,
        `Recency score (5: under ${last?.daysSinceLastBelow} days)`,
      ]),
    );
    const boundaries = [
      { score: 2, daysSinceLastBelow: 90, frequencyAbove: 1, monetaryAbove: 0 },
      { score: 3, daysSinceLastBelow: 30, frequencyAbove: 4, monetaryAbove: 0 },
    ];
    const customers = [1, 2, 3].map((score) => customer({ recencyScore: score, frequencyScore: score }));
    const cells = valuesOf(rfmChart({ ...computed, bins: 3, boundaries, customers }));
    expect(cells.slice(0, 3).map(({ recency, frequency }) => [recency, frequency])).toEqual([
      ["at least 90 days ago", "at most 1"],
      ["under 90 days ago", "more than 1"],
      ["under 30 days ago", "more than 4"],
    ]);
  });
  test("draws the cells with the most customers where there are too many", async () => {
    const customers = Array.from({ length: 10_100 }, (_, index) =>
      customer({ recencyScore: (index % 100) + 1, frequencyScore: (Math.floor(index / 100) % 100) + 1 }),
    );
    const spec = rfmChart({ ...computed, n: 10_100, bins: 100, customers });
    expect(cellsOf(spec)).toHaveLength(1900);
    // The first hundred are there twice.
    expect(cellsOf(spec).filter(([, , , , n]) => n === 2)).toHaveLength(100);
    expect(textsOf(await expectChart(spec)).join(" ")).toContain("with the most observations, of 10,000");
  });
  test("shows one customer, and names of segments as text", async () => {
    await expectChart(rfmChart(rfm(orders.slice(0, 1), { asOf: "2024-06-30" })));
    const customers = AWKWARD_NAMES.map((name, index) =>
      customer({ recencyScore: (index % 5) + 1, frequencyScore: (index % 3) + 1, segment: name as never }),
    );
    await expectChart(rfmChart({ ...computed, customers }));
  });
  test("says that there is nothing", async () => {
    const texts = textsOf(await expectChart(rfmChart(rfm([], { asOf: "2024-06-30" }))));
    expect(texts).toContain("There is nothing to show.");
    const hidden = { ...computed, n: null, bins: null, customers: null, boundaries: null };
    expect(textsOf(await expectChart(rfmChart(hidden as unknown as Rfm)))).toContain("Too few to show");
  });
  test("refuses what it cannot draw", () => {
    expect(() => rfmChart(computed.customers as never)).toThrow(
      "Cannot draw rfmChart: result must be what rfm returned, received Array",
    );
    expect(() => rfmChart(computed, { color: "n" } as never)).toThrow("option must be one of theme,");
  });
});

function byName([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
