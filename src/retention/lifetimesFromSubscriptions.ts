import { checkChoice, checkIterable, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { stretchesByCustomer } from "../history/stretches.ts";
import type { Instant, SubscriptionRow } from "../rows.ts";
import { DAY } from "../time/civil.ts";
import { civilMilliseconds } from "../time/civilTime.ts";
import { endIn } from "../time/zonedInstant.ts";

/** The unit of the durations: a week is 7 days, a month 30.4375 days (a twelfth of 365.25). */
export type LifetimeUnit = "day" | "week" | "month";

/** The options of {@link lifetimesFromSubscriptions}. */
export interface LifetimesFromSubscriptionsOptions {
  /** Up to when the subscriptions are known: a day of `timeZone`, whole, or an instant, included. */
  readonly asOf: Instant;
  /** The unit of the durations. Default `"day"`. */
  readonly unit?: LifetimeUnit;
  /** The zone of civil dates, and of the calendar that days are counted on. Default `"UTC"`. */
  readonly timeZone?: string;
}

/** A lifetime with the fields of the subscription that it began with. */
export type SubscriptionLifetime<Row extends SubscriptionRow = SubscriptionRow> = Omit<
  Row,
  "duration" | "churned" | "count" | "entry"
> & {
  /** From the start to the end, or to `asOf`. */
  readonly duration: number;
  /** Whether it had ended by `asOf`. */
  readonly churned: boolean;
};

/**
 * The lifetimes behind subscriptions: one for each stretch of time without a gap in which a customer had one.
 * Rows of a customer that overlap or touch are one lifetime, with the fields of the first of them; who comes
 * back after a gap starts another. Customers come in order of first appearance.
 *
 * A duration is counted on the civil calendar of the zone: a day of 23 or 25 hours is one day. What starts
 * after `asOf` is not observed, and left out; what ends after it lasts until `asOf`. Fields `duration` and
 * `churned` of a row are replaced.
 *
 * @param subscriptions - `customerId`, `startedAt`, `endedAt` (`null` or nothing while it lasts).
 * @throws {InvalidInputError} When a row or an option is not valid, or a row carries `count` or `entry`,
 *   which would be read as those of a lifetime.
 * @example
 * const rows = [
 *   { customerId: "a", startedAt: "2024-01-01", endedAt: "2024-01-31", plan: "pro" },
 *   { customerId: "b", startedAt: "2024-01-21", plan: "basic" },
 * ];
 * const lifetimes = lifetimesFromSubscriptions(rows, { asOf: "2024-02-04" });
 * lifetimes.map(({ plan, duration, churned }) => [plan, duration, churned]); // => [["pro", 30, true], ["basic", 15, false]]
 * @see docs/metrics/survival.md
 */
export function lifetimesFromSubscriptions<Row extends SubscriptionRow>(
  subscriptions: Iterable<Row>,
  options: LifetimesFromSubscriptionsOptions,
): SubscriptionLifetime<Row>[] {
  const task = "compute lifetimesFromSubscriptions";
  checkNames(task, "option", options, ["asOf", "unit", "timeZone"]);
  const { asOf, unit = "day", timeZone = "UTC" } = options;
  checkChoice(task, "unit", unit, ["day", "week", "month"]);
  checkIterable(task, "subscriptions", subscriptions);
  const { end: until, last } = endIn(task, "asOf", asOf, timeZone);
  const civil = civilMilliseconds(timeZone);
  const length = DAY * (unit === "day" ? 1 : unit === "week" ? 7 : 30.4375);
  const lifetimes: SubscriptionLifetime<Row>[] = [];
  for (const stretches of stretchesByCustomer(task, copies(task, subscriptions), timeZone)) {
    for (const { row, startedAt, endedAt } of stretches) {
      if (startedAt > last) continue;
      const churned = endedAt <= last;
      const duration = (civil(churned ? endedAt : until) - civil(startedAt)) / length;
      lifetimes.push({ ...row, duration, churned });
    }
  }
  return lifetimes;
}

/** Rows whose fields are data: each is read once here, and the copy becomes the lifetime. */
function* copies<Row extends SubscriptionRow>(task: string, subscriptions: Iterable<Row>): Generator<Row> {
  let index = 0;
  for (const row of subscriptions) {
    yield typeof row === "object" && row !== null ? copyOf(task, row, index) : row;
    index += 1;
  }
}

function copyOf<Row extends SubscriptionRow>(task: string, row: Row, index: number): Row {
  // Named, so that getters of a class are read, too: a spread copies own fields alone.
  const { customerId, startedAt, endedAt, ...rest } = row;
  for (const [field, value] of Object.entries(rest)) {
    if ((field === "count" || field === "entry") && value !== undefined)
      throw new InvalidInputError(
        task,
        `subscriptions[${index}].${field}`,
        "must be renamed, since it would be read as that of a lifetime",
        value,
      );
  }
  const named = endedAt === undefined ? { customerId, startedAt } : { customerId, startedAt, endedAt };
  // The same fields with the same values, which the compiler cannot see of a rest.
  return { ...named, ...rest } as unknown as Row;
}
