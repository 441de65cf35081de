/** What a cell shows, by media type: text, or for `…+json` a value. */
export type Bundle = Readonly<Record<string, unknown>>;

/** One output of a cell, as nbformat 4 has it. */
export type Output =
  | { readonly output_type: "stream"; readonly name: string; readonly text: string }
  | { readonly output_type: "execute_result" | "display_data"; readonly data: Bundle }
  | { readonly output_type: "error"; readonly ename: string; readonly evalue: string };

/** A cell. Its tags say what it has to show: `table`, `chart` or `text`, and without a tag nothing. */
export interface Cell {
  readonly type: "code" | "markdown";
  readonly id: string;
  readonly tags: readonly string[];
  readonly source: string;
  readonly outputs: readonly Output[];
}

/** The media type of charts. */
export const VEGA_LITE = "application/vnd.vegalite.v5+json";
/** The media type of the pictures of charts, for readers without a kernel. */
export const SVG = "image/svg+xml";

interface RawCell {
  readonly cell_type: string;
  readonly id?: string;
  readonly metadata?: { readonly tags?: readonly string[] };
  readonly source: string | readonly string[];
  readonly outputs?: readonly RawOutput[];
}

interface RawOutput {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Bundle;
  readonly ename?: string;
  readonly evalue?: string;
}

/** The cells of a notebook file. Empty code cells, which front ends leave at the end, are no cells. */
export function readNotebook(text: string): Cell[] {
  const { cells, nbformat }: { cells: readonly RawCell[]; nbformat: number } = JSON.parse(text);
  if (nbformat !== 4) throw new Error(`nbformat must be 4, and is ${nbformat}`);
  return cells
    .map(
      (cell, index): Cell => ({
        type: cell.cell_type === "markdown" ? "markdown" : "code",
        id: cell.id ?? `cell-${index + 1}`,
        tags: cell.metadata?.tags ?? [],
        source: joined(cell.source),
        outputs: readOutputs(cell.outputs ?? []),
      }),
    )
    .filter(({ source }) => source.trim() !== "");
}

/** Outputs as a kernel sends them, its lines joined and streams that came in parts put together. */
export function readOutputs(raw: readonly RawOutput[]): Output[] {
  const outputs: Output[] = [];
  for (const { output_type, name = "", text = "", data = {}, ename = "", evalue = "" } of raw) {
    const last = outputs.at(-1);
    if (output_type === "error") outputs.push({ output_type, ename, evalue });
    else if (output_type !== "stream") outputs.push({ output_type: kindOf(output_type), data: read(data) });
    else if (last?.output_type === "stream" && last.name === name)
      outputs[outputs.length - 1] = { ...last, text: last.text + joined(text) };
    else outputs.push({ output_type, name, text: joined(text) });
  }
  return outputs;
}

/** The bytes of a notebook file: the same for the same cells, whoever ran them and when. */
export function writeNotebook(cells: readonly Cell[]): string {
  let count = 0;
  const written = cells.map(({ type, id, tags, source, outputs }) => {
    const metadata = tags.length === 0 ? {} : { tags };
    if (type === "markdown") return { cell_type: type, id, metadata, source: lines(source) };
    count += 1;
    const shown = outputs.map((output) => writeOutput(output, count));
    return { cell_type: type, execution_count: count, id, metadata, outputs: shown, source: lines(source) };
  });
  const metadata = {
    kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
    language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
  };
  return `${JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function writeOutput(output: Output, count: number): unknown {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  if (output.output_type === "error") return { ...output, traceback: [] };
  const data = Object.fromEntries(
    Object.entries(output.data).map(([type, value]) => [
      type,
      typeof value === "string" ? lines(value) : value,
    ]),
  );
  const number = output.output_type === "execute_result" ? { execution_count: count } : {};
  return { output_type: output.output_type, ...number, data, metadata: {} };
}

function kindOf(type: string): "execute_result" | "display_data" {
  if (type === "execute_result" || type === "display_data") return type;
  throw new Error(`an output of the kind ${type} is not known`);
}

function read(data: Bundle): Bundle {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [type, isLines(value) ? joined(value) : value]),
  );
}

function isLines(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((line) => typeof line === "string");
}

function joined(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.join("");
}

function lines(text: string): string[] {
  return text.split(/(?<=\n)/);
}
