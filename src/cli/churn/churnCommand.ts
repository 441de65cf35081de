import type { Command } from "../command.ts";
import { churnHelp } from "./churnHelp.ts";
import { COUNT_OPTIONS, churnOfCounts } from "./churnOfCounts.ts";
import { CHURN_OPTIONS, churnOfSubscriptions } from "./churnOfSubscriptions.ts";

/** `cx-metrics churn`: of subscriptions, or of customers counted elsewhere. */
export const churnCommand: Command = {
  name: "churn",
  summary: "churn rate of a period, or of each month, from subscriptions",
  options: [...new Set([...CHURN_OPTIONS, ...COUNT_OPTIONS])],
  flags: [],
  help: churnHelp,
  plan: (given) => {
    const counted = given.texts.has("churned") || given.texts.has("at-risk");
    return counted ? churnOfCounts(given) : churnOfSubscriptions(given);
  },
};
