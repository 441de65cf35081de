import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as charts from "../../src/charts/index.ts";
import type { SourceText } from "../support/rules/sourceText.ts";
import { gallery } from "./charts.ts";
import { galleryPage } from "./page.ts";
import { picture } from "./picture.ts";

const folder = "docs/gallery";
const write = process.env.UPDATE_DOCS === "1";
const themes: readonly ("light" | "dark")[] = ["light", "dark"];

/** With UPDATE_DOCS=1 writes the file; otherwise it must hold exactly this. */
function expectFile(path: string, text: string): void {
  if (write) writeFileSync(path, text);
  const held = existsSync(path) ? readFileSync(path, "utf8") : "";
  expect(held === text, `${path} is not what the charts draw now: npm run gallery`).toBe(true);
}

describe.each(gallery)("$name", ({ name, result, draw }) => {
  test.each(themes)("is the picture in the gallery, %s", async (theme) => {
    mkdirSync(folder, { recursive: true });
    const svg = await picture(draw(result(), { theme }), theme);
    // The largest is the survival curve, of which each time is a point that can be pointed at.
    expect(Buffer.byteLength(svg)).toBeLessThan(80_000);
    expectFile(`${folder}/${name}-${theme}.svg`, svg);
  });
});

test("the page shows these charts", () => {
  const read = (path: string): SourceText => ({ path, text: readFileSync(path, "utf8") });
  const page = galleryPage(gallery, {
    charts: read("test/gallery/charts.ts"),
    sample: read("test/gallery/sample.ts"),
    entries: new Map([
      ["cx-metrics", read("src/index.ts")],
      ["cx-metrics/charts", read("src/charts/index.ts")],
    ]),
  });
  expectFile("docs/gallery.md", page);
});

test("every chart of the package is in the gallery", () => {
  const published = Object.keys(charts).filter((name) => name.endsWith("Chart") || name.endsWith("Heatmap"));
  const shown = new Set(gallery.map(({ name }) => name.split("-")[0]));
  expect(published.filter((name) => !shown.has(name))).toEqual([]);
});

test("there are no other pictures", () => {
  const wanted = gallery.flatMap(({ name }) => themes.map((theme) => `${name}-${theme}.svg`));
  expect(readdirSync(folder).sort((a, b) => (a < b ? -1 : 1))).toEqual(
    wanted.sort((a, b) => (a < b ? -1 : 1)),
  );
});
