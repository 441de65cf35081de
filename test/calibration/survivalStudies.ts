import {
  type CumulativeHazardMethod,
  hazardByPeriod,
  type Interval,
  kaplanMeier,
  medianLifetime,
  nelsonAalen,
  type ProportionMethod,
  type RestrictedMeanMethod,
  restrictedMeanLifetime,
  type SurvivalMethod,
} from "../../src/index.ts";
import {
  type Censoring,
  censorings,
  drawLifetimes,
  drawWholePeriods,
  noneAndMost,
  threeCensorings,
  weibullMean,
} from "./lifetimes.ts";
import type { Aim, Study } from "./simulate.ts";

const methods: readonly SurvivalMethod[] = ["logLog", "log", "plain"];
const hazardMethods: readonly CumulativeHazardMethod[] = ["log", "plain"];
const meanMethods: readonly RestrictedMeanMethod[] = ["logit", "plain"];
const shares = [0.75, 0.5, 0.25];

/** The curve at the times at which three quarters, half and a quarter are still there. */
export const survivalStudy: Study<Censoring> = {
  of: "censored",
  populations: censorings,
  methods,
  sample: (censoring, n, uniform) => {
    const lifetimes = drawLifetimes(n, censoring, uniform);
    return methods.flatMap((method) => {
      const curve = kaplanMeier(lifetimes, { method });
      return shares.map((S): Aim => [atTime(curve, -Math.log(S)), S]);
    });
  },
};

/** Of every period's customers three quarters stay: the curve after 1, 2 and 5 periods. */
export const wholePeriodStudy: Study<Censoring> = {
  of: "censored",
  populations: threeCensorings,
  methods,
  sample: (censoring, n, uniform) => {
    const lifetimes = drawWholePeriods(n, censoring, uniform, 0.25);
    return methods.flatMap((method) => {
      const curve = kaplanMeier(lifetimes, { method });
      return [1, 2, 5].map((time): Aim => [atTime(curve, time), 0.75 ** time]);
    });
  },
};

/** The cumulative hazard at the times of the survival study. */
export const hazardStudy: Study<Censoring> = {
  of: "censored",
  populations: threeCensorings,
  methods: hazardMethods,
  sample: (censoring, n, uniform) => {
    const lifetimes = drawLifetimes(n, censoring, uniform);
    return hazardMethods.flatMap((method) => {
      const curve = nelsonAalen(lifetimes, { method });
      return shares.map((S): Aim => [atTime(curve, -Math.log(S)), -Math.log(S)]);
    });
  },
};

/** The median of exponential lifetimes. */
export const medianStudy: Study<Censoring> = {
  of: "censored",
  populations: censorings,
  methods,
  sample: (censoring, n, uniform) => {
    const lifetimes = drawLifetimes(n, censoring, uniform);
    return methods.map((method): Aim => [medianLifetime(lifetimes, { method }), Math.log(2)]);
  },
};

const shareMethods: readonly ProportionMethod[] = ["wilson", "clopperPearson"];

/** The share leaving in the first, second and fourth period of those there: a quarter. Some are last seen within one. */
export const periodStudy: Study<Censoring> = {
  of: "censored",
  populations: threeCensorings,
  methods: shareMethods,
  sample: (censoring, n, uniform) => {
    const lifetimes = drawLifetimes(n, censoring, uniform);
    return shareMethods.flatMap((method) => {
      const rows = hazardByPeriod(lifetimes, { period: -Math.log(0.75), method });
      return [0, 1, 3].map((i): Aim => [rows[i] ?? { low: null, high: null }, 0.25]);
    });
  },
};

interface ShapedCensoring extends Censoring {
  readonly shape: number;
}

const horizons = [0.5, 1];

/** The mean within half a unit of time and within one, of Weibull lifetimes with a falling and a rising hazard. */
export const restrictedMeanStudy: Study<ShapedCensoring> = {
  of: "shape, censored",
  populations: [0.7, 1.5].flatMap((shape) =>
    noneAndMost.map((censoring) => ({ ...censoring, name: `${shape}, ${censoring.name}`, shape })),
  ),
  methods: meanMethods,
  sample: (censoring, n, uniform) => {
    const lifetimes = drawLifetimes(n, censoring, uniform, censoring.shape);
    return meanMethods.flatMap((method) =>
      horizons.map(
        (horizon): Aim => [
          restrictedMeanLifetime(lifetimes, { horizon, method }),
          weibullMean(censoring.shape, horizon),
        ],
      ),
    );
  },
};

/** The step that holds at a time; nothing before the first one and after the last. */
function atTime(curve: readonly (Interval & { readonly time: number })[], time: number): Interval {
  const after = curve.findIndex((row) => row.time > time);
  const row = curve[(after < 0 ? curve.length : after) - 1];
  return row !== undefined && (after >= 0 || row.time === time) ? row : { low: null, high: null };
}
