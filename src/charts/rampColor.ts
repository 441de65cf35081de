import type { Theme } from "./theme.ts";
import type { JsonRecord } from "./vegaLite.ts";

/** The color of the number in `field`, on the ramp of the theme, with a legend below the plot. */
export function rampColor(
  { ramp }: Theme,
  field: string,
  [min, max]: readonly [min: number, max: number],
  legend: JsonRecord,
): JsonRecord {
  return {
    field,
    type: "quantitative",
    scale: { domain: [min, max > min ? max : min + 1], range: [...ramp], interpolate: "rgb", clamp: true },
    legend: {
      orient: "bottom",
      direction: "horizontal",
      gradientLength: 150,
      gradientThickness: 8,
      ...legend,
    },
  };
}

/** The smallest and the largest of some numbers; 0 and 0 of none. */
export function extent(values: readonly number[]): readonly [min: number, max: number] {
  const first = values[0] ?? 0;
  return [values.reduce((a, b) => Math.min(a, b), first), values.reduce((a, b) => Math.max(a, b), first)];
}

/** The sum of some numbers, the same in whatever order they come. */
export function sumOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}
