import type { LifetimeRow, SubscriptionRow } from "../../index.ts";
import { type LifetimesFromSubscriptionsOptions, lifetimesFromSubscriptions } from "../../index.ts";
import { endIn } from "../../time/zonedInstant.ts";
import { asGiven, type Given, required, single } from "../given.ts";
import { instantOption } from "../instants.ts";
import { asUsage } from "../optionText.ts";
import type { Source } from "../source.ts";
import { readSubscriptionSettings, SubscriptionRows, subscriptionsOf } from "../subscriptionRows.ts";
import type { LifetimeGroup, LifetimeSource } from "./lifetimeSource.ts";

/** The options with a value, beside those of subscriptions. */
export const SUBSCRIPTION_LIFETIME_OPTIONS: readonly string[] = ["as-of", "unit"];

/** A subscription that knows its group. */
interface Member extends SubscriptionRow {
  readonly group: number;
}

/** Lifetimes from subscriptions: a customer's, with the labels that the first of them has. */
export function subscriptionLifetimes(
  given: Given,
  labels: readonly string[],
): (source: Source) => LifetimeSource {
  const settings = readSubscriptionSettings(given, labels);
  const { timeZone } = settings.zones;
  required(given, "as-of", "up to when are the subscriptions known? Say it with");
  const asOf = instantOption(given, "as-of", settings.zones) ?? 0;
  // An option from a command line is any text; the library says which it takes.
  const options = asGiven({ asOf, timeZone, unit: single(given, "unit") });
  const lifetimesOf = (rows: Iterable<Member>) =>
    lifetimesFromSubscriptions(rows, options as unknown as LifetimesFromSubscriptionsOptions);
  asUsage(() => lifetimesOf([]));
  const { last } = endIn("read --as-of", "asOf", asOf, timeZone);
  return (source) => {
    const subscriptions = new SubscriptionRows(settings, source);
    const { reader } = subscriptions;
    let later = 0;
    return {
      add: subscriptions.add,
      hint: () => reader.hint(),
      groups: () => {
        const groups = subscriptions.list();
        const lifetimes: LifetimeRow[][] = groups.map(() => []);
        const members = function* (): Generator<Member> {
          for (const [group, { value }] of groups.entries())
            for (const row of subscriptionsOf(value)) {
              if (Number(row.startedAt) > last) later += 1;
              yield { ...row, group };
            }
        };
        // The labels are in one order, and so are the rows behind them: who changes a plan has not left.
        for (const { group, duration, churned } of lifetimesOf(members()))
          lifetimes[group]?.push({ duration, churned });
        return groups.map(
          ({ labels: names }, group): LifetimeGroup => ({
            labels: names,
            value: lifetimes[group] ?? [],
          }),
        );
      },
      notes: () => {
        const rows = later === 1 ? "1 row is" : `${later} rows are`;
        const left = `${source.file}: ${rows} left out, with a start later than --as-of`;
        return later === 0 ? reader.notes() : [...reader.notes(), left];
      },
    };
  };
}
