export { InvalidInputError } from "../errors.ts";
export type { ChartOptions } from "./chartOptions.ts";
export { type EstimateChartOptions, estimateChart } from "./estimateChart.ts";
export type { Estimates } from "./estimates.ts";
export type { GroupOptions } from "./groups.ts";
export { type HeatmapCell, retentionHeatmap } from "./retentionHeatmap.ts";
export type { Json, JsonRecord, VegaLiteSpec } from "./vegaLite.ts";
