import {
  aliveChart,
  backtestChart,
  type ChartOptions,
  calibrationChart,
  clvChart,
  estimateChart,
  movementsChart,
  retentionChart,
  retentionHeatmap,
  rfmChart,
  scoreChart,
  survivalChart,
  trendChart,
  type VegaLiteSpec,
} from "../../src/charts/index.ts";
import {
  backtest,
  calendarMonths,
  calendarQuarters,
  clv,
  cohortRetention,
  fitBgNbd,
  isoWeeks,
  kaplanMeier,
  mrrMovements,
  nps,
  probabilityAlive,
  retentionCurve,
  rfm,
  rollup,
  timeline,
} from "../../src/index.ts";
import { answers, customers, lifetimes, purchases, revenue } from "./sample.ts";

/** A chart of the gallery. */
export interface GalleryChart {
  /** The function that makes it, and behind a hyphen which of its forms; the name of its files. */
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
  shown(
    trendChart,
    () => timeline(answers, { at: (row) => row.respondedAt, bucket: isoWeeks("America/Toronto") }, nps),
    "The line is the score of each week and the band its interval: a change is one when the bands lie apart, and what stays within them is most likely chance.",
  ),
  shown(
    scoreChart,
    () => answers,
    "How often each score was given: from left to right detractors, passives and promoters, whose shares make the score.",
  ),
  shown(
    scoreChart,
    () => answers.map((row) => row.satisfaction),
    "The same for satisfaction: CSAT is the share right of the cut.",
    { bands: "satisfied" },
  ),
  shown(
    retentionHeatmap,
    () => cohortRetention(purchases, { bucket: calendarQuarters(), asOf: "2024-06-30" }),
    "A line is those who came in the same quarter: read along it how many came back, and down a column whether later cohorts do better; a pale cell is not over yet.",
  ),
  shown(
    retentionChart,
    () => retentionCurve(cohortRetention(purchases, { bucket: calendarMonths(), asOf: "2024-06-30" })),
    "How many of all customers bought in the first, second, third month after their first: where the curve turns flat, those who are left stay.",
  ),
  shown(
    survivalChart,
    () => rollup(lifetimes, ["plan"], kaplanMeier),
    "Each step down is somebody who left, and the curve is the share still there after so many days: where it crosses 50%, half have left.",
    { timeUnit: "day" },
  ),
  shown(
    movementsChart,
    () => mrrMovements(revenue, { bucket: calendarMonths(), asOf: "2024-12-31" }),
    "Upwards what each month won, downwards what it lost: the mark is the sum of both, and revenue grows as long as it is above zero.",
  ),
  shown(
    rfmChart,
    () => rfm(purchases, { asOf: "2024-06-30" }),
    "Customers by how lately and how often they bought, the best at the top right: the number in a cell is how many they are, its color what they spent.",
  ),
  shown(
    aliveChart,
    () => probabilityAlive(fitBgNbd(customers), customers),
    "Who bought often and has been silent since is most likely gone (top left), who bought lately is most likely still there (right).",
  ),
  shown(
    backtestChart,
    () => backtest(purchases, { calibrationEnd: "2023-12-31", asOf: "2024-06-30", unit: "week" }),
    "Left of the line the model has seen the purchases, right of it it has not: the closer the two curves stay there, the more a forecast is worth.",
  ),
  shown(
    calibrationChart,
    () => backtest(purchases, { calibrationEnd: "2023-12-31", asOf: "2024-06-30", unit: "week" }),
    "Customers by how often they had come back: the two marks of a group are what they bought next and what was expected, and should lie close together.",
  ),
  shown(
    calibrationChart,
    () => backtest(purchases, { calibrationEnd: "2023-12-31", asOf: "2024-06-30", unit: "week" }),
    "The same by tenths of the forecast: where a model ranks customers well, both marks fall from left to right.",
    { by: "decile" },
  ),
  shown(
    clvChart,
    () => clv(purchases, { asOf: "2024-06-30", unit: "month", horizon: 12, margin: 0.3 }),
    "How many customers are worth how much: most are worth little, so that the mean lies right of the median.",
  ),
  shown(
    clvChart,
    () => clv(purchases, { asOf: "2024-06-30", unit: "month", horizon: 12, margin: 0.3 }),
    "The best customers first: how high the curve is at 20% is the share of the value that the best fifth holds.",
    { show: "concentration" },
  ),
];

function shown<Result, Options extends ChartOptions>(
  chart: (result: Result, options?: Options) => VegaLiteSpec,
  result: () => Result,
  reading: string,
  options?: Options,
): GalleryChart {
  const [form] = ["show", "by", "bands"].flatMap(
    (name) => new Map(Object.entries(options ?? {})).get(name) ?? [],
  );
  return {
    name: form === undefined ? chart.name : `${chart.name}-${form}`,
    reading,
    result,
    // Whoever draws another result has to expect to be refused, so that its type is left open.
    draw: (other, more) => chart(other as Result, { ...options, ...more } as Options),
  };
}
