import { checkChoice } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { type Answer, type CsatOptions, formatShares } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { nNote } from "./estimates.ts";
import { count } from "./groups.ts";
import { barsOf, npsBands, readScores, satisfiedBands } from "./scores.ts";
import { toChart, TWO_LINES } from "./toChart.ts";
import type { JsonRecord, VegaLiteSpec } from "./vegaLite.ts";

/** The options of {@link scoreChart}. */
export interface ScoreChartOptions extends ChartOptions {
  /**
   * What the scores are divided into: `"nps"`, the default, has detractors (0 to 6), passives and promoters (9 and
   * 10); `"satisfied"` has those below the cut of `csat` and those from it.
   */
  readonly bands?: "nps" | "satisfied";
  /** For `"satisfied"`: the lowest and the highest possible answer. Default `[1, 5]`. */
  readonly scale?: CsatOptions["scale"];
  /** For `"satisfied"`: the lowest answer that counts as satisfied. By default as `csat` has it. */
  readonly satisfiedFrom?: number;
}

/**
 * How often each score was given, with the bands that a metric makes of them: detractors, passives and promoters, or
 * satisfied and not. Their shares add up to 100 %. A score that nobody gave has its empty place.
 *
 * @param answers - Scores, or a tally of them; `count` lets one row stand for many; `null` is unanswered.
 * @throws {InvalidInputError} When a score is not an integer on the scale, or an option is not valid or does not
 *   belong to these bands.
 * @example
 * scoreChart([10, 9, 8, 3, null]).description;
 * // => "Distribution of scores. Detractors 25% (1), Passives 25% (1), Promoters 50% (2). n = 4, 1 unanswered"
 * @see docs/guide/charts.md.
 */
export function scoreChart(answers: Iterable<Answer>, options: ScoreChartOptions = {}): VegaLiteSpec {
  const task = "draw scoreChart";
  checkChartOptions(task, options, ["bands", "scale", "satisfiedFrom"]);
  const { bands: kind = "nps", scale, satisfiedFrom } = options;
  checkChoice(task, "bands", kind, ["nps", "satisfied"]);
  for (const [name, value] of Object.entries({ scale, satisfiedFrom })) {
    if (kind === "nps" && value !== undefined)
      throw new InvalidInputError(task, name, 'must be left out unless bands is "satisfied"', value);
  }
  const scored = kind === "nps" ? npsBands() : satisfiedBands(task, scale, satisfiedFrom);
  const tally = readScores(task, answers, scored);
  const { bars, step } = barsOf(tally, scored);
  const { bands } = scored;
  const n = bars.reduce((sum, bar) => sum + bar.count, 0);
  const missing = tally.find(({ score }) => score === null)?.count ?? 0;
  const sums = bands.map(({ name }) =>
    bars.reduce((sum, bar) => sum + (bar.band === name ? bar.count : 0), 0),
  );
  // The last one first, so that a tie goes where rounding the metric puts it: 5 of 8 are 63 %.
  const shares = formatShares([...sums].reverse()).reverse();
  const parts = bands.map((band, index) => ({
    ...band,
    share: `${shares[index]}\n(${count(sums[index] ?? 0)})`,
    until: bars.filter(({ score }) => score <= band.to).length / bars.length,
  }));
  return toChart(
    {
      title: "Distribution of scores",
      notes: [`${nNote(n)}, ${count(missing)} unanswered`, ...(step > 1 ? [`${step} scores to a bar`] : [])],
      description: `${parts.map(({ name, share }) => `${name} ${share.replace("\n", " ")}`).join(", ")}.`,
      height: 330,
      values: n === 0 ? [] : bars.map((bar) => ({ ...bar, share: bar.count / n })),
      layer: (theme) => [
        {
          mark: { type: "bar", cornerRadiusEnd: 2 },
          encoding: {
            x: {
              field: "tick",
              type: "ordinal",
              sort: null,
              title: "Score, and how often it was given",
              scale: { paddingInner: 0.2, paddingOuter: 0.1 },
              axis: TWO_LINES,
            },
            y: { field: "count", type: "quantitative", axis: null },
            color: {
              field: "band",
              type: "nominal",
              scale: { domain: bands.map(({ name }) => name), range: bands.map(({ color }) => theme[color]) },
              legend: null,
            },
            tooltip: [
              { field: "score", type: "nominal", title: "Score" },
              { field: "band", type: "nominal", title: "Band" },
              { field: "count", type: "quantitative", title: "n", format: "," },
              { field: "share", type: "quantitative", title: "Share", format: ".1%" },
            ],
          },
        },
        ...parts.flatMap(({ name, share, color, until }, index) =>
          bracket(`${name}\n${share}`, theme[color], parts[index - 1]?.until ?? 0, until),
        ),
      ],
    },
    options,
  );
}

/** A line above the bars of a band, and its name; both ends in shares of the width. */
function bracket(text: string, color: string, since: number, until: number): readonly JsonRecord[] {
  // Towards the sides, so that the names of narrow bands have room.
  const [align, x] = since === 0 ? ["left", "0"] : until === 1 ? ["right", "width"] : ["center", MIDDLE];
  return [
    {
      data: { values: [{}] },
      mark: { type: "rule", strokeWidth: 3, color },
      encoding: {
        x: { value: { expr: `width * ${since} + 1` } },
        x2: { value: { expr: `width * ${until} - 1` } },
        y: { value: -6 },
      },
    },
    {
      data: { values: [{ text }] },
      mark: { type: "text", lineBreak: "\n", lineHeight: 14, baseline: "top", align },
      encoding: { text: { field: "text" }, x: { value: { expr: x } }, y: { value: -54 } },
    },
  ];
}

/** Between the passives of a small picture, and their neighbors at its side. */
const MIDDLE = "width * 8 / 11 - 6";
