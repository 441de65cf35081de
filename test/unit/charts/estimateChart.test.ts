import { describe, expect, test } from "vitest";
import { estimateChart } from "../../../src/charts/index.ts";
import { csat, formatEstimate, nps, rollup } from "../../../src/index.ts";
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
      expect.arrayContaining(["NPS by channel", "web", "phone", `${formatEstimate(nps([10, 3]))}  n = 2`]),
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
    expect(textsOf(await expectChart(spec))).toContain("–  n = 0");
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
