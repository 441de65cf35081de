import { expect, test } from "vitest";
import { type ChurnRateOptions, churnRate, type SubscriptionRow } from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";
import { churnConventions, march } from "../../support/subscriptions.ts";

const period = { from: "2024-03-01", to: "2024-03-31" } as const;
const row = { customerId: 1, startedAt: "2024-01-01" };

/** Options as they come from JavaScript, where nothing checks their types. */
const untyped = (options: unknown): ChurnRateOptions => options as ChurnRateOptions;

test.each([
  [
    { ...row, customerId: null },
    "subscriptions[1].customerId must be a string or a finite number, received null",
  ],
  [{ ...row, startedAt: "2024-02-30" }, "subscriptions[1].startedAt must be a date that exists"],
  [{ ...row, startedAt: "01/02/2024" }, "subscriptions[1].startedAt must be ISO 8601 text"],
  [{ ...row, startedAt: "2024-01-02T10:00" }, 'subscriptions[1].startedAt must end in "Z" or an offset'],
  [
    { ...row, startedAt: 1_700_000_000 },
    "subscriptions[1].startedAt must be in milliseconds, and looks like epoch",
  ],
  [{ ...row, endedAt: new Date(Number.NaN) }, "subscriptions[1].endedAt must be a valid Date"],
  [{ ...row, endedAt: "2023-12-31" }, "subscriptions[1].endedAt must not be earlier than startedAt"],
  [null, "subscriptions[1] must be a subscription row, received null"],
])("the row %j is an error", (bad, message) => {
  const rows = [row, bad] as readonly SubscriptionRow[];
  expect(() => churnRate(rows, period)).toThrow(`Cannot compute churnRate: ${message}`);
});

test.each([
  [undefined, "options must carry from, to, received undefined"],
  [{ from: "2024-03-01" }, "options must carry from, to"],
  [{ ...period, from: "2024-04-01" }, 'to must be later than from, received "2024-03-31"'],
  [{ from: "2024-03-01T00:00:00Z", to: "2024-03-01T00:00:00Z" }, "to must be later than from"],
  [{ ...period, from: "March" }, "from must be ISO 8601 text"],
  [{ ...period, to: "2024-02-30" }, "to must be a date that exists"],
  [
    { ...period, timezone: "UTC" },
    "option must be one of from, to, timeZone, convention, level, method, seed",
  ],
  [{ ...period, timeZone: "Mars/Olympus" }, "timeZone"],
  [{ ...period, convention: "shopify" }, "convention must be one of standard, baremetrics, stripe, daily"],
  [{ ...period, level: 95 }, "level must be strictly between 0 and 1, received 95"],
  [{ ...period, seed: 0.5 }, "seed must be an integer"],
  [
    { ...period, method: "bootstrap" },
    "method must be one of wilson, clopperPearson, jeffreys, agrestiCoull, wald with the convention standard",
  ],
  [
    { ...period, convention: "stripe", method: "wilson" },
    'method must be bootstrap with the convention stripe, received "wilson"',
  ],
  [{ ...period, convention: "daily", method: "t" }, "method must be bootstrap with the convention daily"],
])("the options %j are an error", (options, message) => {
  expect(() => churnRate(march, untyped(options))).toThrow(message);
  expect(() => churnRate(march, untyped(options))).toThrow("Cannot compute churnRate: ");
});

test("rows must be rows", () => {
  const text = "ab" as unknown as SubscriptionRow[];
  expect(() => churnRate(text, period)).toThrow("subscriptions must be an iterable of rows");
});

test("a one-shot iterator and frozen rows give the same", () => {
  for (const convention of churnConventions) {
    const options = untyped({ ...period, convention });
    expect(churnRate(march.values(), options)).toEqual(churnRate(march, options));
    expect(churnRate(deepFreeze(march.map((one) => ({ ...one }))), options)).toEqual(
      churnRate(march, options),
    );
  }
});

test("every field of a row is read once", () => {
  let reads = 0;
  const counting = {
    get customerId() {
      reads += 1;
      return 1;
    },
    get startedAt() {
      reads += 1;
      return "2024-01-01";
    },
    get endedAt() {
      reads += 1;
      return "2024-03-10";
    },
  };
  expect(churnRate([counting], { ...period, convention: "daily" }).estimate).toBe(1);
  expect(reads).toBe(3);
});
