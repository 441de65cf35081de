import { estimateChart, type VegaLiteSpec } from "../charts/index.ts";
import { InvalidInputError, isInvalidInput } from "../errors.ts";
import type { Estimate } from "../index.ts";
import { isEstimate } from "./estimateColumn.ts";
import type { Fields, Records } from "./readRecords.ts";

/** What draws one kind of result. */
type Draw = (options: { readonly theme?: "light" | "dark"; readonly width: number }) => VegaLiteSpec;

/** The chart of a result, by the fields it carries; nothing for what has none. */
export function chartOf(records: Records, theme: "light" | "dark" | undefined): VegaLiteSpec | undefined {
  // What holds the output of a notebook has no width of its own while the chart is drawn.
  const options = { width: 600, ...(theme === undefined ? {} : { theme }) };
  try {
    return drawOf(records)?.(options);
  } catch (error) {
    // Rows that only look like a result: in two units, or with fields of their own.
    if (isInvalidInput(error)) return undefined;
    throw error;
  }
}

/** The chart, or the reason why there is none. */
export function demandChart(
  task: string,
  records: Records,
  theme: "light" | "dark" | undefined,
): VegaLiteSpec {
  const chart = chartOf(records, theme);
  if (chart !== undefined) return chart;
  throw new InvalidInputError(task, "result", "must be a result that has a chart", records.rows[0]);
}

function drawOf({ rows }: Records): Draw | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  if (isSpec(first)) return ({ width }) => ({ ...first, ...(first.width === "container" ? { width } : {}) });
  if (isEstimate(first)) return (options) => estimateChart(rows as unknown as readonly Estimate[], options);
  return undefined;
}

/** Whether a record is a chart already. */
export function isSpec(record: Fields | undefined): record is VegaLiteSpec {
  return typeof record?.$schema === "string" && record.$schema.includes("/vega-lite/v5");
}
