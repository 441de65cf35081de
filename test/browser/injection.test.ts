import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { VegaLiteSpec } from "../../src/charts/index.ts";
import { isInvalidInput } from "../../src/errors.ts";
import { gallery } from "../gallery/charts.ts";
import { type Attack, attacksOn, beginning } from "./attacks.ts";
import { type Drawing, type GuardedPage, hasChromium, openPage } from "./openPage.ts";
import { PAYLOADS } from "./payloads.ts";

type Chart = (typeof gallery)[number];

/** The spec, or nothing where the input is refused: in words, or in whatever way when its kind is wrong. */
function specOf(chart: Chart, { result, plain }: Attack, title?: string): VegaLiteSpec | undefined {
  try {
    return chart.draw(result, title === undefined ? {} : { title });
  } catch (error) {
    if (plain === undefined || isInvalidInput(error)) return undefined;
    throw error;
  }
}

/** Where a payload stands in a spec, other than as data, title or description. */
function misplaced(value: unknown, place: string): string[] {
  if (typeof value === "string") {
    const isText = /^\.(?:data\.values\[\]|title\.|description$)|\.title$/.test(place);
    return isText || !value.includes("pwn") ? [] : [`${place}: ${value}`];
  }
  if (Array.isArray(value)) return value.flatMap((item) => misplaced(item, `${place}[]`));
  if (Object(value) !== value) return [];
  return Object.entries(value as object).flatMap(([name, item]) => [
    ...(name.includes("pwn") ? [`the field ${place}.${name}`] : []),
    ...misplaced(item, `${place}.${name}`),
  ]);
}

/** Which elements there are, and how many, but for texts and ticks, whose number depends on the room that is left. */
function parts({ tags }: Pick<Drawing, "tags">): object {
  return { ...tags, text: "some", tspan: "some", line: "some" };
}

const TITLES: readonly string[] = PAYLOADS.filter((text) => text.includes("pwn"));

describe.each(gallery)("$name", (chart) => {
  const attacks = attacksOn(beginning(chart.result(), 40));

  test("names are data or titles", () => {
    for (const attack of attacks) {
      // A text where the number of bins belongs is an end of a scale, where text is text as well.
      const places = misplaced(specOf(chart, attack), "").filter(
        (place) => "plain" in attack || !/\.scale\.domain\[\]: /.test(place),
      );
      expect(places, attack.what).toEqual([]);
    }
    const result = chart.result();
    for (const title of TITLES) expect(misplaced(chart.draw(result, { title }), ""), title).toEqual([]);
  });
});

describe.skipIf(!hasChromium)("in a browser", () => {
  let page: GuardedPage;
  beforeAll(async () => {
    page = await openPage();
  });
  afterAll(async () => page?.close());

  /** Draws it, points at its marks, and does the same with plain names; how many tooltips came up. */
  async function expectHarmless(chart: Chart, attack: Attack, drawn: Set<string>): Promise<number> {
    const { what, plain } = attack;
    const spec = specOf(chart, attack);
    const text = JSON.stringify(spec ?? null);
    // What a chart does not read changes nothing, and most of what is no number becomes a gap.
    if (spec === undefined || drawn.has(text) || !/pwn|alert/.test(text)) return 0;
    drawn.add(text);
    const drawing = await page.draw(spec);
    const { shown, tags } = await page.hover(6);
    expect(
      tags.filter((tag) => !/^(?:table|tbody|tr|td|h2)$/.test(tag)),
      what,
    ).toEqual([]);
    expect(drawing.excess, what).toBeLessThanOrEqual(0);
    const other = plain === undefined ? undefined : specOf(chart, { what, result: plain, plain });
    if (other !== undefined) expect(parts(drawing), what).toEqual(parts(await page.draw(other)));
    return shown;
  }

  test.each(gallery)("$name runs nothing and keeps its shape", async (chart) => {
    const result = beginning(chart.result(), 40);
    const spec = chart.draw(result);
    const drawn = new Set([JSON.stringify(spec)]);
    const titled = await page.draw(chart.draw(result, { title: TITLES.join(" ") }));
    expect(parts(titled)).toEqual(parts(await page.draw(spec)));
    let { shown } = await page.hover(6);
    const attacks = attacksOn(result);
    for (const attack of attacks) {
      if ("plain" in attack) shown += await expectHarmless(chart, attack, drawn);
    }
    expect(await page.misdeeds()).toEqual([]);
    expect(shown).toBeGreaterThan(0);
    // Of numbers that are none, Vega may complain, but nothing else.
    for (const attack of attacks) await expectHarmless(chart, attack, drawn);
    expect((await page.misdeeds()).filter((text) => !text.startsWith("console: "))).toEqual([]);
  });

  test("what runs is found out", async () => {
    const payload = "<img src=x onerror=\"globalThis.__pwned='pwn';alert(1)\">";
    const problems = await page.insert([["a name", `<p>${payload}</p>`, "<p>a name</p>"]]);
    expect(problems).toHaveLength(1);
    const misdeeds = await page.misdeeds();
    const found = ["request: http://app.test/x", "dialog: 1", "ran: pwn"];
    expect(misdeeds).toEqual(expect.arrayContaining(found));
    await page.run("delete globalThis.__pwned");
  });
});
