import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expect } from "vitest";
import type { VegaLiteSpec } from "../../src/charts/index.ts";

/** A picture drawn from a spec, and everything the tools objected to on the way. */
export interface Drawn {
  readonly svg: string;
  readonly problems: readonly string[];
}

/** Validates a spec against the schema it names, compiles it and renders it, all without a browser. */
export async function draw(spec: VegaLiteSpec): Promise<Drawn> {
  const problems: string[] = [...schemaProblems(spec)];
  const note = (...args: readonly unknown[]): typeof logger => {
    const text = args.map(String).join(" ");
    // Without a browser there is no window whose size could change, which a responsive chart asks for.
    if (text !== "Can not resolve event source: window") problems.push(text);
    return logger;
  };
  const ignore = (): typeof logger => logger;
  const logger = { level: ignore, warn: note, error: note, info: ignore, debug: ignore } as unknown as {
    level(): number;
    level(level: number): typeof logger;
    warn(...args: readonly unknown[]): typeof logger;
    error(...args: readonly unknown[]): typeof logger;
    info(...args: readonly unknown[]): typeof logger;
    debug(...args: readonly unknown[]): typeof logger;
  };
  const compiled = compile(structuredClone(spec) as unknown as TopLevelSpec, { logger });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: "none", logger });
  const svg = await view.toSVG();
  problems.push(...cutTitles(view));
  view.finalize();
  return { svg, problems };
}

/** Which titles reach beyond the picture. Without a browser texts count as wider than they are, so heights alone do. */
function cutTitles(view: vega.View): string[] {
  const { top } = view.padding() as { readonly top: number };
  const [, above = 0] = view.origin();
  const marks = (view.scenegraph() as unknown as { root: SceneItem }).root.items?.[0]?.items ?? [];
  return marks
    .filter(({ role }) => role === "title")
    .map(({ bounds }) => Math.round(bounds.y1 + above + top))
    .filter((y) => y < 0 || y > 10)
    .map((y) => `The title begins at ${y}`);
}

interface SceneItem {
  readonly role?: string;
  readonly bounds: { readonly y1: number };
  readonly items?: readonly SceneItem[];
}

/** What every chart keeps, whatever its data: valid, quiet, the same after JSON, described; gives its SVG. */
export async function expectChart(spec: VegaLiteSpec): Promise<string> {
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(spec.$schema).toBe("https://vega.github.io/schema/vega-lite/v5.json");
  expect(spec.description.length).toBeGreaterThan(10);
  const { svg, problems } = await draw(spec);
  expect(problems).toEqual([]);
  expect(svg).toContain("<svg");
  expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
  // Data stand in the data, never where Vega would read them as code or follow them.
  const { data: _, ...rest } = spec;
  expect(JSON.stringify(rest)).not.toMatch(/"(?:href|url|signal)":/);
  return svg;
}

/** The texts of a picture line by line, in the order in which they are drawn. */
export function textsOf(svg: string): string[] {
  const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text = ""]) => text);
  return texts
    .flatMap((text) => text.split("</tspan>"))
    .map((line) =>
      line
        .replace(/<[^>]+>/g, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&"),
    )
    .filter((line) => line !== "");
}

/** The records of a spec's data. */
export function valuesOf(spec: VegaLiteSpec): readonly Readonly<Record<string, unknown>>[] {
  return (spec.data as unknown as { values: Readonly<Record<string, unknown>>[] }).values;
}

let validate: ValidateFunction | undefined;

function schemaProblems(spec: VegaLiteSpec): string[] {
  validate ??= new Ajv({ strict: false, allErrors: false, validateFormats: false }).compile(
    JSON.parse(
      readFileSync(createRequire(import.meta.url).resolve("vega-lite/build/vega-lite-schema.json"), "utf8"),
    ),
  );
  if (validate(spec)) return [];
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Group names that have broken charts and pages. */
export const AWKWARD_NAMES: readonly string[] = [
  "",
  "__proto__",
  "constructor",
  "a name that goes on for very much longer than any chart has room for at its side, and then some more",
  "عملاء الشركات الصغيرة",
  "לקוחות חדשים",
  "全てのお客様",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "{{constructor.constructor('alert(1)')()}}",
  "datum['x'] || alert(1)",
  "javascript:alert(1)",
  '=HYPERLINK("https://example.invalid")',
  "line\nbreak\ttab | pipe `tick` *star* [link](javascript:alert(1))",
  "\u202eright to left override",
  "\u001b[31mred",
  "1",
];
