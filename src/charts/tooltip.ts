import type { JsonRecord } from "./vegaLite.ts";

/** What a tooltip shows: fields under their titles, numbers in a format. */
export function tooltip(
  ...lines: readonly (readonly [field: string, title: string, format?: string])[]
): JsonRecord[] {
  return lines.map(([field, title, format]) => ({
    field,
    title,
    ...(format === undefined ? { type: "nominal" } : { type: "quantitative", format }),
  }));
}
