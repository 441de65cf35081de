import { type CohortRetentionOptions, cohortRetention } from "../../index.ts";
import { asGiven, distinct, type Given, number, numbers, required, several, single } from "../given.ts";
import { instantOption, readZones } from "../instants.ts";
import { asUsage } from "../optionText.ts";
import { periodsNamed } from "../periods.ts";
import type { TransactionSettings } from "../transactionRows.ts";

/** Which cohorts to compute, and from which columns. */
export interface CohortSettings extends TransactionSettings {
  readonly options: CohortRetentionOptions;
  readonly curve: boolean;
}

/** The options with a value. */
export const COHORT_OPTIONS: readonly string[] = [
  ...["customer", "at", "amount", "bucket", "mode", "brackets", "as-of", "time-zone", "wall-clock"],
  ...["missing", "by", "level", "method"],
];

export function readCohortSettings(given: Given): CohortSettings {
  const customer = required(given, "customer", "which column names the customers? Name it with");
  const at = required(given, "at", "which column says when something was bought? Name it with");
  const zones = readZones(given);
  // An option from a command line is any text; cohortRetention says which it takes.
  const options = asGiven({
    bucket: periodsNamed("bucket", single(given, "bucket") ?? "month")(zones.timeZone),
    asOf: instantOption(given, "as-of", zones),
    mode: single(given, "mode"),
    brackets: numbers(given, "brackets"),
    level: number(given, "level"),
    method: single(given, "method"),
  }) as unknown as CohortRetentionOptions;
  asUsage(() => cohortRetention([], options));
  return {
    customer,
    at,
    amount: single(given, "amount"),
    zones,
    missing: several(given, "missing"),
    by: distinct(given, "by"),
    options,
    curve: given.flags.has("curve"),
  };
}
