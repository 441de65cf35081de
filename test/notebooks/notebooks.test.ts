import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { files } from "./makeData.mjs";
import {
  type Bundle,
  type Cell,
  type Output,
  readNotebook,
  SVG,
  VEGA_LITE,
  writeNotebook,
} from "./notebook.ts";
import { unmet } from "./oracle.ts";
import { withPictures } from "./picture.ts";
import { unfoundNumbers } from "./quoted.ts";
import { wrongOutputs } from "./shown.ts";

const FOLDER = "docs/notebooks";
const names: readonly string[] = readdirSync(FOLDER).filter((file) => file.endsWith(".ipynb"));

test("there are notebooks", () => expect(names.length).toBeGreaterThan(2));

// That their outputs are those of today's code, on Deno, is for `npm run notebooks` to say.
describe.each(names)("%s as it is committed", (name) => {
  const text = readFileSync(`${FOLDER}/${name}`, "utf8");
  const cells = readNotebook(text);

  test("shows tables and charts where it should", () => expect(wrongOutputs(cells)).toEqual([]));
  test("quotes only numbers that it shows", () => expect(unfoundNumbers(cells)).toEqual([]));
  test("has pictures of its charts", async () => {
    const drawn = await withPictures(cells);
    expect(drawn.problems).toEqual([]);
    expect(differences(drawn.cells, cells)).toEqual([]);
  });
  test("has the bytes that the writer gives it", () => expect(writeNotebook(cells)).toBe(text));
  test("imports the package by its name", () => expect(text).toContain('from \\"npm:cx-metrics\\"'));
});

test.each(Object.entries(files))("%s is what its generator makes", (name, text) =>
  expect(readFileSync(`${FOLDER}/data/${name}`, "utf8")).toBe(text),
);

const HTML =
  "<div><table><thead><tr><th>a</th><th>n</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>";
const TABLE: Bundle = {
  "text/html": HTML,
  "text/markdown": "| a |",
  "text/plain": "NPS 29 (22 to 36)  1,317",
};
const SPEC = {
  $schema: "https://vega.github.io/schema/vega-lite/v5.json",
  data: { values: [{ a: 1 }] },
  mark: "point",
  encoding: { x: { field: "a", type: "quantitative" } },
};
const CHART: Bundle = { [VEGA_LITE]: SPEC, [SVG]: "<svg></svg>", "text/plain": "a chart" };

function code(tag: string | undefined, ...outputs: readonly Output[]): Cell {
  return { type: "code", id: "c", tags: tag === undefined ? [] : [tag], source: "x", outputs };
}
const result = (data: Bundle): Output => ({ output_type: "execute_result", data });
const without = (bundle: Bundle, type: string): Bundle =>
  Object.fromEntries(Object.entries(bundle).filter(([name]) => name !== type));
const stream: Output = { output_type: "stream", name: "stdout", text: "1 left out\n" };
const error: Output = { output_type: "error", ename: "RangeError", evalue: "no" };

