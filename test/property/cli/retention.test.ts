import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarMonths,
  churnRate,
  cohortRetention,
  kaplanMeier,
  lifetimesFromSubscriptions,
  logRankTest,
  rollup,
} from "../../../src/index.ts";
import { jsonOf } from "../../unit/cli/runCommand.ts";

// What the library says of rows, the command says of a file of them.

const DAY = 86_400_000;
const START = Date.UTC(2023, 11, 1);
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
const zone = fc.constantFrom("UTC", "America/Toronto", "Asia/Kolkata");
const plan = fc.constantFrom("basic", "team", "__proto__", "");
const csvOf = (names: readonly string[], rows: readonly object[]): string =>
  [names, ...rows.map((row) => names.map((name) => (row as Record<string, unknown>)[name] ?? ""))]
    .map((cells) => `${cells.join(",")}\n`)
    .join("");

const subscriptions = fc
  .array(
    fc.record({
      customerId: fc.constantFrom("ann", "bob", "1", "01", "constructor"),
      plan,
      start: fc.integer({ min: 0, max: 120 * 24 }),
      hours: fc.option(fc.integer({ min: 0, max: 60 * 24 })),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ customerId, plan: label, start, hours }, index) => {
      // No two rows of a customer start at once: which of them comes first would be anybody's guess.
      const startedAt = START + start * (DAY / 24) + index;
      return {
        customerId,
        plan: label,
        startedAt: iso(startedAt),
        endedAt: hours === null ? null : iso(startedAt + hours * (DAY / 24)),
      };
    }),
  );

const named = ["--customer", "customerId", "--started", "startedAt", "--ended", "endedAt"];
const fields = ["customerId", "plan", "startedAt", "endedAt"];

describe("the command and the library agree", () => {
  it("on churn rates by plan", async () => {
    await fc.assert(
      fc.asyncProperty(
        subscriptions,
        zone,
        fc.constantFrom("standard", "baremetrics", "stripe"),
        async (rows, timeZone, convention) => {
          const options = { from: "2024-01-01", to: "2024-02-29", timeZone, convention } as const;
          const period = ["--from", options.from, "--to", options.to, "--time-zone", timeZone];
          const argv = ["churn", "-", ...named, ...period, "--convention", convention, "--by", "plan"];
          expect(await jsonOf(argv, csvOf(fields, rows))).toEqual(
            JSON.parse(JSON.stringify(rollup(rows, ["plan"], (group) => churnRate(group, options)))),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("on the churn of months", async () => {
    await fc.assert(
      fc.asyncProperty(subscriptions, zone, async (rows, timeZone) => {
        const period = ["--from", "2024-01-10", "--to", "2024-02-10", "--time-zone", timeZone];
        const [january, february] = await jsonOf(
          ["churn", "-", ...named, ...period, "--over", "month"],
          csvOf(fields, rows),
        );
        expect(january).toEqual({
          period: "2024-01",
          ...churnRate(rows, { from: "2024-01-01", to: "2024-01-31", timeZone }),
        });
        expect(february).toEqual({
          period: "2024-02",
          ...churnRate(rows, { from: "2024-02-01", to: "2024-02-29", timeZone }),
        });
      }),
      { numRuns: 40 },
    );
  });

  it("on lifetimes of subscriptions, and what the log-rank test makes of them", async () => {
    await fc.assert(
      fc.asyncProperty(subscriptions, zone, async (rows, timeZone) => {
        const options = { asOf: "2024-03-15", timeZone } as const;
        const lifetimes = lifetimesFromSubscriptions(rows, options);
        const argv = ["survival", "-", ...named, "--as-of", options.asOf, "--time-zone", timeZone];
        const text = csvOf(fields, rows);
        expect(await jsonOf(argv, text)).toEqual(kaplanMeier(lifetimes));
        const compared = await jsonOf([...argv, "--group", "plan", "--show", "test"], text);
        const { groups, pValue } = logRankTest(lifetimes, { group: "plan" });
        expect(new Set(compared.map((row) => [row.plan, row.n, row.observed].join()))).toEqual(
          new Set(groups.map((row) => [row.group, row.n, row.observed].join())),
        );
        for (const row of compared) {
          if (pValue === null) expect(row.pValue).toBeNull();
          else expect(row.pValue).toBeCloseTo(pValue, 12);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("on cohorts", async () => {
    const transaction = fc.record({
      customerId: fc.constantFrom("ann", "bob", "1", "01", "constructor"),
      at: fc.integer({ min: 0, max: 150 * 24 }).map((hours) => iso(START + hours * (DAY / 24))),
      amount: fc.integer({ min: -1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(transaction, { maxLength: 20 }),
        zone,
        fc.constantFrom("on", "onOrAfter"),
        async (rows, timeZone, mode) => {
          const options = ["--amount", "amount", "--mode", mode, "--time-zone", timeZone];
          const argv = ["cohorts", "-", "--customer", "customerId", "--at", "at", ...options];
          expect(await jsonOf(argv, csvOf(["customerId", "at", "amount"], rows))).toEqual(
            cohortRetention(rows, { bucket: calendarMonths(timeZone), mode }),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
