import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backtest, clv, rfm, type TransactionRow } from "../../../src/index.ts";
import { jsonOf } from "../../unit/cli/runCommand.ts";

// What the library says of rows, the command says of a file of them.

const DAY = 86_400_000;
const START = Date.UTC(2023, 11, 1);
const row = fc.record({
  customerId: fc.constantFrom("ann", "bob", "1", "01", "constructor", "__proto__", "cem", "dia"),
  at: fc
    .integer({ min: 0, max: 200 * 24 })
    .map((hours) => new Date(START + hours * (DAY / 24)).toISOString()),
  amount: fc.integer({ min: 0, max: 5000 }).map((cents) => cents / 100),
});
const rows = fc.array(row, { minLength: 1, maxLength: 40 });
const zone = fc.constantFrom("UTC", "America/Toronto", "Asia/Kolkata");
const columns = ["-", "--customer", "customerId", "--at", "at", "--amount", "amount"];
const csvOf = (given: readonly TransactionRow[]): string =>
  ["customerId,at,amount", ...given.map(({ customerId, at, amount }) => [customerId, at, amount].join())]
    .map((line) => `${line}\n`)
    .join("");
const NUM_RUNS = 30;

describe("the command and the library agree", () => {
  it("on values", async () => {
    await fc.assert(
      fc.asyncProperty(rows, zone, async (given, timeZone) => {
        const options = { asOf: "2024-06-30", unit: "week", horizon: 26, margin: 0.5, timeZone } as const;
        const argv = ["--as-of", options.asOf, "--unit", "week", "--horizon", "26", "--margin", "0.5"];
        expect(await jsonOf(["clv", ...columns, ...argv, "--time-zone", timeZone], csvOf(given))).toEqual([
          clv(given, options),
        ]);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it("on scores and segments", async () => {
    await fc.assert(
      fc.asyncProperty(rows, zone, async (given, timeZone) => {
        const options = { asOf: "2024-06-30", bins: 3, timeZone } as const;
        const argv = ["--as-of", options.asOf, "--bins", "3", "--time-zone", timeZone];
        expect(await jsonOf(["rfm", ...columns, ...argv], csvOf(given))).toEqual([rfm(given, options)]);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it("on back-tests, of customers known by then", async () => {
    const known = rows.map((given) => [{ customerId: "eli", at: "2023-12-01", amount: 1 }, ...given]);
    await fc.assert(
      fc.asyncProperty(known, zone, fc.constantFrom("nbd", "bgNbd"), async (given, timeZone, model) => {
        const options = { calibrationEnd: "2024-03-31", asOf: "2024-06-30", model, timeZone } as const;
        const argv = ["--calibration-end", "2024-03-31", "--as-of", "2024-06-30", "--model", model];
        expect(
          await jsonOf(["backtest", ...columns, ...argv, "--time-zone", timeZone], csvOf(given)),
        ).toEqual([backtest(given, options)]);
      }),
      { numRuns: NUM_RUNS },
    );
  });
});
