import { describe, expect, it, test } from "vitest";
import {
  type CohortRetentionCell,
  type CohortRetentionOptions,
  calendarMonths,
  cohortRetention,
  type TransactionRow,
} from "../../../src/index.ts";
import { expectInterval } from "../../support/expectInterval.ts";

// ann: months 0, 1, 3; bob: 0, 0, 3; cleo: 1, 4; dan: 3. Nobody starts in month 2 or 4.
const orders: TransactionRow[] = [
  { customerId: "ann", at: "2024-01-05" },
  { customerId: "bob", at: "2024-01-09" },
  { customerId: "bob", at: "2024-01-09" },
  { customerId: "ann", at: "2024-02-01" },
  { customerId: "cleo", at: "2024-02-29" },
  { customerId: "bob", at: "2024-04-02" },
  { customerId: "ann", at: "2024-04-02" },
  { customerId: "dan", at: "2024-04-30" },
  { customerId: "cleo", at: "2024-05-03" },
];

function table(options: Partial<CohortRetentionOptions> = {}, rows = orders): CohortRetentionCell[] {
  return cohortRetention(rows, { bucket: calendarMonths(), asOf: "2024-05-31", ...options });
}

/** `2024-01: 2 | 2 1 0` is a cohort, its size, and how many were active at each offset; `+` is not over yet. */
function drawn(cells: readonly CohortRetentionCell[]): string[] {
  const rows = new Map<string, string>();
  for (const { cohort, size, active, complete } of cells)
    rows.set(cohort, `${rows.get(cohort) ?? `${cohort}: ${size} |`} ${active}${complete ? "" : "+"}`);
  return [...rows.values()];
}

test("a cell is the share of the cohort, with its interval", () => {
  expect(table()[1]).toEqual({
    cohort: "2024-01",
    offset: 1,
    until: 2,
    size: 2,
    active: 1,
    complete: true,
    afterAsOf: 0,
    refunds: 0,
    metric: "cohortRetention",
    unit: "share",
    estimate: 0.5,
    low: expect.closeTo(0.0945, 4),
    high: expect.closeTo(0.9055, 4),
    standardError: expect.closeTo(Math.sqrt(0.125), 12),
    level: 0.95,
    method: "wilson",
    n: 2,
  });
});

describe("modes", () => {
  test("on: active in that bucket; the whole triangle, with the empty cohorts", () =>
    expect(drawn(table())).toEqual([
      "2024-01: 2 | 2 1 0 2 0",
      "2024-02: 1 | 1 0 0 1",
      "2024-03: 0 | 0 0 0",
      "2024-04: 1 | 1 0",
      "2024-05: 0 | 0",
    ]));
  test("onOrAfter: active in it or later", () =>
    expect(drawn(table({ mode: "onOrAfter" }))).toEqual([
      "2024-01: 2 | 2 2 2 2 0",
      "2024-02: 1 | 1 1 1 1",
      "2024-03: 0 | 0 0 0",
      "2024-04: 1 | 1 0",
      "2024-05: 0 | 0",
    ]));
  test("bracket: active in any bucket of it, half-open; it is over when its last bucket is", () => {
    const cells = table({ mode: "bracket", brackets: [0, 1, 3, 7] });
    // [3, 7) of January began in April and lasts to the end of July; of February it began in May.
    expect(drawn(cells)).toEqual([
      "2024-01: 2 | 2 1 2+",
      "2024-02: 1 | 1 0 1+",
      "2024-03: 0 | 0 0",
      "2024-04: 1 | 1 0+",
      "2024-05: 0 | 0",
    ]);
    expect(cells.slice(0, 3).map(({ offset, until }) => [offset, until])).toEqual([
      [0, 1],
      [1, 3],
      [3, 7],
    ]);
  });
  test("bracket: offsets before the first and from the last edge on are in no cell", () =>
    expect(drawn(table({ mode: "bracket", brackets: [1, 2, 3] }))).toEqual([
      "2024-01: 2 | 1 0",
      "2024-02: 1 | 0 0",
      "2024-03: 0 | 0 0",
      "2024-04: 1 | 0",
    ]));
  test("bracket: one bracket that has not begun anywhere gives no cells", () =>
    expect(table({ mode: "bracket", brackets: [5, 9] })).toEqual([]));
});

describe("asOf", () => {
  it("is by default the latest row, whose bucket is not over", () =>
    expect(drawn(cohortRetention(orders, { bucket: calendarMonths() }))).toEqual([
      "2024-01: 2 | 2 1 0 2 0+",
      "2024-02: 1 | 1 0 0 1+",
      "2024-03: 0 | 0 0 0+",
      "2024-04: 1 | 1 0+",
      "2024-05: 0 | 0+",
    ]));
  it("leaves out later rows and counts them in every cell", () => {
    const cells = table({ asOf: "2024-02-29T12:00:00Z" });
    expect(drawn(cells)).toEqual(["2024-01: 2 | 2 1+", "2024-02: 1 | 1+"]);
    expect(cells.map(({ afterAsOf }) => afterAsOf)).toEqual([4, 4, 4]);
    expect(table({ asOf: "2024-02-28" })[0]?.afterAsOf).toBe(5);
  });
  it("after the last row adds cohorts of nobody and cells of 0", () =>
    expect(drawn(table({ asOf: "2024-06-01" }))[4]).toBe("2024-05: 0 | 0 0+"));
  it("before the first row leaves nothing", () => expect(table({ asOf: "2023-12-31" })).toEqual([]));
});

describe("refunds", () => {
  it("are no activity, and make no cohort", () => {
    const rows = [
      { customerId: "ann", at: "2024-01-05", amount: -5 },
      { customerId: "ann", at: "2024-02-05", amount: 0 },
      { customerId: "ann", at: "2024-03-05", amount: -5 },
    ];
    const cells = table({ asOf: "2024-03-31" }, rows);
    expect(drawn(cells)).toEqual(["2024-02: 1 | 1 0", "2024-03: 0 | 0"]);
    expect(cells[0]?.refunds).toBe(2);
  });
  it("without any purchase leave nothing", () =>
    expect(table({}, [{ customerId: "ann", at: "2024-01-05", amount: -5 }])).toEqual([]));
});

test("no rows give no cells, and options are checked all the same", () => {
  expect(table({}, [])).toEqual([]);
  expect(() => table({ level: 1 }, [])).toThrow("Cannot compute cohortRetention: level must be");
});

test("a cohort of nobody has null, never 0", () =>
  expect(table().find(({ cohort }) => cohort === "2024-03")).toMatchObject({
    estimate: null,
    low: null,
    high: null,
    standardError: null,
    n: 0,
  }));

test("level and method are those of every share", () => {
  // Clopper and Pearson, 1 of 2: Beta(1, 2) at .05 is 1 - sqrt(.95), Beta(2, 1) at .95 is sqrt(.95).
  const cell = table({ level: 0.9, method: "clopperPearson" })[1];
  expect(cell).toMatchObject({ level: 0.9, method: "clopperPearson" });
  expectInterval(cell ?? { low: null, high: null }, 1 - Math.sqrt(0.95), Math.sqrt(0.95), 12);
});
