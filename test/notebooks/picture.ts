import type { VegaLiteSpec } from "../../src/charts/index.ts";
import { draw } from "../support/charts.ts";
import { type Cell, type Output, SVG, VEGA_LITE } from "./notebook.ts";

/** Cells with a picture beside each chart, for readers whose viewer draws none, and what the tools objected to. */
export async function withPictures(
  cells: readonly Cell[],
): Promise<{ readonly cells: Cell[]; readonly problems: string[] }> {
  const problems: string[] = [];
  const pictured: Cell[] = [];
  for (const cell of cells) {
    const outputs: Output[] = [];
    for (const output of cell.outputs) {
      const spec = "data" in output ? output.data[VEGA_LITE] : undefined;
      if (!("data" in output) || spec === undefined) {
        outputs.push(output);
        continue;
      }
      const drawn = await picture(spec as VegaLiteSpec, cell.id).catch((error: unknown) => ({
        svg: "",
        problems: [String(error)],
      }));
      problems.push(...drawn.problems.map((problem) => `${cell.id}: the chart cannot be drawn: ${problem}`));
      outputs.push({ ...output, data: { ...output.data, [SVG]: drawn.svg } });
    }
    pictured.push({ ...cell, outputs });
  }
  return { cells: pictured, problems };
}

async function picture(
  spec: VegaLiteSpec,
  id: string,
): Promise<{ readonly svg: string; readonly problems: readonly string[] }> {
  // With the axes and titles around a plot of a given size: fitted into a frame, a title above a legend is cut off,
  // because Vega places it before it knows how high the legend is.
  const height = typeof spec.height === "number" ? { height: Math.max(40, spec.height - 90) } : {};
  const { svg, problems } = await draw({ ...spec, ...height, width: 530, autosize: "pad", padding: 8 });
  // On white, because a picture, unlike a chart, cannot ask for the colors of the page around it.
  const paper = svg.replace(/(<svg[^>]*>)/, '$1<rect width="100%" height="100%" fill="white"/>');
  return { svg: withNames(paper, id), problems };
}

/** Vega numbers the parts it refers to on and on; here by cell, because several pictures stand in one page. */
function withNames(svg: string, id: string): string {
  const names = new Map<string, string>();
  return svg.replace(/(\bid="|url\(#)([a-z_]+\d+)/g, (_, before: string, name: string) => {
    const own = names.get(name) ?? `${id}-${names.size + 1}`;
    names.set(name, own);
    return before + own;
  });
}
