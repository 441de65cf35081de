import { parse } from "csv-parse/sync";
import { marked } from "marked";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { display, type MimeBundle, toCsv, toHtml, toMarkdown, toTable } from "../../src/display/index.ts";
import { isInvalidInput } from "../../src/errors.ts";
import { gallery } from "../gallery/charts.ts";
import { attacksOn, beginning } from "./attacks.ts";
import { type GuardedPage, hasChromium, openPage } from "./openPage.ts";

/** The results of the gallery by name, each once. */
const results = new Map<string, unknown>();
for (const { name, result } of gallery) results.set(name.split("-")[0] ?? "", beginning(result(), 5));

/** What a table makes of each attack and of its plain twin; nothing where it is refused. */
function tablesOf(
  result: unknown,
  make: (result: object) => string,
): [what: string, table: string, plain: string][] {
  // Numbers are all alike to a table, so that some of them will do.
  const attacks = attacksOn(result).filter((attack, index) => "plain" in attack || index % 8 === 0);
  return attacks.flatMap(({ what, result: hostile, plain }) => {
    try {
      const table = make(hostile as object);
      return [[what, table, plain === undefined ? table : make(plain as object)] as [string, string, string]];
    } catch (error) {
      if (plain === undefined || isInvalidInput(error)) return [];
      throw error;
    }
  });
}

function bundleOf(result: object): MimeBundle {
  return display(result)[Symbol.for("Jupyter.display")]?.() as MimeBundle;
}

describe.each([...results])("the result of %s", (_, result) => {
  test("in CSV has as many cells, none of them a formula", () => {
    for (const [what, csv, plain] of tablesOf(result, toCsv)) {
      const cells: string[][] = parse(csv);
      expect(
        cells.map((row) => row.length),
        what,
      ).toEqual(parse(plain).map((row) => row.length));
      const formulas = cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)));
      expect(formulas, what).toEqual([]);
    }
  });

  const consoles = [
    ["toTable", toTable],
    ["display", (value: object) => String(bundleOf(value)["text/plain"])],
  ] as const;
  test.each(consoles)("in a terminal by %s has as many lines, and nothing that it would obey", (_, make) => {
    for (const [what, table, plain] of tablesOf(result, make)) {
      expect(table, what).not.toMatch(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(table.split("\n").length, what).toBe(plain.split("\n").length);
    }
  });
});

test("consoles show what notebooks get as text", () => {
  const shown = display(results.get("estimateChart") as object);
  const texts = ["nodejs.util.inspect.custom", "Deno.customInspect"].map((name) =>
    shown[Symbol.for(name)]?.(),
  );
  expect(texts).toEqual([String(shown), String(shown)]);
});

describe.skipIf(!hasChromium)("in a browser", () => {
  let page: GuardedPage;
  beforeAll(async () => {
    page = await openPage();
  });
  afterAll(async () => page?.close());

  const markdown = (text: string): string => String(marked.parse(text));
  const forms = [
    ["toHtml", toHtml],
    ["text/html", (value: object) => String(bundleOf(value)["text/html"])],
    ["toMarkdown", (value: object) => markdown(toMarkdown(value))],
    ["text/markdown", (value: object) => markdown(String(bundleOf(value)["text/markdown"]))],
  ] as const;
  test.each(forms)("%s runs nothing and keeps its shape", async (form, make) => {
    for (const result of results.values()) {
      const problems = await page.insert(tablesOf(result, make));
      // How wide a Markdown table may be is up to the page.
      expect(problems.filter((text) => /html$/i.test(form) || !text.endsWith("wide"))).toEqual([]);
    }
    expect(await page.misdeeds()).toEqual([]);
  });
});
