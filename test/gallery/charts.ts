import { type ChartOptions, estimateChart, type VegaLiteSpec } from "../../src/charts/index.ts";
import { nps, rollup } from "../../src/index.ts";
import { answers } from "./sample.ts";

/** A chart of the gallery. */
export interface GalleryChart {
  /** The function that makes it; the name of its heading and of its files. */
  readonly name: string;
  /** One sentence on how to read it. */
  readonly reading: string;
  /** What it is made of. */
  readonly result: () => unknown;
  /** Makes it of this result or another. */
  readonly draw: (result: unknown, options?: ChartOptions) => VegaLiteSpec;
}

/** Every chart, in the order of the page, which shows the code of result and options as it stands here. */
export const gallery: readonly GalleryChart[] = [
  shown(
    estimateChart,
    () => rollup(answers, ["channel"], nps),
    "Each dot is the score of a channel, and the bar around it is where the score of all its customers may well be: channels whose bars lie apart differ.",
  ),
];

function shown<Result, Options extends ChartOptions>(
  chart: (result: Result, options?: Options) => VegaLiteSpec,
  result: () => Result,
  reading: string,
  options?: Options,
): GalleryChart {
  return {
    name: chart.name,
    reading,
    result,
    // Whoever draws another result has to expect to be refused, so that its type is left open.
    draw: (other, more) => chart(other as Result, { ...options, ...more } as Options),
  };
}
