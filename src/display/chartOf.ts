import {
  aliveChart,
  backtestChart,
  clvChart,
  estimateChart,
  movementsChart,
  retentionChart,
  retentionHeatmap,
  rfmChart,
  survivalChart,
  trendChart,
  type VegaLiteSpec,
} from "../charts/index.ts";
import { InvalidInputError, isInvalidInput } from "../errors.ts";
import { isEstimate } from "./estimateColumn.ts";
import type { Fields, Records } from "./readRecords.ts";

type Theme = "light" | "dark";
type Draw = (result: object, options: { readonly theme: Theme; readonly width: number }) => VegaLiteSpec;

/** The chart of a result, by the fields it carries. Where there is none, that is an error only when one `isAsked` for. */
export function chartOf(
  task: string,
  records: Records,
  theme: Theme,
  isAsked: boolean,
): VegaLiteSpec | undefined {
  const { rows, isAlone } = records;
  const [first = {}] = rows;
  // What holds the output of a notebook may have no width of its own while the chart is drawn.
  const width = 600;
  if (isSpec(first)) return { ...first, width: typeof first.width === "number" ? first.width : width };
  const draw = drawOf(first);
  if (draw === undefined) {
    if (!isAsked) return undefined;
    const kinds = "estimates, cohorts, curves, MRR movements, rfm, clv, backtest";
    throw new InvalidInputError(task, "result", `must be a result that has a chart: ${kinds}`, first);
  }
  try {
    return draw(isAlone ? first : rows, { width, theme });
  } catch (error) {
    // Rows that only look like a result, or are of two units, are shown as a table.
    if (isAsked || !isInvalidInput(error)) throw error;
    return undefined;
  }
}

function drawOf(first: Fields): Draw | undefined {
  const has = (...names: readonly string[]): boolean => names.every((name) => first[name] !== undefined);
  if (first.metric === "clv" && has("customers")) return clvChart as Draw;
  if (first.metric === "rfm") return rfmChart as Draw;
  if (first.metric === "backtest") return backtestChart as Draw;
  if (has("period", "opening", "reactivation", "closing")) return movementsChart as Draw;
  if (!isEstimate(first)) return undefined;
  if (has("offset")) return (has("cohort") ? retentionHeatmap : retentionChart) as Draw;
  if (has("time", "atRisk")) return survivalChart as Draw;
  if (has("period")) return trendChart as Draw;
  if (first.metric === "probabilityAlive" && has("frequency", "recency")) return aliveChart as Draw;
  // Customers are too many to stand side by side.
  return has("customerId") ? undefined : (estimateChart as Draw);
}

/** Whether a record is a chart already. */
export function isSpec(record: Fields): record is VegaLiteSpec {
  return typeof record.$schema === "string" && record.$schema.includes("/vega-lite/v5");
}
