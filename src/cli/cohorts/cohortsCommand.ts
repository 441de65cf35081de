import type { Command, Plan } from "../command.ts";
import type { Given } from "../given.ts";
import { TransactionRows } from "../transactionRows.ts";
import { cohortResult } from "./cohortResult.ts";
import { COHORT_OPTIONS, type CohortSettings, readCohortSettings } from "./cohortSettings.ts";
import { cohortsHelp } from "./cohortsHelp.ts";

/** `cx-metrics cohorts`: who came back, by when they first came. */
export const cohortsCommand: Command = {
  name: "cohorts",
  summary: "cohort retention, the share of each month's new customers who came back",
  options: COHORT_OPTIONS,
  flags: ["curve"],
  help: cohortsHelp,
  plan: planOf,
};

function planOf(given: Given): Plan {
  const settings: CohortSettings = readCohortSettings(given);
  return (source) => {
    const transactions = new TransactionRows(settings, source);
    const { reader } = transactions;
    return {
      add: transactions.add,
      hint: () => reader.hint(),
      result: () => {
        const result = cohortResult(transactions, source.file, settings);
        return { ...result, notes: [...reader.notes(), ...result.notes] };
      },
    };
  };
}
