import { type ClvOptions, clv, type TransactionRow } from "../../index.ts";
import { type CellReader, numberCells } from "../cellReaders.ts";
import type { Command, Plan, Result } from "../command.ts";
import { usageError } from "../failure.ts";
import { asGiven, type Given, number, required, single } from "../given.ts";
import { instantOption } from "../instants.ts";
import { leftOut } from "../leftOut.ts";
import { asUsage } from "../optionText.ts";
import { clvHelp } from "./clvHelp.ts";
import { clvNotes, clvTable } from "./clvTable.ts";
import { readTransactionSettings, VALUE_OPTIONS, type ValueRows, valuePlan } from "./valuePlan.ts";

/** `cx-metrics clv`: what customers are worth. */
export const clvCommand: Command = {
  name: "clv",
  summary: "customer lifetime value: what each customer is expected to bring in",
  options: [...VALUE_OPTIONS, ...["horizon", "unit", "discount-rate", "margin", "model", "refunds", "level"]],
  flags: [],
  help: clvHelp,
  plan: planOf,
};

function planOf(given: Given): Plan {
  const settings = readTransactionSettings(given, "Value is money");
  const { zones } = settings;
  required(given, "as-of", "up to when is all known, and from when does the future count? Say it with");
  const withoutRefunds = readRefunds(given);
  const [horizon, discountRate] = [number(given, "horizon"), number(given, "discount-rate")];
  if (horizon === undefined && (discountRate ?? 0) === 0) {
    const remedy = "such as --horizon 12 --unit month, or discount what is far away with --discount-rate";
    throw usageError(`how far should it look ahead? Say it with --horizon, ${remedy}`);
  }
  // An option from a command line is any text; clv says which it takes.
  const options = asGiven({
    asOf: instantOption(given, "as-of", zones),
    timeZone: zones.timeZone,
    horizon,
    discountRate,
    unit: single(given, "unit"),
    margin: number(given, "margin"),
    model: single(given, "model"),
    level: number(given, "level"),
  }) as unknown as ClvOptions;
  asUsage(() => clv([], options));
  let refused = false;
  const paid: CellReader<number> = (text) => {
    const reading = numberCells(text);
    if (!("value" in reading) || reading.value >= 0 || withoutRefunds) return reading;
    refused = true;
    return { problem: `must not be below 0, received ${JSON.stringify(text)}` };
  };
  const hint = (): string | undefined =>
    refused ? "If what is below 0 are refunds, leave such rows out: --refunds leave-out" : undefined;
  return valuePlan(settings, (rows) => resultOf(rows, options), paid, hint);
}

function readRefunds(given: Given): boolean {
  const refunds = single(given, "refunds");
  if (refunds !== undefined && refunds !== "leave-out")
    throw usageError(`--refunds must be leave-out, received ${JSON.stringify(refunds)}`);
  return refunds !== undefined;
}

function resultOf(rows: ValueRows, options: ClvOptions): Result {
  let refunds = 0;
  function* paid(): Generator<TransactionRow> {
    for (const row of rows.transactions()) {
      if (row.amount !== undefined && row.amount < 0) refunds++;
      else yield row;
    }
  }
  const result = clv(paid(), options);
  rows.checkKnown(result.n, "as-of");
  const customers = result.customers.map((row) => ({ ...row, customerId: rows.nameOf(row.customerId) }));
  const record = { ...result, customers };
  const notes = [
    ...leftOut(rows.file, result.afterAsOf, "later than --as-of"),
    ...leftOut(rows.file, refunds, "with an amount below zero"),
    ...clvNotes(record).map((note) => `${rows.file}: ${note}`),
  ];
  return { rows: customers, record, notes, table: () => clvTable(record) };
}
