import { describe, expect, it, test } from "vitest";
import {
  type CohortRetentionOptions,
  calendarDays,
  calendarMonths,
  cohortRetention,
  fixedDays,
  isoWeeks,
  type TransactionRow,
} from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";

type Row = TransactionRow;
const cellsOf = (rows: Iterable<Row>, options: CohortRetentionOptions): (string | number | boolean)[][] =>
  cohortRetention(rows, options).map(({ cohort, offset, active, complete }) => [
    cohort,
    offset,
    active,
    complete,
  ]);

describe("zones", () => {
  const rows = [
    { customerId: "ann", at: "2024-01-31T23:30:00Z" },
    { customerId: "ann", at: "2024-03-01T03:00:00Z" },
  ];
  test("a month is the zone's, whatever the host's", () => {
    const last = ([, , active]: (string | number | boolean)[]): boolean => active === 1;
    const active = (zone: string): unknown[] =>
      cellsOf(rows, { bucket: calendarMonths(zone), asOf: "2024-03-31" }).filter(last);
    expect(active("UTC")).toEqual([
      ["2024-01", 0, 1, true],
      ["2024-01", 2, 1, true],
    ]);
    expect(active("America/Toronto")).toEqual([
      ["2024-01", 0, 1, true],
      ["2024-01", 1, 1, true],
    ]);
    expect(active("Asia/Kolkata")).toEqual([
      ["2024-02", 0, 1, true],
      ["2024-02", 1, 1, true],
    ]);
  });
  test("a date-only asOf is a day of the bucket's zone", () => {
    // Kolkata's 1 March has begun at 18:30 UTC of the day before.
    const kolkata = { bucket: calendarMonths("Asia/Kolkata"), asOf: "2024-02-29" };
    expect(cellsOf(rows, kolkata)).toEqual([["2024-02", 0, 1, true]]);
    expect(cellsOf(rows, { ...kolkata, asOf: "2024-02-29T18:29:59Z" })).toEqual([["2024-02", 0, 1, false]]);
  });
  test("a date-only row is that day in every zone", () => {
    const dated = [{ customerId: "ann", at: "2024-02-01" }];
    for (const zone of ["UTC", "America/Toronto", "Pacific/Apia"])
      expect(cellsOf(dated, { bucket: calendarMonths(zone) })).toEqual([["2024-02", 0, 1, false]]);
  });
  test("a day that does not exist is a cohort of nobody, and over at once", () => {
    const apia = calendarDays("Pacific/Apia");
    const days = [
      { customerId: "ann", at: "2011-12-29" },
      { customerId: "ann", at: "2011-12-31" },
    ];
    expect(
      cellsOf(days, { bucket: apia }).map(([cohort, offset, active]) => [cohort, offset, active]),
    ).toEqual([
      ["2011-12-29", 0, 1],
      ["2011-12-29", 1, 0],
      ["2011-12-29", 2, 1],
      ["2011-12-30", 0, 0],
      ["2011-12-30", 1, 0],
      ["2011-12-31", 0, 0],
    ]);
  });
  test("weeks and fixed days", () => {
    const days = [
      { customerId: "ann", at: "2023-12-31T12:00:00Z" },
      { customerId: "ann", at: "2024-01-08" },
    ];
    const active = (bucket: CohortRetentionOptions["bucket"]): unknown[] =>
      cellsOf(days, { bucket, asOf: "2024-01-14" }).filter(([, , count]) => count === 1);
    expect(active(isoWeeks())).toEqual([
      ["2023-W52", 0, 1, true],
      ["2023-W52", 2, 1, true],
    ]);
    expect(active(fixedDays(7, "2024-01-01"))).toEqual([
      ["2023-12-25", 0, 1, true],
      ["2023-12-25", 2, 1, true],
    ]);
  });
});

