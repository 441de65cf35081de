import { type Backtest, type BacktestOptions, backtest } from "../../index.ts";
import type { Command, Plan, Result } from "../command.ts";
import { usageError } from "../failure.ts";
import { asGiven, type Given, number, refuse, required, single } from "../given.ts";
import { instantOption } from "../instants.ts";
import { leftOut } from "../leftOut.ts";
import { asUsage } from "../optionText.ts";
import { periodsNamed } from "../periods.ts";
import { backtestHelp } from "./backtestHelp.ts";
import { BACKTEST_SHOWS, type BacktestShow, showOf } from "./backtestTables.ts";
import { readTransactionSettings, VALUE_OPTIONS, type ValueRows, valuePlan } from "./valuePlan.ts";

/** `cx-metrics backtest`: whether a purchase model can be believed. */
export const backtestCommand: Command = {
  name: "backtest",
  summary: "whether a purchase model can be believed: what it expected, and what came",
  options: [...VALUE_OPTIONS, ...["calibration-end", "model", "unit", "show", "period", "level", "seed"]],
  flags: [],
  help: backtestHelp,
  plan: planOf,
};

function planOf(given: Given): Plan {
  const settings = readTransactionSettings(given);
  const { zones } = settings;
  required(given, "calibration-end", "up to when is the model fitted? Say it with");
  required(given, "as-of", "up to when is it held against what came? Say it with");
  const show = single(given, "show") ?? "summary";
  if (!isShow(show))
    throw usageError(`--show must be one of ${BACKTEST_SHOWS.join(", ")}, received ${JSON.stringify(show)}`);
  if (!["summary", "tracking"].includes(show)) refuse(given, ["period"], `with --show ${show}`);
  const period = single(given, "period");
  // An option from a command line is any text; backtest says which it takes.
  const options = asGiven({
    calibrationEnd: instantOption(given, "calibration-end", zones),
    asOf: instantOption(given, "as-of", zones),
    timeZone: zones.timeZone,
    model: single(given, "model"),
    unit: single(given, "unit"),
    period: period === undefined ? undefined : periodsNamed("period", period)(zones.timeZone),
    level: number(given, "level"),
    seed: number(given, "seed"),
  }) as unknown as BacktestOptions;
  asUsage(() => backtest([], options));
  return valuePlan(settings, (rows) => resultOf(rows, options, show));
}

function isShow(name: string): name is BacktestShow {
  return (BACKTEST_SHOWS as readonly string[]).includes(name);
}

function resultOf(rows: ValueRows, options: BacktestOptions, show: BacktestShow): Result {
  const { file } = rows;
  const result = backtest(rows.transactions(), options);
  rows.checkKnown(result.n, "calibration-end");
  const { records, table } = showOf(result, show);
  return {
    rows: records,
    ...(show === "summary" ? { record: result } : {}),
    notes: [
      ...leftOut(file, result.afterAsOf, "later than --as-of"),
      ...leftOut(file, result.refunds, "with an amount below zero"),
      ...newcomers(result, file),
      ...(result.reason === null ? [] : [`${file}: ${result.model}: ${result.reason}`]),
    ],
    table,
  };
}

function newcomers({ newCustomers }: Backtest, file: string): string[] {
  if (newCustomers === 0) return [];
  const who = newCustomers === 1 ? "1 customer" : `${newCustomers} customers`;
  return [`${file}: ${who} came after --calibration-end: nothing is expected of them`];
}
