import ts from "typescript";
import { entryOf } from "../support/docs/examples.ts";
import { namesIn } from "../support/docs/page.ts";
import { type SourceText, walk } from "../support/rules/sourceText.ts";
import type { GalleryChart } from "./charts.ts";

/** The files that the page is made of. */
export interface GallerySources {
  /** `charts.ts`, whose code the page shows. */
  readonly charts: SourceText;
  /** `sample.ts`, which the page shows first. */
  readonly sample: SourceText;
  /** The entries of the package by the name that code imports them from. */
  readonly entries: ReadonlyMap<string, SourceText>;
}

/** The gallery as Markdown: each chart with its picture, its code, and how to read it. */
export function galleryPage(charts: readonly GalleryChart[], sources: GallerySources): string {
  const codes = codesOf(sources.charts);
  const sections = charts.map(({ name, reading, result, draw }, index) => {
    const shown = codes[index] ?? "";
    return [
      `## ${name.replace("-", ": ")}`,
      pictureTag(name, draw(result()).description),
      reading,
      block([...importsFor(shown, sources.entries), `\n${shown};`].join("\n")),
    ].join("\n\n");
  });
  return `${[INTRODUCTION, "## The data", DATA, block(sampleCode(sources.sample)), ...sections].join("\n\n")}\n`;
}

const INTRODUCTION = `# Gallery

<!-- Written by npm run gallery from test/gallery; a test compares it. -->

Every chart, drawn from the samples in this repository. The data are made up. [Charts](guide/charts.md) says how to show
them on a page, in a notebook or as a file.`;

const DATA = "What the charts below are made from. The samples are in the repository, not in the package.";

function block(code: string): string {
  return `\`\`\`ts\n${code.trim()}\n\`\`\``;
}

/** The picture in the theme of the page, with the chart's own description for those who do not see it. */
function pictureTag(name: string, description: string): string {
  const text = description.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return [
    "<picture>",
    `  <source media="(prefers-color-scheme: dark)" srcset="gallery/${name}-dark.svg">`,
    `  <img src="gallery/${name}-light.svg" width="600" alt="${text}">`,
    "</picture>",
  ].join("\n");
}

/** The call behind each chart of the list in `charts.ts`, its result and options as they are written there. */
function codesOf({ path, text }: SourceText): string[] {
  const codes: string[] = [];
  walk(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true), (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "shown") return;
    const [chart, result, , options] = node.arguments;
    if (chart === undefined || result === undefined || !ts.isArrowFunction(result)) return;
    const parts = [result.body, ...(options === undefined ? [] : [options])].map((part) =>
      plain(part.getText()),
    );
    const line = `${chart.getText()}(${parts.join(", ")})`;
    const isLong = line.includes("\n") || line.length > 110;
    const list = parts.map((part) => `  ${part.replaceAll("\n", "\n  ")},\n`).join("");
    codes.push(isLong ? `${chart.getText()}(\n${list})` : line);
  });
  return codes;
}

/** Code without the indent that its last line has in its file. */
function plain(text: string): string {
  const last = text.slice(text.lastIndexOf("\n") + 1);
  const [indent = ""] = text.includes("\n") ? (/^ */.exec(last) ?? []) : [];
  return text.replaceAll(`\n${indent}`, "\n");
}

/** One import for each entry of the package that the code takes names from. */
function importsFor(code: string, entries: ReadonlyMap<string, SourceText>): string[] {
  const used = namesIn(code);
  return [...entries].flatMap(([specifier, index]) => {
    const names = [...entryOf(specifier, index).names].filter((name) => used.has(name));
    names.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    return names.length === 0 ? [] : [`import { ${names.join(", ")} } from "${specifier}";`];
  });
}

/** The sample as a reader would write it. */
function sampleCode({ text }: SourceText): string {
  return text.replaceAll('"../../src/index.ts"', '"cx-metrics"').replace(/^export /gm, "");
}
