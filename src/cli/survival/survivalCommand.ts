import type { Command, Plan } from "../command.ts";
import { explained } from "../explained.ts";
import { usageError } from "../failure.ts";
import { distinct, type Given, refuse, single } from "../given.ts";
import { SUBSCRIPTION_OPTIONS } from "../subscriptionRows.ts";
import { DURATION_OPTIONS, durations } from "./durations.ts";
import { SHOWS, type Show } from "./shows.ts";
import { SUBSCRIPTION_LIFETIME_OPTIONS, subscriptionLifetimes } from "./subscriptionLifetimes.ts";
import { survivalHelp } from "./survivalHelp.ts";

const LABEL_OPTIONS = ["missing", "by"];
const SHOW_OPTIONS = [...new Set([...SHOWS.values()].flatMap(({ options }) => options))];
const FROM_SUBSCRIPTIONS = [...SUBSCRIPTION_OPTIONS, ...SUBSCRIPTION_LIFETIME_OPTIONS].filter(
  (name) => !LABEL_OPTIONS.includes(name),
);

/** `cx-metrics survival`: how long customers stay. */
export const survivalCommand: Command = {
  name: "survival",
  summary: "survival curve, the share of customers still there after each time",
  options: [...LABEL_OPTIONS, "group", "show", ...SHOW_OPTIONS, ...DURATION_OPTIONS, ...FROM_SUBSCRIPTIONS],
  flags: [],
  help: survivalHelp,
  plan: planOf,
};

function planOf(given: Given): Plan {
  const by = distinct(given, "by");
  const group = single(given, "group");
  if (group !== undefined && by.includes(group))
    throw usageError(`--group names ${JSON.stringify(group)}, which --by names, too`);
  const labels = group === undefined ? by : [...by, group];
  const source = sourceOf(given)(given, labels);
  const show = readShow(given, by, group);
  return (file) => {
    const lifetimes = source(file);
    return {
      add: lifetimes.add,
      hint: () => lifetimes.hint(),
      result: () => {
        try {
          const rows = show.rows(lifetimes.groups());
          return { rows, notes: lifetimes.notes(), table: () => show.table(rows) };
        } catch (error) {
          throw explained(error, group);
        }
      },
    };
  };
}

/** Lifetimes come from durations, or from subscriptions. */
function sourceOf(given: Given): typeof durations {
  const named = ["customer", "started", "ended"].some((name) => given.texts.has(name));
  if (!named && !given.texts.has("duration")) {
    const columns = "--duration and --churned, or --customer, --started and --ended";
    throw usageError(`which columns hold the lifetimes? Name them with ${columns}`);
  }
  if (named) refuse(given, DURATION_OPTIONS, "beside --customer, --started and --ended");
  else refuse(given, FROM_SUBSCRIPTIONS, "beside --duration");
  return named ? subscriptionLifetimes : durations;
}

function readShow(given: Given, by: readonly string[], group: string | undefined): Show {
  const name = single(given, "show") ?? "curve";
  const kind = SHOWS.get(name);
  if (kind === undefined) throw usageError(`--show must be one of ${[...SHOWS.keys()].join(", ")}`);
  const idle = SHOW_OPTIONS.filter((option) => !kind.options.includes(option));
  refuse(given, idle, `with --show ${name}`);
  return kind.read(given, by, group);
}
