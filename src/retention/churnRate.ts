import { checkCarries, checkChoice, checkLevel, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL, type Estimate, type EstimateOptions, toEstimate } from "../estimate.ts";
import { type Period, type PeriodOptions, readPeriod } from "../history/period.ts";
import { stretchesByCustomer } from "../history/stretches.ts";
import type { SubscriptionRow } from "../rows.ts";
import { bootstrapTotals } from "../stats/bootstrapTotals.ts";
import { proportionEstimate } from "../stats/proportionEstimate.ts";
import { PROPORTION_METHODS, type ProportionMethod } from "../stats/proportionInterval.ts";
import { checkSeed, DEFAULT_SEED } from "../stats/random.ts";
import { CHURN_CONVENTIONS, type ChurnConvention, isShare } from "./churnConvention.ts";
import { dailyChurn } from "./dailyChurn.ts";
import { type Presence, timesLeft, wasThere } from "./presence.ts";
import { stripeChurn } from "./stripeChurn.ts";

/** What {@link churnRate} returns. */
export interface ChurnRateEstimate extends Estimate<"churnRate"> {
  /** A share, from 0 to 1; with the conventions `"stripe"` and `"daily"` a ratio, from 0 up. */
  readonly unit: "share" | "ratio";
  /** `"bootstrap"` with the conventions `"stripe"` and `"daily"`, whose rates are no proportions. */
  readonly method: ProportionMethod | "bootstrap";
  /** Customers who left; with `"stripe"` and `"daily"` departures, of which one customer may have several. */
  readonly churned: number;
  /** Customers who could leave, as the convention has it. The same as `n`. */
  readonly atRisk: number;
  /** `null` when the customers were counted elsewhere. */
  readonly convention: ChurnConvention | null;
}

/** The options of {@link churnRate}: a period, and a convention with an interval that fits it. */
export type ChurnRateOptions = PeriodOptions &
  EstimateOptions & {
    /** The integer that fixes the resamples of `method: "bootstrap"`; nothing else is random. Default 1. */
    readonly seed?: number;
  } & (
    | {
        /** What counts as churn, and among whom. Default `"standard"`. */
        readonly convention?: "standard" | "baremetrics";
        /** Which interval. Default `"wilson"`. */
        readonly method?: ProportionMethod;
      }
    | {
        /** What counts as churn, and among whom: these two are no proportions, and may exceed 1. */
        readonly convention: "stripe" | "daily";
        /** The interval, by resampling customers [Efron1987]. */
        readonly method?: "bootstrap";
      }
  );

const OPTIONS = ["from", "to", "timeZone", "convention", "level", "method", "seed"];

/**
 * Churn rate: what part of the customers left in a period. A share from 0 to 1; with `"stripe"` and `"daily"` a ratio
 * from 0 up.
 *
 *     churn rate = churned / at risk        daily: the sum over days of churned / at risk
 *
 * `convention` says who is counted: see {@link ChurnConvention}. A customer is there from `startedAt` up to, and not
 * at, `endedAt`; rows that overlap or touch are one stretch. Who leaves at the first instant of the period is a loss
 * in it, who joins at it is new in it.
 *
 * @param subscriptions - Each time in which a customer subscribed; without `endedAt` it goes on.
 * @throws {InvalidInputError} When a row or an option is not valid, the period is empty, or `method` does not fit the
 *   convention.
 * @example
 * const subscriptions = [
 *   { customerId: 1, startedAt: "2024-01-05", endedAt: "2024-03-20" },
 *   { customerId: 2, startedAt: "2024-02-01" },
 *   { customerId: 3, startedAt: "2024-03-10", endedAt: "2024-03-12" },
 * ];
 * churnRate(subscriptions, { from: "2024-03-01", to: "2024-03-31" }).estimate; // => 0.5
 * @see docs/metrics/churn-rate.md. Intervals: Wilson's, [Wilson1927]; bootstrap, [Efron1987].
 */
export function churnRate(
  subscriptions: Iterable<SubscriptionRow>,
  options: ChurnRateOptions,
): ChurnRateEstimate {
  const task = "compute churnRate";
  checkCarries(task, "options", options, ["from", "to"]);
  checkNames(task, "option", options, OPTIONS);
  const {
    convention = "standard",
    method,
    level = DEFAULT_LEVEL,
    timeZone = "UTC",
    seed = DEFAULT_SEED,
  } = options;
  checkChoice(task, "convention", convention, CHURN_CONVENTIONS);
  checkMethod(task, convention, method);
  checkLevel(task, level);
  checkSeed(task, seed);
  const period = readPeriod(task, options);
  const customers: readonly Presence[] = stretchesByCustomer(task, subscriptions, timeZone);
  if (isShare(convention)) {
    const { churned, atRisk } = shareOf(customers, period, convention);
    const fitting = method === undefined || method === "bootstrap" ? "wilson" : method;
    const estimate = proportionEstimate("churnRate", churned, atRisk, { level, method: fitting });
    return { ...estimate, churned, atRisk, convention };
  }
  const { churned, atRisk, resampling } =
    convention === "stripe" ? stripeChurn(customers, period) : dailyChurn(customers, period, timeZone);
  const ends = bootstrapTotals(resampling, 1 - level, seed);
  return toEstimate<ChurnRateEstimate>(
    {
      metric: "churnRate",
      unit: "ratio",
      ...ends,
      level,
      method: "bootstrap",
      n: atRisk,
      churned,
      atRisk,
      convention,
    },
    [0, Infinity],
  );
}

/** Of the customers there at the start, those who are not there at the end, or who left at all. */
function shareOf(
  customers: readonly Presence[],
  period: Period,
  convention: "standard" | "baremetrics",
): { readonly churned: number; readonly atRisk: number } {
  let [churned, atRisk] = [0, 0];
  for (const presence of customers) {
    if (!wasThere(presence, period.start)) continue;
    atRisk += 1;
    const gone =
      convention === "standard" ? !wasThere(presence, period.end) : timesLeft(presence, period) > 0;
    churned += gone ? 1 : 0;
  }
  return { churned, atRisk };
}

function checkMethod(task: string, convention: ChurnConvention, method: string | undefined): void {
  const fitting: readonly string[] = isShare(convention) ? PROPORTION_METHODS : ["bootstrap"];
  if (method === undefined || fitting.includes(method)) return;
  const needed = `must be ${isShare(convention) ? "one of " : ""}${fitting.join(", ")}`;
  throw new InvalidInputError(task, "method", `${needed} with the convention ${convention}`, method);
}