describe("rows", () => {
  const bucket = calendarMonths();
  it("ids 1 and '1', '' and '__proto__' are customers of their own", () => {
    const ids = [1, "1", "", "__proto__", "constructor", "a", "a "];
    const rows = ids.map((customerId) => ({ customerId, at: "2024-01-01" }));
    expect(cohortRetention([...rows, ...rows], { bucket })[0]).toMatchObject({ size: 7, active: 7 });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
  it("are read once, from a one-shot iterator, and so is each field; frozen ones are taken", () => {
    const reads: string[] = [];
    const row = new Proxy({ customerId: "ann", at: "2024-01-01", amount: 2 } as Row, {
      get: (target, field) => {
        reads.push(String(field));
        return Reflect.get(target, field);
      },
    });
    const { estimate } = cohortRetention([row].values(), { bucket })[0] ?? {};
    expect([estimate, reads]).toEqual([1, ["customerId", "at", "amount"]]);
    const frozen = deepFreeze([{ customerId: "ann", at: "2024-01-01" }]);
    expect(cohortRetention(frozen, deepFreeze({ bucket, mode: "bracket", brackets: [0, 2] }))).toHaveLength(
      1,
    );
  });
  test.each([
    [{ customerId: null, at: "2024-01-01" }, "transactions[1].customerId must be"],
    [{ customerId: "ann", at: "2024-02-30" }, "transactions[1].at must be a date that exists"],
    [{ customerId: "ann", at: 1_700_000_000 }, "transactions[1].at must be in milliseconds"],
    [{ customerId: "ann", at: "2024-01-01", amount: Number.NaN }, "transactions[1].amount must be"],
    [undefined, "transactions[1] must be a transaction row"],
  ])("%o", (bad, message) =>
    expect(() => cohortRetention([{ customerId: 1, at: "2024-01-01" }, bad as Row], { bucket })).toThrow(
      `Cannot compute cohortRetention: ${message}`,
    ),
  );
});

describe("options", () => {
  const rows = [{ customerId: "ann", at: "2024-01-01" }];
  const bucket = calendarMonths();
  test.each([
    [undefined, "options must carry bucket, received undefined"],
    [{}, "options must carry bucket"],
    [{ bucket: "month" }, "bucket must be a bucket such as"],
    [
      { bucket, buckets: 3 },
      'option must be one of bucket, asOf, mode, brackets, level, method, received "bu',
    ],
    [{ bucket, mode: "unbounded" }, 'mode must be one of on, onOrAfter, bracket, received "unbounded"'],
    [{ bucket, asOf: null }, "asOf must be"],
    [{ bucket, asOf: "2024-02-30" }, "asOf must be a date that exists"],
    [{ bucket, method: "exact" }, "method must be one of wilson"],
    [{ bucket, level: 95 }, "level must be strictly between 0 and 1, received 95"],
    [{ bucket, brackets: [0, 1] }, 'brackets must be left out unless mode is "bracket"'],
    [{ bucket, mode: "bracket" }, "brackets must be a list of two or more offsets"],
    [{ bucket, mode: "bracket", brackets: [1] }, "brackets must be a list of two or more offsets"],
    [{ bucket, mode: "bracket", brackets: "01" }, "brackets must be a list of two or more offsets"],
    [{ bucket, mode: "bracket", brackets: [0, 3, 3] }, "brackets[2] must be an integer from 4"],
    [{ bucket, mode: "bracket", brackets: [-1, 3] }, "brackets[0] must be an integer from 0"],
    [{ bucket, mode: "bracket", brackets: [0, 1.5] }, "brackets[1] must be an integer from 1"],
    [{ bucket, mode: "bracket", brackets: new Array(3) }, "brackets[0] must be an integer from 0"],
  ])("%o", (options, message) =>
    expect(() => cohortRetention(rows, options as CohortRetentionOptions)).toThrow(
      `Cannot compute cohortRetention: ${message}`,
    ),
  );
  it("refuse a table that a wrong date makes enormous, and say what helps", () => {
    const typo = [...rows, { customerId: "bob", at: "1024-01-01" }];
    expect(() => cohortRetention(typo, { bucket })).toThrow(
      "bucket must make at most 5000000 cells: choose a larger one, or check the dates, since there are 12001 cohorts from 1024-01 to 2024-01",
    );
    const far: CohortRetentionOptions = { bucket: calendarDays(), mode: "bracket", brackets: [9e6, 9e7] };
    expect(cohortRetention(typo, far)).toEqual([]);
  });
});
