import { type Rfm, type RfmOptions, rfm } from "../../index.ts";
import type { Command, Plan, Result } from "../command.ts";
import { asGiven, type Given, number, required } from "../given.ts";
import { instantOption } from "../instants.ts";
import { leftOut } from "../leftOut.ts";
import { asUsage } from "../optionText.ts";
import { fixed, percent, table } from "./numbers.ts";
import { rfmHelp } from "./rfmHelp.ts";
import { readTransactionSettings, VALUE_OPTIONS, type ValueRows, valuePlan } from "./valuePlan.ts";

/** `cx-metrics rfm`: scores and segments of customers. */
export const rfmCommand: Command = {
  name: "rfm",
  summary: "RFM scores and segments: who bought last when, how often, for how much",
  options: [...VALUE_OPTIONS, "bins"],
  flags: [],
  help: rfmHelp,
  plan: planOf,
};

function planOf(given: Given): Plan {
  const settings = readTransactionSettings(given, "The M of RFM is money");
  const { zones } = settings;
  required(given, "as-of", "from which day is recency counted back? Say it with");
  const asOf = instantOption(given, "as-of", zones) ?? 0;
  const options: RfmOptions = { asOf, timeZone: zones.timeZone, ...asGiven({ bins: number(given, "bins") }) };
  asUsage(() => rfm([], options));
  return valuePlan(settings, (rows) => resultOf(rows, options));
}

function resultOf(rows: ValueRows, options: RfmOptions): Result {
  const { file } = rows;
  const result = rfm(rows.transactions(), options);
  rows.checkKnown(result.n, "as-of");
  const customers = result.customers.map((row) => ({ ...row, customerId: rows.nameOf(row.customerId) }));
  const { refunds, refundsWithoutPurchase: without } = result;
  const off = refunds - without;
  const notes = [
    ...leftOut(file, result.afterAsOf, "later than --as-of"),
    ...leftOut(file, without, "refunds of customers without a purchase"),
    ...(off === 0
      ? []
      : [`${file}: ${off} ${off === 1 ? "refund is" : "refunds are"} taken off what the customers spent`]),
  ];
  return { rows: customers, record: { ...result, customers }, notes, table: () => segments(result) };
}

function segments({ segments: rows, n }: Rfm): string {
  if (n === 0) return "no rows\n";
  const body = rows.map((row) => [row.segment, String(row.n), percent(row.share), fixed(row.monetary, 2)]);
  return table([["segment", "customers", "share", "monetary"], ...body], 1);
}
