import { checkChoice, checkNames, checkPositive } from "../check.ts";
import { InvalidInputError } from "../errors.ts";

/** What every chart can be asked. */
export interface ChartOptions {
  /** For light or for dark surroundings; the background is transparent in both. Default `"light"`. */
  readonly theme?: "light" | "dark";
  /**
   * Width of the whole picture in pixels. The default `"container"` takes the width of the element the chart is drawn
   * into, and 600 where there is none.
   */
  readonly width?: number | "container";
  /** Height of the whole picture in pixels, titles included. By default what the chart needs. */
  readonly height?: number;
  /** The heading. By default what is measured. */
  readonly title?: string;
}

const CHART_OPTIONS: readonly string[] = ["theme", "width", "height", "title"];

/** The options as they were given, each checked; `more` are the names that this chart has beside the shared ones. */
export function checkChartOptions<Options extends ChartOptions>(
  task: string,
  options: Options,
  more: readonly string[] = [],
): Options {
  checkNames(task, "option", options, [...CHART_OPTIONS, ...more]);
  const { theme, width, height, title } = options;
  if (theme !== undefined) checkChoice(task, "theme", theme, ["light", "dark"]);
  if (width !== undefined && width !== "container") {
    if (typeof width === "string")
      throw new InvalidInputError(task, "width", 'must be a number of pixels or "container"', width);
    checkPositive(task, "width", width);
  }
  if (height !== undefined) checkPositive(task, "height", height);
  if (title !== undefined && typeof title !== "string")
    throw new InvalidInputError(task, "title", "must be text", title);
  return options;
}
