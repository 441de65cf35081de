import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gallery } from "../gallery/charts.ts";
import { attacksOn } from "./attacks.ts";
import { type GuardedPage, hasChromium, openPage } from "./openPage.ts";

// A telephone, a column of a page, a wide screen.
const widths: readonly number[] = [320, 600, 1000];

describe.skipIf(!hasChromium)("in a browser", () => {
  let page: GuardedPage;
  beforeAll(async () => {
    page = await openPage();
  });
  afterAll(async () => page?.close());

  test.each(gallery)("$name fits, and its labels can be read", async ({ result, draw }) => {
    const names = attacksOn(result()).find(({ what }) => what === "names of groups");
    for (const width of widths) {
      const specs = [draw(result()), draw(result(), { width })];
      if (names !== undefined) specs.push(draw(names.result), draw(names.plain));
      for (const spec of specs) {
        const { excess, overlapping, cut } = await page.draw(spec, width);
        expect({ width, excess: Math.max(0, excess), overlapping, cut }).toEqual({
          width,
          excess: 0,
          overlapping: [],
          cut: [],
        });
      }
    }
    expect(await page.misdeeds()).toEqual([]);
  });

  test("what does not fit is found out", async () => {
    const axis = { labelOverlap: false, labelAngle: 0 };
    const names = ["a name of some length", "another name", "one more name"];
    const drawing = await page.draw(
      {
        $schema: "https://vega.github.io/schema/vega-lite/v5.json",
        width: 120,
        autosize: "none",
        data: { values: names.map((name) => ({ name })) },
        mark: "bar",
        encoding: { x: { field: "name", type: "nominal", axis } },
      },
      100,
    );
    expect(drawing.excess).toBeGreaterThan(0);
    expect(drawing.overlapping).not.toEqual([]);
    expect(drawing.cut).not.toEqual([]);
  });
});
