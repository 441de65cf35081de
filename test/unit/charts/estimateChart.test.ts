import { describe, expect, test } from "vitest";
import { estimateChart, type VegaLiteSpec } from "../../../src/charts/index.ts";
import {
  calendarMonths,
  cohortRetention,
  csat,
  csatMean,
  formatEstimate,
  kaplanMeier,
  nps,
  npsDifference,
  rollup,
} from "../../../src/index.ts";
import { AWKWARD_NAMES, expectChart, textsOf, valuesOf } from "../../support/charts.ts";

const answers = [
  { channel: "web", plan: "pro", score: 10 },
  { channel: "web", plan: "free", score: 3 },
  { channel: "phone", plan: "free", score: 9 },
];

describe("estimateChart", () => {
  test("shows each group with its interval and n", async () => {
    const svg = await expectChart(estimateChart(rollup(answers, ["channel"], nps)));
    const texts = textsOf(svg);
    expect(texts).toEqual(
      expect.arrayContaining(["NPS by channel", "web", "phone", formatEstimate(nps([10, 3])), "n = 2"]),
    );
    expect(texts).toContain("95% intervals (score), n = 3");
  });
  test("shows one estimate alone", async () => {
    const spec = estimateChart(csat([5, 4, 1]));
    expect(valuesOf(spec)).toHaveLength(1);
    expect(textsOf(await expectChart(spec))).toContain("CSAT");
  });
  test("shows what is not determined as a dash", async () => {
    const spec = estimateChart(nps([]));
    expect(textsOf(await expectChart(spec))).toEqual(expect.arrayContaining(["–", "n = 0"]));
  });
  test("shows what is suppressed as such, in its place", async () => {
    const spec = estimateChart(rollup(answers, ["channel"], nps, { minimum: 2 }), { theme: "dark" });
    const texts = textsOf(await expectChart(spec));
    expect(texts).toContain("too few to show");
    expect(valuesOf(spec)[1]).toMatchObject({ group: "phone", estimate: null, n: null });
    expect(texts.filter((text) => text === "web" || text === "phone")).toEqual(["web", "phone"]);
  });
  test("keeps groups in their order where the first ones are not known", async () => {
    const rows = [{ kind: "b" }, { kind: "a", score: 9 }, { kind: "c" }] as const;
    const spec = estimateChart(
      rollup(
        rows.map((row) => ({ score: null, ...row })),
        ["kind"],
        nps,
      ),
    );
    const texts = textsOf(await expectChart(spec));
    expect(texts.filter((text) => /^[abc]$/.test(text))).toEqual(["b", "a", "c"]);
  });
  test("shows one end alone, and an estimate without either", async () => {
    const half = { ...csatMean([1, 2, 3]), high: null };
    const spec = estimateChart([half, csatMean([5])]);
    await expectChart(spec);
    expect(valuesOf(spec)).toMatchObject([
      { estimate: 2, low: half.low, high: 2, interval: "2.00 (1.00 to –)" },
      { estimate: 5, low: 5, high: 5, interval: "5.00 (– to –)" },
    ]);
  });
  test("draws a darker line at zero where it is in sight, and nowhere else", async () => {
    const gridOf = async (spec: VegaLiteSpec): Promise<string> => {
      const [, grid = ""] = (await expectChart(spec)).split('class="mark-rule role-axis-grid"');
      return grid.slice(0, grid.indexOf("</g>"));
    };
    const difference = npsDifference(nps([10, 9, 3]), nps([9, 1, 1]));
    expect((await gridOf(estimateChart(difference))).split('stroke="#5c5c5c"')).toHaveLength(2);
    const far = { ...difference, low: 20, estimate: 30, high: 40 };
    expect(await gridOf(estimateChart(far))).toContain('stroke="#e4e4e4"');
    expect(await gridOf(estimateChart(far))).not.toContain('stroke="#5c5c5c"');
  });
  test("tells metrics apart, and rows of one group", async () => {
    const both = [npsDifference(nps([10, 3]), nps([9, 1])), { ...nps([10]), metric: "netEase" as const }];
    const texts = textsOf(await expectChart(estimateChart(both)));
    expect(texts).toEqual(expect.arrayContaining(["NPS difference", "Net ease", "95% intervals (score)"]));
    const twice = estimateChart([nps([10, 9]), nps([3])]);
    expect(valuesOf(twice).map(({ group }) => group)).toEqual(["NPS", "NPS (2)"]);
  });
  test("draws cells and curves, one line a row", async () => {
    const orders = ["2024-01-03", "2024-02-04", "2024-03-05"].map((at, index) => ({ customerId: index, at }));
    const cells = cohortRetention(orders, { bucket: calendarMonths("UTC"), asOf: "2024-03-31" });
    const spec = estimateChart(cells);
    await expectChart(spec);
    expect(valuesOf(spec).map(({ group }) => group)).toEqual([
      "2024-01 · 0",
      "2024-01 · 1",
      "2024-01 · 2",
      "2024-02 · 0",
      "2024-02 · 1",
      "2024-03 · 0",
    ]);
    const days = kaplanMeier(Array.from({ length: 80 }, (_, day) => ({ duration: day + 1, churned: true })));
    expect(valuesOf(estimateChart(days))).toHaveLength(50);
  });
  test("says that there is nothing", async () =>
    expect(textsOf(await expectChart(estimateChart([])))).toContain("There is nothing to show."));
  test("shows awkward names as text", async () => {
    const rows = AWKWARD_NAMES.map((name) => ({ name, score: 9 }));
    const spec = estimateChart(rollup(rows, ["name"], nps), { theme: "dark", width: 600 });
    await expectChart(spec);
    expect(valuesOf(spec)).toHaveLength(AWKWARD_NAMES.length);
  });
  test("shows the groups with the most observations of many", async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => ({ shop: index % 1000, score: 9 }));
    const spec = estimateChart(rollup([...rows, { shop: 7, score: 1 }], ["shop"], nps));
    expect(valuesOf(spec)).toHaveLength(50);
    expect(textsOf(await expectChart(spec))).toContain("The 50 groups with the most observations, of 1,000");
  });
  test("refuses what it cannot draw", () => {
    expect(() => estimateChart([{ a: 1 } as never])).toThrow(
      "Cannot draw estimateChart: estimates[0] must carry metric, unit,",
    );
    expect(() => estimateChart([nps([1]), csat([1])])).toThrow(
      'Cannot draw estimateChart: estimates[1].unit must be points as before, received "share"',
    );
    expect(() => estimateChart(nps([1]), { theme: "blue" as never })).toThrow(
      "theme must be one of light, dark",
    );
    expect(() => estimateChart(nps([1]), { widht: 3 } as never)).toThrow("option must be one of theme,");
    expect(() => estimateChart(nps([1]), { width: "wide" as never })).toThrow(
      'width must be a number of pixels or "container"',
    );
    expect(() => estimateChart(nps([1]), { by: "channel" })).toThrow("by must be columns of the rows");
  });
});
