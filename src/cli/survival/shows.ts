import {
  hazardByPeriod,
  kaplanMeier,
  type LifetimeRow,
  lifetimeQuantile,
  medianLifetime,
  restrictedMeanLifetime,
  rollup,
  survivalAt,
} from "../../index.ts";
import type { ResultRow } from "../command.ts";
import { asGiven, type Given, number, numbers, required, single } from "../given.ts";
import { labelReaders } from "../labels.ts";
import { asUsage } from "../optionText.ts";
import { FINE_DIGITS, printTable, type Shown } from "../printTable.ts";
import type { LifetimeGroup } from "./lifetimeSource.ts";
import { logRankRows, logRankTable } from "./logRank.ts";

/** One of the things that `--show` names, with its options read. */
export interface Show {
  rows(groups: readonly LifetimeGroup[]): ResultRow[];
  table(rows: readonly ResultRow[]): string;
}

/** How a show reads its options, and which of them it has. */
export interface ShowKind {
  readonly options: readonly string[];
  /** `by` and then the column of --group, if there is one, are the labels. */
  read(given: Given, by: readonly string[], group: string | undefined): Show;
}

type LifetimeMetric = (lifetimes: readonly LifetimeRow[]) => object;

/** Options as the library takes them: from a command line they are any text, and the library says which it takes. */
type Checked = Parameters<typeof kaplanMeier>[1] &
  Parameters<typeof restrictedMeanLifetime>[1] &
  Parameters<typeof hazardByPeriod>[1] &
  Parameters<typeof lifetimeQuantile>[1];

/** A show of one result, or one curve, for each group. */
function ofEach(
  options: readonly string[],
  shown: Omit<Shown, "labels">,
  choose: (given: Given, interval: Checked) => LifetimeMetric,
): ShowKind {
  return {
    options: [...options, "level", "method"],
    read: (given, by, group) => {
      const labels = group === undefined ? by : [...by, group];
      const interval = asGiven({ level: number(given, "level"), method: single(given, "method") });
      const metric = choose(given, interval as unknown as Checked);
      asUsage(() => metric([]), QUANTILE);
      return {
        rows: (groups) => rollup(groups, labelReaders(labels), ([one]) => metric(one?.value ?? [])),
        table: (rows) => printTable(rows, { ...shown, labels, digits: FINE_DIGITS }),
      };
    },
  };
}

const QUANTILE: ReadonlyMap<string, string> = new Map([["probability", "quantile"]]);
const RISK = ["atRisk", "events", "censored"];

/** What `--show` can name, the default first. */
export const SHOWS: ReadonlyMap<string, ShowKind> = new Map([
  ["curve", curve()],
  [
    "median",
    ofEach(["quantile"], { counts: ["n"] }, (given, options) => {
      const probability = number(given, "quantile");
      if (probability === undefined) return (lifetimes) => medianLifetime(lifetimes, options);
      return (lifetimes) => lifetimeQuantile(lifetimes, { ...options, probability });
    }),
  ],
  [
    "mean",
    ofEach(["horizon"], { places: ["horizon"], counts: ["n"] }, (given, options) => {
      required(given, "horizon", "up to which duration is the mean taken? Say it with");
      const horizon = number(given, "horizon") ?? Number.NaN;
      return (lifetimes) => restrictedMeanLifetime(lifetimes, { ...options, horizon });
    }),
  ],
  [
    "hazard",
    ofEach(["period"], { places: ["period", "from", "to"], counts: RISK }, (given, options) => {
      const period = asGiven({ period: number(given, "period") });
      return (lifetimes) => hazardByPeriod(lifetimes, { ...options, ...period });
    }),
  ],
  [
    "test",
    {
      options: [],
      read: (given, by) => {
        const group = required(given, "group", "which column has the groups to compare? Name it with");
        return {
          rows: (groups) => logRankRows(groups, by, group),
          table: (rows) => logRankTable(rows, by, group),
        };
      },
    },
  ],
]);

/** The whole curve, or its values at some times. */
function curve(): ShowKind {
  const whole = ofEach(
    ["times"],
    { places: ["time"], counts: RISK },
    (_, options) => (lifetimes) => kaplanMeier(lifetimes, options),
  );
  const atTimes = ofEach(["times"], { places: ["time"], counts: ["n"] }, (given, options) => {
    const times = numbers(given, "times") ?? [];
    return (lifetimes) => survivalAt(kaplanMeier(lifetimes, options), times);
  });
  return {
    options: whole.options,
    read: (given, by, group) => (given.texts.has("times") ? atTimes : whole).read(given, by, group),
  };
}
