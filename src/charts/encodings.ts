import type { Theme } from "./theme.ts";
import type { JsonRecord } from "./vegaLite.ts";

/** Names along an axis, in the order of the data. */
export function inOrder(field: string, type: "ordinal" | "nominal", axis: JsonRecord = {}): JsonRecord {
  return { field, type, sort: null, title: null, axis };
}

export function quantitative(field: string): JsonRecord {
  return { field, type: "quantitative" };
}

/** Seen where the test, which is ours, holds. */
export function where(test: string, seen = 1, otherwise = 0): JsonRecord {
  return { condition: { test, value: seen }, value: otherwise };
}

/** The color of grid lines, among which zero stands out. */
export function gridColor({ grid, muted }: Theme): JsonRecord {
  return { condition: { test: "datum.value === 0", value: muted }, value: grid };
}

/**
 * Lines of `x`, `estimate`, `low` and `high` with their bands: `alone` is an interval that has no neighbor and so no
 * band, `dot` what has a dot, `open` a hollow one. Records without a `period` are something else. A layer that none of the
 * `values` needs is left out, since it would draw each of them unseen.
 */
export function lineLayers(
  { paper }: Theme,
  values: readonly JsonRecord[],
  lines: number,
  interpolate: string,
  tooltip: readonly JsonRecord[],
): JsonRecord[] {
  const band = { y: quantitative("low"), y2: { field: "high" } };
  const transform = [{ filter: "datum.period" }];
  const needed = (field: string, layer: JsonRecord): JsonRecord[] =>
    values.some((value) => value[field]) ? [layer] : [];
  return [
    { transform, mark: { type: "area", interpolate, opacity: 0.04 + 0.18 / lines }, encoding: band },
    ...needed("alone", {
      transform,
      mark: { type: "rule", strokeWidth: 4 },
      encoding: { ...band, opacity: where("datum.alone", 0.35) },
    }),
    { transform, mark: { type: "line", interpolate, strokeWidth: 2 } },
    {
      transform,
      mark: { type: "point", filled: true, size: 45 },
      encoding: { opacity: where("datum.dot || datum.open"), tooltip },
    },
    ...needed("open", {
      transform,
      mark: { type: "point", filled: true, size: 12 },
      encoding: { color: { value: paper }, opacity: where("datum.open") },
    }),
  ];
}
