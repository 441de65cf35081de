import { type ChurnRateOptions, churnRate, rollup } from "../../index.ts";
import { endIn } from "../../time/zonedInstant.ts";
import type { Plan, ResultRow } from "../command.ts";
import { explained } from "../explained.ts";
import { usageError } from "../failure.ts";
import { asGiven, distinct, type Given, number, required, single } from "../given.ts";
import type { LabelledGroup } from "../groups.ts";
import { instantOption, type Zones } from "../instants.ts";
import { labelReaders } from "../labels.ts";
import type { NumberRows } from "../numberRows.ts";
import { asUsage } from "../optionText.ts";
import { periodsNamed } from "../periods.ts";
import { FINE_DIGITS, printTable } from "../printTable.ts";
import {
  readSubscriptionSettings,
  SUBSCRIPTION_OPTIONS,
  SubscriptionRows,
  subscriptionsOf,
} from "../subscriptionRows.ts";

/** The options with a value. */
export const CHURN_OPTIONS: readonly string[] = [
  ...SUBSCRIPTION_OPTIONS,
  ...["from", "to", "over", "convention", "level", "method", "seed"],
];

// As many as a timeline has.
const MOST_PERIODS = 100_000;

/** A period of its own, with a label when it is one of several. */
interface LabelledPeriod {
  readonly label: { readonly period?: string };
  readonly options: ChurnRateOptions;
}

export function churnOfSubscriptions(given: Given): Plan {
  const by = distinct(given, "by");
  const settings = readSubscriptionSettings(given, by);
  const periods = readPeriods(given, settings.zones);
  const over = given.texts.has("over");
  return (source) => {
    const subscriptions = new SubscriptionRows(settings, source);
    const { reader } = subscriptions;
    return {
      add: subscriptions.add,
      hint: () => reader.hint(),
      result: () => {
        const rows = churnOf(subscriptions.list(), by, periods);
        const labels = over ? [...by, "period"] : by;
        const table = (): string =>
          printTable(rows, { labels, counts: ["churned", "atRisk"], digits: FINE_DIGITS });
        return { rows, notes: reader.notes(), table };
      },
    };
  };
}

function churnOf(
  groups: readonly LabelledGroup<NumberRows>[],
  by: readonly string[],
  periods: readonly LabelledPeriod[],
): ResultRow[] {
  const rates = ([group]: readonly LabelledGroup<NumberRows>[]): object[] =>
    periods.map(({ label, options }) => ({
      ...label,
      ...churnRate(group === undefined ? [] : subscriptionsOf(group.value), options),
    }));
  try {
    return rollup(groups, labelReaders(by), rates);
  } catch (error) {
    throw explained(error);
  }
}

/** The periods asked for: one, or with --over each of those from that of --from to that of --to. */
function readPeriods(given: Given, zones: Zones): readonly LabelledPeriod[] {
  const { timeZone } = zones;
  required(given, "from", "when does the period start? Say it with");
  required(given, "to", "when does the period end? Say it with");
  const [from = 0, to = 0] = [instantOption(given, "from", zones), instantOption(given, "to", zones)];
  // An option from a command line is any text; churnRate says which it takes.
  const optionsOf = (start: typeof from, end: typeof to): ChurnRateOptions =>
    asGiven({
      from: start,
      to: end,
      timeZone,
      convention: single(given, "convention"),
      level: number(given, "level"),
      method: single(given, "method"),
      seed: number(given, "seed"),
    }) as unknown as ChurnRateOptions;
  asUsage(() => churnRate([], optionsOf(from, to)));
  const over = single(given, "over");
  if (over === undefined) return [{ label: {}, options: optionsOf(from, to) }];
  const bucket = periodsNamed("over", over)(timeZone);
  const first = bucket.indexOf(from);
  const last = bucket.indexOf(new Date(endIn("read --to", "to", to, timeZone).end - 1));
  if (last - first >= MOST_PERIODS)
    throw usageError(`--over must make at most ${MOST_PERIODS} periods, and makes ${last - first + 1}`);
  return Array.from({ length: last - first + 1 }, (_, offset) => ({
    label: { period: bucket.labelOf(first + offset) },
    options: optionsOf(bucket.startOf(first + offset), bucket.startOf(first + offset + 1)),
  }));
}
