// Checked by `tsc --noEmit` alone; nothing here runs.
import type { VegaLiteSpec } from "../../src/charts/index.ts";
import {
  type Display,
  display,
  type MimeBundle,
  toCsv,
  toHtml,
  toMarkdown,
  toTable,
} from "../../src/display/index.ts";
import { type Clv, nps, type RfmSegmentRow, rollup } from "../../src/index.ts";
import { type Equal, type Expect, holds } from "./expect.ts";

declare const value: Clv;
declare const segments: readonly RfmSegmentRow[];
declare const spec: VegaLiteSpec;
const groups = rollup([{ channel: "web", score: 9 }], ["channel"], nps);

const bundle = display(groups)[Symbol.for("Jupyter.display")]?.();

display(value, { show: "chart", theme: "dark", limit: 10 });
display(spec);
toTable(segments, { locale: "de", digits: 2, columns: ["segment", "n"] });
toMarkdown(new Set([{ a: 1 }]));
toHtml(nps([9]));
toCsv(segments);
holds<
  [
    Expect<Equal<ReturnType<typeof display>, Display>>,
    Expect<Equal<typeof bundle, MimeBundle | string | undefined>>,
    Expect<Equal<ReturnType<typeof toTable>, string>>,
  ]
>();

// @ts-expect-error A number alone is no result.
display(48.2);
// @ts-expect-error There is no such form.
display(groups, { show: "graph" });
// @ts-expect-error There is no such option.
toTable(groups, { limt: 3 });
// @ts-expect-error CSV has no options: everything is written.
toCsv(groups, { limit: 3 });
// @ts-expect-error A result shows text, not a number.
const wrong: number = display(groups).toString();
export { wrong };
