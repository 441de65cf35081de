import { type Bundle, type Cell, type Output, SVG, VEGA_LITE } from "./notebook.ts";

/** What is wrong with what a notebook shows, cell by cell: errors, and outputs other than its tags ask for. */
export function wrongOutputs(cells: readonly Cell[]): string[] {
  return cells.flatMap(({ id, type, tags, outputs }) => {
    if (type === "markdown") return [];
    const errors = outputs.flatMap((output) =>
      output.output_type === "error" ? [`${output.ename}: ${output.evalue}`] : [],
    );
    const problems = errors.length > 0 ? errors : objections(tags, outputs);
    return problems.map((problem) => `${id}: ${problem}`);
  });
}

function objections(tags: readonly string[], outputs: readonly Output[]): string[] {
  const [tag, ...more] = tags;
  const [output, ...others] = outputs;
  if (more.length > 0) return ["has more than one tag"];
  if (tag === undefined) return output === undefined ? [] : ["shows something, and has no tag"];
  if (output === undefined || others.length > 0) return [`has ${outputs.length} outputs, and not one`];
  if (tag === "text") return output.output_type === "stream" ? [] : ["prints nothing"];
  if (output.output_type !== "execute_result") return ["shows nothing as its result"];
  if (tag === "table") return wrongTable(output.data);
  return tag === "chart" ? wrongChart(output.data) : [`has the tag ${tag}, which says nothing`];
}

function wrongTable(data: Bundle): string[] {
  const html = data["text/html"];
  const missing = ["text/plain", "text/markdown"].filter((type) => !isText(data[type]));
  if (VEGA_LITE in data) return ["shows a chart, which hides its table"];
  if (!isText(html)) return ["has no table"];
  return [...missing.map((type) => `has no ${type}`), ...wrongHtml(html)];
}

function wrongChart(data: Bundle): string[] {
  const spec = data[VEGA_LITE] as { readonly data?: { readonly values?: readonly unknown[] } } | undefined;
  if (spec === undefined) return ["has no chart"];
  if ((spec.data?.values?.length ?? 0) === 0) return ["has a chart without data"];
  return isText(data[SVG]) && data[SVG].startsWith("<svg") ? [] : ["has no picture of its chart"];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

const EMPTY: readonly string[] = ["br", "img", "hr", "rect", "line", "circle", "path"];

/** HTML whose tags do not close in order, and tables without rows or with rows of another width than their head. */
function wrongHtml(html: string): string[] {
  const open: string[] = [];
  const tables: number[][] = [];
  for (const [, slash, name = "", rest = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi)) {
    if (slash === "/") {
      const last = open.pop();
      if (last !== name) return [`has HTML in which </${name}> closes <${last ?? "nothing"}>`];
      continue;
    }
    if (!rest.endsWith("/") && !EMPTY.includes(name)) open.push(name);
    if (name === "table") tables.push([]);
    const widths = tables.at(-1) ?? [];
    if (name === "tr") widths.push(0);
    const span = Number(/\bcolspan="?(\d+)/.exec(rest)?.[1] ?? 1);
    if (name === "td" || name === "th") widths[widths.length - 1] = (widths.at(-1) ?? 0) + span;
  }
  if (open.length > 0) return [`has HTML in which <${open.at(-1)}> is not closed`];
  if (tables.length === 0) return ["has HTML without a table"];
  return tables.flatMap((widths) => {
    if (widths.length < 2) return ["has a table without rows"];
    const odd = widths.findIndex((width) => width !== widths[0]);
    return odd === -1 ? [] : [`has a table whose row ${odd} has ${widths[odd]} cells, and not ${widths[0]}`];
  });
}
