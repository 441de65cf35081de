import { describe, expect, it } from "vitest";
import { InvalidInputError, parseScoreRows, safeParseScoreRows } from "../../../src/schemas/index.ts";

describe("parseScoreRows", () => {
  it("gives the rows of any iterable, read once", () => {
    const records = new Set([{ score: 9 }, { score: null, channel: "web" }]).values();
    expect(parseScoreRows(records)).toEqual([{ score: 9 }, { score: null, channel: "web" }]);
    expect([...records]).toEqual([]);
  });

  it("throws with row, field and what came", () => {
    const parse = (): unknown => parseScoreRows([{ a: 9 }, { a: "x" }], { fields: { score: "a" } });
    expect(parse).toThrow(InvalidInputError);
    expect(parse).toThrow('Cannot parse score rows: records[1].a must be a finite number, received "x"');
  });

  it("and the total, when there is more than one problem", () => {
    const parse = (): unknown => parseScoreRows([{ q: "x", count: 0 }, 7], { fields: { score: "q" } });
    expect(parse).toThrow("Cannot parse score rows (3 problems, the first of them): records[0].q must be");
  });

  it("and all problems, up to 100 of them, in the cause", () => {
    const records = new Array(250).fill({ score: "x" });
    try {
      parseScoreRows(records);
    } catch (error) {
      const { issues, issueCount } = safeParseScoreRows(records);
      expect((error as Error).cause).toEqual({ issues, issueCount });
    }
    expect.assertions(1);
  });

  it("writes names and records that are no identifiers so that they can be told", () => {
    expect(() => parseScoreRows([{}], { fields: { score: "How likely?" } })).toThrow(
      'records[0]["How likely?"] must be there',
    );
    expect(() => parseScoreRows([null])).toThrow(
      "records[0] must be a record with named fields, received null",
    );
  });

  it.each([null, undefined, 7, "text", {}])("%s is not a list of records", (records) => {
    expect(() => parseScoreRows(records as unknown as unknown[])).toThrow("records must be an");
    expect(() => safeParseScoreRows(records as unknown as unknown[])).toThrow("records must be an");
  });
});

describe("safeParseScoreRows", () => {
  it("gives the good rows and the issues of the others", () => {
    const records = [{ s: 9 }, { s: "ten" }, { s: 8, count: -1 }, "row", { s: null }];
    expect(safeParseScoreRows(records, { fields: { score: "s" } })).toEqual({
      rows: [{ score: 9 }, { score: null }],
      issues: [
        { row: 1, field: "s", message: "must be a finite number", received: "ten" },
        { row: 2, field: "count", message: "must be an integer from 1 to 2^53 - 1", received: -1 },
        { row: 3, field: null, message: "must be a record with named fields", received: "row" },
      ],
      issueCount: 3,
    });
  });

  it("keeps 100 issues and counts the others", () => {
    const { rows, issues, issueCount } = safeParseScoreRows(new Array(250).fill({ score: "x" }));
    expect({ rows, kept: issues.length, issueCount }).toEqual({ rows: [], kept: 100, issueCount: 250 });
    expect(issues.at(-1)?.row).toBe(99);
  });

  it("gives issues that survive JSON, whatever came", () => {
    const values = [
      11n,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      new Date(0),
      [1],
      {},
      Symbol("s"),
      () => 1,
      true,
      -0.5,
      undefined,
    ];
    const { issues } = safeParseScoreRows(
      values.map((count) => ({ score: 1, count: count === 11n ? 2n ** 60n : count })),
    );
    expect(JSON.parse(JSON.stringify(issues))).toEqual(issues);
    expect(issues.map(({ received }) => received)).toEqual([
      "1152921504606846976n",
      "NaN",
      "Infinity",
      "a value of type Date",
      "a value of type Array",
      "a value of type Object",
      "a value of type Symbol",
      "a value of type Function",
      true,
      -0.5,
      null,
    ]);
  });

  it("counts holes of a sparse array as rows", () => {
    const records: unknown[] = [];
    records[2] = { score: 1 };
    expect(safeParseScoreRows(records).issues.map(({ row }) => row)).toEqual([0, 1]);
  });
});
