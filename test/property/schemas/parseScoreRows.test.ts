import fc from "fast-check";
import { expect, it } from "vitest";
import { readDecimal } from "../../../src/schemas/decimal.ts";
import { parseScoreRows, safeParseScoreRows } from "../../../src/schemas/index.ts";

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
  withSparseArray: true,
});
const options = { numericStrings: true, missing: [11, ""], wallClock: "America/Toronto" } as const;

it("every record is a row or has an issue, and everything survives JSON unless it passed through", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anything, fc.record({ score: anything, count: anything, at: anything }))),
      (records) => {
        const { rows, issues, issueCount } = safeParseScoreRows(records, options);
        expect(rows.length + new Set(issues.map(({ row }) => row)).size).toBe(records.length);
        expect(issues.length).toBe(Math.min(issueCount, 100));
        expect(JSON.parse(JSON.stringify(issues))).toEqual(issues);
        for (const { score, count, at } of rows)
          expect(JSON.parse(JSON.stringify([score, count ?? 1, at ?? 0]))).toEqual([
            score,
            count ?? 1,
            at ?? 0,
          ]);
      },
    ),
    // More than a hundred issues would not all be kept.
    { numRuns: 300 },
  );
});

it("parsing what was parsed changes nothing", () => {
  const record = fc.record(
    {
      score: fc.oneof(
        fc.constantFrom(null, "11", "", "7.5"),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
      count: fc.oneof(fc.integer({ min: 1 }), fc.bigInt({ min: 1n, max: 2n ** 53n - 1n })),
      at: fc.constantFrom("2024-01-15", "2024-07-15 10:30", "2024-07-15T10:30:00Z", 0, new Date(0)),
      channel: fc.string(),
    },
    { requiredKeys: ["score"] },
  );
  fc.assert(
    fc.property(fc.array(record), (records) => {
      const rows = parseScoreRows(records, options);
      expect(parseScoreRows(rows, options)).toEqual(rows);
      expect(rows.map(({ channel }) => channel)).toEqual(records.map(({ channel }) => channel));
    }),
  );
});

it("a decimal in text is the number that JSON would read, and nothing else is one", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("0", "1", "9", ".", "-", "+", "e", " ", ","), maxLength: 8 }),
      (text) => {
        let json: unknown;
        try {
          json = /[e ]/.test(text) ? undefined : JSON.parse(text);
        } catch {
          json = undefined;
        }
        expect(readDecimal(text)).toBe(json === undefined ? undefined : (json as number) + 0);
      },
    ),
    { numRuns: 2000 },
  );
});
