import { describe, expect, test } from "vitest";
import { toMarkdown } from "../../../src/display/index.ts";

describe("toMarkdown", () => {
  test("is a table that GitHub reads", () =>
    expect(
      toMarkdown([
        { plan: "free", customers: 1200 },
        { plan: null, customers: 3 },
      ]),
    ).toBe("| plan | customers |\n| :--- | ---: |\n| free | 1,200 |\n| – | 3 |"));
  test.each([
    ["a|b", "a&#124;b"],
    ["a\\|b", "a\\\\&#124;b"],
    ["<script>&amp;", "&#60;script&#62;&#38;amp;"],
    ["[x](javascript:1)", "\\[x\\](javascript:1)"],
    ["`a` *b* _c_ ~d~ $e$", "\\`a\\` \\*b\\* \\_c\\_ \\~d\\~ \\$e\\$"],
    ["https://a.b www.a.b a@b.c", "https&#58;//a.b www&#46;a.b a&#64;b.c"],
    ["a\nb", "a\\\\nb"],
  ])("escapes %j", (text, escaped) => {
    const lines = toMarkdown([{ [text]: text }]).split("\n");
    expect(lines).toEqual([`| ${escaped} |`, "| :--- |", `| ${escaped} |`]);
  });
  test("says how many rows are left out, and names parts", () => {
    expect(toMarkdown([{ a: 1 }, { a: 2 }], { limit: 1 })).toBe("| a |\n| ---: |\n| 1 |\n\n… and 1 more row");
    expect(toMarkdown({ model: "x_y", list: [{ a: 1 }] })).toBe(
      "**x\\_y**\n\n| field | value |\n| :--- | :--- |\n| model | x\\_y |\n\n**list: 1 row**\n\n| a |\n| ---: |\n| 1 |",
    );
    expect(toMarkdown([])).toBe("There is nothing to show.");
  });
  test("refuses what is no rows", () =>
    expect(() => toMarkdown(3 as never)).toThrow("Cannot make Markdown: rows must be a record"));
});