describe("a notebook that is wrong is found out", () => {
  test("and one that is right is not", () => {
    const cells = [
      code("table", result(TABLE)),
      code("chart", result(CHART)),
      code("text", stream),
      code(undefined),
    ];
    expect(wrongOutputs(cells)).toEqual([]);
  });

  test.each<[string, Cell, string]>([
    ["an error", code("table", error), "RangeError: no"],
    ["an error behind a table", code("table", result(TABLE), error), "RangeError: no"],
    ["no output", code("table"), "has 0 outputs"],
    ["two outputs", code("table", result(TABLE), stream), "has 2 outputs"],
    ["something nobody asked for", code(undefined, result(TABLE)), "has no tag"],
    ["a plain value", code("table", result({ "text/plain": "1" })), "has no table"],
    ["no Markdown", code("table", result(without(TABLE, "text/markdown"))), "has no text/markdown"],
    ["a chart for a table", code("table", result({ ...CHART, ...TABLE })), "hides its table"],
    ["a table for a chart", code("chart", result(TABLE)), "has no chart"],
    ["no picture", code("chart", result(without(CHART, SVG))), "has no picture"],
    [
      "no data",
      code("chart", result({ ...CHART, [VEGA_LITE]: { ...SPEC, data: { values: [] } } })),
      "without data",
    ],
    ["text for a table", code("table", stream), "shows nothing as its result"],
    ["an unknown tag", code("tabel", result(TABLE)), "tabel"],
  ])("%s", (_, cell, objection) => expect(wrongOutputs([cell]).join()).toContain(objection));

  test.each([
    ["<div><table></div>", "closes"],
    ["<div>", "is not closed"],
    ["<p>no</p>", "without a table"],
    ["<table><tr><th>a</th></tr></table>", "without rows"],
    ["<table><tr><th>a</th></tr><tr><td>1</td><td>2</td></tr></table>", "has 2 cells, and not 1"],
  ])("%s", (html, objection) =>
    expect(wrongOutputs([code("table", result({ ...TABLE, "text/html": html }))]).join()).toContain(
      objection,
    ),
  );

  test.each([
    ["a mark that does not exist", { ...SPEC, mark: "pie" }],
    ["an expression that cannot be read", { ...SPEC, transform: [{ calculate: "1 +", as: "b" }] }],
  ])("%s", async (_, spec) => {
    const { problems } = await withPictures([code("chart", result({ [VEGA_LITE]: spec }))]);
    expect(problems.join()).toContain("cannot be drawn");
  });

  test.each<[unknown, unknown]>([
    [{ a: [1, "x"] }, { a: [1.001, "x"] }],
    [{ a: 1 }, { a: 1, b: null }],
    [{ a: 0 }, { a: null }],
    [[1], { 0: 1 }],
    ["<td>29 (22 to 36)</td>", "<td>29 (22 to 37)</td>"],
    ["29", "29 "],
    ["a 1", "b 1"],
  ])("stale: %j for %j", (actual, expected) => expect(differences(expected, actual)).toHaveLength(1));
  test("the last digits of another machine are no difference", () => {
    expect(differences({ a: 0.1 + 0.2, b: "x 1.00000000001" }, { a: 0.3, b: "x 1" })).toEqual([]);
  });

  const prose = (source: string, tags: readonly string[] = []): Cell[] => [
    { type: "markdown", id: "m", tags, source, outputs: [] },
    { ...code("table", result(TABLE)), source: "horizon = 52" },
  ];
  test.each(["The NPS is 29 (22 to 36).", "# 77\nOf 1,317, `99` in 52 weeks, [see](7.md).", "29"])(
    "may be quoted: %s",
    (text) => expect(unfoundNumbers(prose(text))).toEqual([]),
  );
  test.each(["The NPS is 30.", "29 (22 to 37)", "22%", "of 1,318", "of 317", "52.5", "-29"])(
    "may not be quoted: %s",
    (text) => expect(unfoundNumbers(prose(text))).toHaveLength(1),
  );
  test("a conclusion quotes outputs, not code", () =>
    expect(unfoundNumbers(prose("within 52", ["conclusion"]))).toHaveLength(1));

  const expectation = { expression: "a.estimate", value: 28.94, shown: "29 (" };
  test("numbers from elsewhere", () => {
    const cells = [code("table", result(TABLE))];
    expect(unmet([expectation], { "a.estimate": 28.94 }, cells)).toEqual([]);
    expect(unmet([expectation], { "a.estimate": 28.95 }, cells)).toHaveLength(1);
    expect(unmet([expectation], {}, cells)).toHaveLength(1);
    expect(unmet([{ ...expectation, shown: "30 (" }], { "a.estimate": 28.94 }, cells)).toHaveLength(1);
    const about = { expression: "a", value: 100, tolerance: 1e-4 };
    expect(unmet([about], { a: 100.005 }, [])).toEqual([]);
    expect(unmet([about], { a: 100.02 }, [])).toHaveLength(1);
    expect(unmet([about], { a: null }, [])).toHaveLength(1);
  });
});
