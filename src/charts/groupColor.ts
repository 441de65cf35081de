import type { Theme } from "./theme.ts";
import type { JsonRecord } from "./vegaLite.ts";

/** One color for each `group` of the data, and a legend above the plot; the accent where there is only one. */
export function groupColor({ groups, accent }: Theme, count: number): JsonRecord {
  if (count < 2) return { value: accent };
  return {
    field: "group",
    type: "nominal",
    sort: null,
    scale: { range: groups },
    legend: { orient: "top", title: null, symbolOpacity: 1 },
  };
}
