import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { estimateChart, type VegaLiteSpec } from "../../../src/charts/index.ts";
import {
  type DisplayOptions,
  display,
  type MimeBundle,
  toCsv,
  toHtml,
  toMarkdown,
  toTable,
} from "../../../src/display/index.ts";
import { csat, nps, rollup, tallyLifetimes } from "../../../src/index.ts";

const VEGA = "application/vnd.vegalite.v5+json";
const answers = [
  { channel: "web", score: 10 },
  { channel: "web", score: 3 },
  { channel: "phone", score: 9 },
];
const byChannel = rollup(answers, ["channel"], nps);

function bundleOf(result: object, options: DisplayOptions = {}): MimeBundle {
  return display(result, options)[Symbol.for("Jupyter.display")]?.() as MimeBundle;
}

describe("display", () => {
  test("refuses what display returned, in every form", () => {
    const shown = display(byChannel);
    for (const show of [display, toTable, toMarkdown, toHtml, toCsv]) {
      expect(() => show(shown)).toThrow("must have fields and be no display");
    }
  });

  test("gives a notebook the result in every form", () => {
    const bundle = bundleOf(byChannel);
    expect(bundle["text/html"]).toBe(toHtml(byChannel));
    expect(bundle["text/markdown"]).toBe(toMarkdown(byChannel));
    expect(bundle["text/plain"]).toBe(toTable(byChannel));
    expect(bundle[VEGA]).toEqual(estimateChart(byChannel, { width: 600 }));
    expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle);
  });
  test("shows itself in consoles and in text", () => {
    const shown = display(byChannel);
    expect(inspect(shown)).toBe(toTable(byChannel));
    expect(shown[Symbol.for("Deno.customInspect")]?.()).toBe(toTable(byChannel));
    expect(`${shown}`).toBe(toTable(byChannel));
  });
  test("gives the table or the chart alone", () => {
    expect(Object.keys(bundleOf(byChannel, { show: "table" }))).toEqual([
      "text/html",
      "text/markdown",
      "text/plain",
    ]);
    const chart = bundleOf(byChannel, { show: "chart", theme: "dark" });
    expect(Object.keys(chart)).toEqual([VEGA, "text/plain"]);
    expect(chart[VEGA]).toEqual(estimateChart(byChannel, { width: 600, theme: "dark" }));
  });
  test("passes on how the table looks", () => {
    const options = { locale: "de", digits: 1, columns: ["channel", "estimate"], limit: 1 };
    expect(String(display(byChannel, options))).toBe(toTable(byChannel, options));
  });
  test("shows 50 rows unless asked for more", () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({ index }));
    expect(bundleOf(rows)["text/html"]).toContain("… and 99,950 more rows");
    expect(String(display(rows)).split("\n")).toHaveLength(52);
    expect(String(display(rows.slice(0, 60), { limit: Number.POSITIVE_INFINITY })).split("\n")).toHaveLength(
      61,
    );
  });
  test("draws 100,000 estimates, of which it says which", () => {
    const [row = nps([])] = rollup(answers, ["channel"], nps);
    const rows = Array.from({ length: 100_000 }, (_, shop) => ({ shop, ...row }));
    const bundle = bundleOf(rows);
    expect(JSON.stringify(bundle).length).toBeLessThan(100_000);
    expect(JSON.stringify(bundle[VEGA])).toContain("of 100,000");
  });
  test("reads rows once, and keeps what it read", () => {
    const row = { a: 1 };
    const shown = display([row].values());
    row.a = 2;
    expect(String(shown)).toBe("a\n1");
    expect(bundleOf([row].values())["text/plain"]).toBe("a\n2");
  });
  test("leaves the chart out where there is none", () => {
    for (const rows of [
      [],
      [{ a: 1 }],
      [nps([1]), csat([1])],
      tallyLifetimes([{ duration: 1, churned: true }]),
    ])
      expect(Object.keys(bundleOf(rows))).toEqual(["text/html", "text/markdown", "text/plain"]);
  });
  test("shows a chart, at a width of its own", () => {
    const spec = estimateChart(byChannel);
    expect(bundleOf(spec)).toEqual({ [VEGA]: { ...spec, width: 600 }, "text/plain": spec.description });
    expect((bundleOf(estimateChart(byChannel, { width: 300 }))[VEGA] as VegaLiteSpec).width).toBe(300);
    expect(Object.keys(bundleOf(spec, { show: "chart" }))).toEqual([VEGA, "text/plain"]);
  });
});

describe("display refuses", () => {
  test.each([
    [undefined, "result must be a record or an iterable of records, received undefined"],
    [null, "result must be a record"],
    ["nps", "result must be a record"],
    [48.2, "result must be a record"],
    [Promise.resolve(byChannel), "result must be a record or an iterable of records; await it first"],
    [[48.2], "result[0] must be a record, received 48.2"],
  ])("%j", (result, message) =>
    expect(() => display(result as object)).toThrow(`Cannot display: ${message}`),
  );
  test.each([
    [{ them: "dark" }, "option must be one of locale, digits, columns, limit, show, theme"],
    [{ show: "graph" }, 'show must be one of both, table, chart, received "graph"'],
    [{ theme: "blue" }, "theme must be one of light, dark"],
    [{ limit: "all" }, "limit must be an integer"],
  ])("%j", (options, message) =>
    expect(() => display(byChannel, options as object)).toThrow(`Cannot display: ${message}`),
  );
  test("a chart of what has none", () => {
    expect(() => display([{ a: 1 }], { show: "chart" })).toThrow(
      "Cannot display: result must be a result that has a chart: estimates, ",
    );
    expect(() => display([nps([1]), csat([1])], { show: "chart" })).toThrow("must be points as before");
  });
});
