import { describe, expect, test } from "vitest";
import { toChart } from "../../../src/charts/toChart.ts";
import { expectChart, textsOf } from "../../support/charts.ts";

const parts = {
  title: "A title",
  notes: ["first", ""],
  description: "What it shows.",
  height: 100,
  values: [{ x: 1 }],
  layer: () => [{ mark: "point", encoding: { x: { field: "x", type: "quantitative" } } }],
};

describe("toChart", () => {
  test("has the title, the notes and the description", async () => {
    const spec = toChart(parts, {});
    expect(spec.description).toBe("A title. What it shows. first");
    expect(spec).toMatchObject({ width: "container", height: 100, background: "transparent" });
    expect(textsOf(await expectChart(spec))).toEqual(expect.arrayContaining(["A title", "first"]));
  });
  test("takes the caller's size and heading", () =>
    expect(toChart(parts, { width: 320, height: 50, title: "Mine" })).toMatchObject({
      width: 320,
      height: 50,
      title: { text: "Mine" },
    }));
  test("puts a long heading and a long note on lines of their own, and gives the heading room", async () => {
    const long = "word ".repeat(20).trim();
    const spec = toChart({ ...parts, title: long, notes: [long] }, {});
    const texts = textsOf(await expectChart(spec));
    const lines = texts.filter((text) => text.startsWith("word"));
    expect(lines.slice(0, 3).join(" ")).toBe(long);
    expect(lines.slice(3).join(" ")).toBe(long);
    expect(lines.every((line) => line.length <= 54)).toBe(true);
    expect(spec.height).toBe(136);
  });
  test("breaks a word that no line holds", async () => {
    const texts = textsOf(await expectChart(toChart({ ...parts, title: "q".repeat(80) }, {})));
    expect(texts.filter((text) => text.startsWith("q")).map((text) => text.length)).toEqual([38, 38, 4]);
  });
  test("writes control characters of names as escapes", () =>
    expect(toChart(parts, { title: "a\u202eb\nc" })).toMatchObject({ title: { text: "a\\u{202e}b\\nc" } }));
  test("says that there is nothing", async () => {
    const spec = toChart({ ...parts, values: [] }, { theme: "dark" });
    expect(textsOf(await expectChart(spec))).toContain("There is nothing to show.");
    expect(spec.description).toBe("A title. There is nothing to show. first");
  });
});
