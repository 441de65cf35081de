import { checkChoice } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Answer, CsatOptions } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { inOrder, quantitative } from "./encodings.ts";
import { nNote } from "./estimates.ts";
import { count } from "./groups.ts";
import { NPS_BANDS, readScores, satisfiedBands } from "./scores.ts";
import { TWO_LINES, toChart } from "./toChart.ts";
import { tooltip } from "./tooltip.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";

/** The options of {@link scoreChart}. */
export interface ScoreChartOptions extends ChartOptions {
  /**
   * What the scores are divided into: `"nps"`, the default, has detractors (0 to 6), passives and promoters (9 and
   * 10); `"satisfied"` has those below the cut of `csat` and those from it.
   */
  readonly bands?: "nps" | "satisfied";
  /** For `"satisfied"`: the lowest and the highest possible answer, at most 100 apart. Default `[1, 5]`. */
  readonly scale?: CsatOptions["scale"];
  /** For `"satisfied"`: the lowest answer that counts as satisfied. By default as `csat` has it. */
  readonly satisfiedFrom?: number;
}

/**
 * How often each score was given, with the bands that a metric makes of them: detractors, passives and promoters, or
 * satisfied and not. A score that nobody gave has its empty place.
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
  const scored = kind === "nps" ? NPS_BANDS : satisfiedBands(task, scale, satisfiedFrom);
  const counts = readScores(task, answers, scored);
  const missing = counts.get(null) ?? 0;
  const n = [...counts.values()].reduce((sum, given) => sum + given, -missing);
  const points = scored.max - scored.min + 1;
  const bars = Array.from({ length: points }, (_, index) => {
    const score = scored.min + index;
    const given = counts.get(score) ?? 0;
    const band = scored.bands.find(({ to }) => score <= to)?.name ?? "";
    return { score, count: given, band, share: given / n, tick: `${score}\n${count(given)}` };
  });
  let since = 0;
  const bands = scored.bands.map(({ name, to }) => {
    const given = bars.reduce((sum, bar) => sum + (bar.band === name ? bar.count : 0), 0);
    const until = (to - scored.min + 1) / points;
    // Towards the sides, so that the names of narrow bands have room.
    const align = since === 0 ? "left" : until === 1 ? "right" : "center";
    const text = `${name}\n${Number(((100 * given) / n).toFixed(1))}%\n(${count(given)})`;
    const band = { band: name, since, until, align, text };
    since = until;
    return band;
  });
  return toChart(
    {
      title: "Distribution of scores",
      notes: [`${nNote(n)}, ${count(missing)} unanswered`],
      description: `${bands.map(({ text }) => text.replaceAll("\n", " ")).join(", ")}.`,
      height: 330,
      values: n === 0 ? [] : bars,
      encoding: (theme) => ({
        color: {
          field: "band",
          type: "nominal",
          scale: {
            domain: bands.map(({ band }) => band),
            range: scored.bands.map(({ color }) => theme[color]),
          },
          legend: null,
        },
      }),
      layer: ({ text }) => [
        {
          mark: { type: "bar", cornerRadiusEnd: 2 },
          encoding: {
            x: {
              ...inOrder("tick", "ordinal", TWO_LINES),
              title: "Score, and how often it was given",
              scale: { paddingInner: 0.2, paddingOuter: 0.1 },
            },
            y: { ...quantitative("count"), axis: null },
            tooltip: tooltip(
              ["score", "Score"],
              ["band", "Band"],
              ["count", "n", ","],
              ["share", "Share", ".1%"],
            ),
          },
        },
        {
          data: { values: bands },
          mark: { type: "rule", strokeWidth: 3 },
          encoding: {
            x: { value: { expr: "width * datum.since + 1" } },
            x2: { value: { expr: "width * datum.until - 1" } },
            y: { value: -6 },
          },
        },
        {
          data: { values: bands },
          mark: {
            type: "text",
            lineBreak: "\n",
            lineHeight: 14,
            baseline: "top",
            align: { expr: "datum.align" },
          },
          encoding: {
            text: { field: "text" },
            color: { value: text },
            // Between the passives of a small picture, and their neighbors at its side.
            x: {
              value: {
                expr: "datum.align === 'left' ? 0 : datum.align === 'right' ? width : width * 8 / 11 - 6",
              },
            },
            y: { value: -54 },
          },
        },
      ],
    },
    options,
  );
}
