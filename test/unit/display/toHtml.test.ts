import { describe, expect, test } from "vitest";
import { toHtml } from "../../../src/display/index.ts";
import { csat, nps, npsFromCounts } from "../../../src/index.ts";
import { AWKWARD_NAMES } from "../../support/charts.ts";
import { elementsOf, parseHtml, textOf } from "../../support/html.ts";

const texts = (html: string, name: string): string[] => elementsOf(parseHtml(html), name).map(textOf);

describe("toHtml", () => {
  test("is a table with a caption and headed columns", () => {
    const html = toHtml([
      { plan: "free", customers: 1200 },
      { plan: "pro", customers: null },
    ]);
    expect(texts(html, "caption")).toEqual(["2 rows"]);
    expect(texts(html, "th")).toEqual(["plan", "customers"]);
    expect(texts(html, "td")).toEqual(["free", "1,200", "pro", "–"]);
    const heads = elementsOf(parseHtml(html), "th").map(({ attributes }) => attributes);
    expect(heads.map((attributes) => attributes.get("scope"))).toEqual(["col", "col"]);
    expect(heads.map((attributes) => attributes.get("align"))).toEqual(["left", "right"]);
  });
  test("holds awkward names as text, in cells, in headings and in titles", () => {
    for (const name of AWKWARD_NAMES) {
      const html = toHtml({ model: name, list: [{ [`${name} `]: name }] });
      const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
      const ours = ["caption", "div", "table", "tbody", "td", "tfoot", "th", "thead", "tr"];
      expect([...new Set(tags)].sort((a = "", b = "") => (a < b ? -1 : 1))).toEqual(ours);
      expect(elementsOf(parseHtml(html), "td")).toHaveLength(3);
    }
  });
  test("lets names run in their own direction", () => {
    const cells = elementsOf(parseHtml(toHtml([{ name: "عملاء" }])), "td");
    expect(cells.map(({ attributes }) => attributes.get("dir"))).toEqual(["auto"]);
  });
  test("takes the colors of its surroundings, and nothing from elsewhere", () => {
    const html = toHtml([nps([9, 1]), nps([9])]);
    expect(html).not.toMatch(/#[0-9a-f]{3}\b|[^-]color:|background|https?:|url\(|<script|<style|<a |on\w+=/);
  });
  test("draws estimates on one scale, for eyes alone", () => {
    const row = { metric: "x", unit: "count", level: 0.95, method: "t", n: 2 };
    const html = toHtml([
      { ...row, estimate: 5, low: 0, high: 10 },
      { ...row, estimate: 10, low: 10, high: 20 },
      { ...row, estimate: null, low: null, high: null },
      { ...row, estimate: 20, low: null, high: null },
    ]);
    const bars = elementsOf(parseHtml(html), "svg");
    expect(bars.map(({ attributes }) => attributes.get("aria-hidden"))).toEqual(Array(4).fill("true"));
    const at = (name: string, attribute: string): (number | undefined)[] =>
      bars.map((bar) => {
        const [part] = elementsOf(bar.children, name);
        return part === undefined ? undefined : Number(part.attributes.get(attribute));
      });
    // The scale runs from 0 to 20, over 100 pixels.
    expect(at("rect", "x")).toEqual([0, 50, undefined, 100]);
    expect(at("rect", "width")).toEqual([50, 50, undefined, 0]);
    expect(at("circle", "cx")).toEqual([25, 50, undefined, 100]);
    expect(texts(html, "td").slice(0, 2)).toEqual(["2", "5 (0 to 10)"]);
    // Numbers are flush right: only bars behind them, of one width, begin at one place.
    expect(html.match(/<\/svg><\/td>/g)).toHaveLength(4);
    expect(bars.map(({ attributes }) => attributes.get("width"))).toEqual(Array(4).fill("118"));
  });
  test("draws one estimate on the scale of its unit", () => {
    const dot = (html: string): (string | undefined)[] =>
      elementsOf(parseHtml(html), "circle").map(({ attributes }) => attributes.get("cx"));
    expect(dot(toHtml(npsFromCounts({ promoters: 1, passives: 0, detractors: 1 })))).toEqual(["50.0"]);
    expect(dot(toHtml(csat([5, 5])))).toEqual(["100.0"]);
    expect(dot(toHtml({ metric: "m", unit: "money", estimate: 3, low: 1, high: 4 }))).toEqual([]);
    expect(dot(toHtml([nps([9]), csat([5])]))).toEqual([]);
    expect(dot(toHtml(nps([])))).toEqual([]);
  });
  test("says what is left out, and that there is nothing", () => {
    expect(texts(toHtml([{ a: 1 }, { a: 2 }], { limit: 1 }), "tfoot")).toEqual(["… and 1 more row"]);
    expect(texts(toHtml([]), "p")).toEqual(["There is nothing to show."]);
  });
  test("refuses what is no rows", () =>
    expect(() => toHtml(null as never)).toThrow("Cannot make HTML: rows must be a record"));
});
