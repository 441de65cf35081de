import { type Backtest, formatEstimate } from "../index.ts";
import { count } from "./groups.ts";
import { customersNote, duration, modelTitle, percent } from "./results.ts";
import type { Theme } from "./theme.ts";
import type { JsonRecord } from "./vegaLite.ts";

/** What a back-test came to, for a subtitle. */
export function forecastNotes(result: Backtest): string[] {
  const { n, model, horizon, timeUnit, actual, expected, low, high, relativeError, reason } = result;
  if (n === null) return [customersNote(n)];
  const range = formatEstimate({ unit: "count", estimate: expected, low, high });
  const error = relativeError === null ? "" : `, error ${percent(Number(relativeError.toFixed(3)))}`;
  const notes = [
    `${customersNote(n)}, ${modelTitle(model)}, holdout of ${duration(horizon, timeUnit)}`,
    `Actual ${count(actual)}, expected ${range}${error}`,
  ];
  return reason === null ? notes : [...notes, reason];
}

/** Actual and expected, told apart by color and by `channel`, of which there is one value each. */
export function actualAndExpected(
  { groups }: Theme,
  channel: "strokeDash" | "shape",
  range: JsonRecord[string],
  orient: string,
): JsonRecord {
  const series = { field: "series", type: "nominal", legend: { orient, title: null } };
  const domain = ["Actual", "Expected"];
  return {
    color: { ...series, scale: { domain, range: groups.slice(0, 2) } },
    [channel]: { ...series, scale: { domain, range } },
  };
}
