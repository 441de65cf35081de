import type { JsonRecord } from "./vegaLite.ts";

/** The colors of a theme, each legible on its surroundings: 3 to 1 for marks, 4.5 to 1 for text [WCAG22]. */
export interface Theme {
  /** Titles and labels. */
  readonly text: string;
  /** Subtitles, axes, whatever steps back. */
  readonly muted: string;
  readonly grid: string;
  /** The surroundings, for text on a dark mark and for halos. */
  readonly paper: string;
  /** The one series of a chart that has one. */
  readonly accent: string;
  /** Good, neither and bad: promoters, passives and detractors. Told apart by lightness as well as by hue. */
  readonly good: string;
  readonly neutral: string;
  readonly bad: string;
  /**
   * One color a group: the hues of Okabe and Ito [OkabeIto2008], moved in lightness until they can be told apart on
   * these surroundings by all kinds of color vision, as simulated by [MachadoOliveiraFernandes2009].
   */
  readonly groups: readonly string[];
  /** From little to much. */
  readonly ramp: readonly [string, string];
}

export const THEMES: Readonly<Record<"light" | "dark", Theme>> = {
  light: {
    text: "#222222",
    muted: "#5c5c5c",
    grid: "#e4e4e4",
    paper: "#ffffff",
    accent: "#0068a8",
    good: "#0068a8",
    neutral: "#8c8c8c",
    bad: "#c64e00",
    groups: ["#0068a8", "#e36e00", "#005229", "#870f5d", "#139bc2", "#6e4e01", "#a28583", "#30228f"],
    ramp: ["#eef5fa", "#0a4a82"],
  },
  dark: {
    text: "#f0f0f0",
    muted: "#b4b4b4",
    grid: "#3d3d3d",
    paper: "#1c1c1c",
    accent: "#5cb8f0",
    good: "#5cb8f0",
    neutral: "#9a9a9a",
    bad: "#ff9a52",
    groups: ["#5cb8f0", "#ff8b48", "#26ffb4", "#a96296", "#fceb32", "#d6edf5", "#868c6e", "#586cd3"],
    ramp: ["#1d2e3d", "#8fd0ff"],
  },
};

/** How everything that is not data looks in a picture of some width. */
export function configOf(
  { text, muted, grid }: Theme,
  width: number | "container" = "container",
): JsonRecord {
  // A container says how wide it is where there is one; the tests and other programs have none.
  const pixels = width === "container" ? "(containerSize()[0] || 600)" : String(width);
  return {
    font: "system-ui, sans-serif",
    view: { stroke: null, continuousWidth: 600, discreteWidth: 600 },
    title: {
      color: text,
      fontSize: 15,
      subtitleColor: muted,
      subtitleFontSize: 11.5,
      subtitlePadding: 4,
    },
    axis: {
      labelColor: muted,
      titleColor: muted,
      labelFontSize: 11,
      titleFontSize: 11.5,
      titleFontWeight: "normal",
      titlePadding: 8,
      gridColor: grid,
      domainColor: muted,
      tickColor: muted,
      labelOverlap: true,
    },
    axisY: {
      domain: false,
      ticks: false,
      labelLimit: { expr: `min(160, ${pixels} / 4)` },
    },
    // From the top, because one that reached beyond it would push the heading out of the picture.
    axisYQuantitative: { titleAnchor: "end" },
    axisYDiscrete: { titleAnchor: "start", titleAlign: "right" },
    legend: {
      labelColor: text,
      titleColor: muted,
      labelFontSize: 11,
      titleFontSize: 11,
      labelLimit: 110,
      columns: { expr: `max(2, floor(${pixels} / 150))` },
    },
    text: { color: text, fontSize: 11 },
  };
}
