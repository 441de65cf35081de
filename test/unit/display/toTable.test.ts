import { describe, expect, test } from "vitest";
import { toTable } from "../../../src/display/index.ts";
import { fitSbg, formatEstimate, npsFromCounts, rollup } from "../../../src/index.ts";

const counts = [
  { channel: "web", promoters: 2, passives: 0, detractors: 1 },
  { channel: "phone", promoters: 0, passives: 0, detractors: 0 },
];
const byChannel = counts.map(({ channel, ...rest }) => ({ channel, ...npsFromCounts(rest) }));

const linesOf = (rows: object, options = {}): string[] => toTable(rows, options).split("\n");

describe("toTable of rows", () => {
  test("lines text up at the left and numbers at the right", () =>
    expect(
      linesOf([
        { plan: "free", customers: 1200 },
        { plan: "pro", customers: null },
      ]),
    ).toEqual(["plan  customers", "free      1,200", "pro           –"]));
  test("has every field of every row, in order of first appearance", () =>
    expect(linesOf([{ a: 1 }, { b: 2, a: 3 }])).toEqual(["a  b", "1  –", "3  2"]));
  test("shows dates, lists, records, booleans and big integers", () =>
    expect(
      linesOf([
        { at: new Date(0), later: new Date(1), tags: ["a", 1 / 3], more: { a: 1 }, ok: true, big: 12n },
      ]),
    ).toEqual([
      "at          later                     tags          more     ok    big",
      '1970-01-01  1970-01-01T00:00:00.001Z  ["a",0.3333]  {"a":1}  true   12',
    ]));
  test("shows an empty text, and what a terminal would obey", () =>
    expect(linesOf([{ name: "" }, { name: "a\u001b[31m\nb\u202e" }, { name: "\ud800x" }])).toEqual([
      "name                  ",
      '""                    ',
      "a\\u{1b}[31m\\nb\\u{202e}",
      "\ufffdx                    ",
    ]));
  test("gives a column the decimals it needs, and no zero for what is not", () => {
    const column = (...values: readonly number[]): string[] =>
      linesOf(values.map((x) => ({ x }))).map((line) => line.trim());
    expect(column(9.99, 5)).toEqual(["x", "9.99", "5.00"]);
    expect(column(1 / 3, 0.5)).toEqual(["x", "0.3333", "0.5000"]);
    expect(column(200 / 3)).toEqual(["x", "66.67"]);
    expect(column(6.39e-7, 0, -0)).toEqual(["x", "6.39E-7", "0", "0"]);
    expect(column(1e300)).toEqual(["x", "1E300"]);
    expect(column(Number.NaN, 1.5)).toEqual(["x", "NaN", "1.5"]);
  });
  test("leaves years and ids as they are", () =>
    expect(linesOf([{ year: 2024, customerId: 10_000, n: 10_000 }])).toEqual([
      "year  customerId       n",
      "2024       10000  10,000",
    ]));
  test("groups what only sounds like an id", () =>
    expect(
      linesOf([{ paid: 1000, order_id: 1000, ID: 1000 }])[1]
        ?.split(/ +/)
        .join(),
    ).toBe("1,000,1000,1000"));
  test("lines up wide characters, and signs of direction that a locale writes", () => {
    const lines = linesOf(["コーヒー、茶", "tea"].map((a) => ({ a, b: 1 })));
    expect(lines).toEqual(["a             b", "コーヒー、茶  1", "tea           1"]);
    const [, plus, minus] = linesOf([{ a: 1 }, { a: -1 }], { locale: "ar-EG" });
    expect([plus, minus]).toEqual([" ١", "\u061c-١"]);
  });
  test("says how many rows are left out", () => {
    const rows = Array.from({ length: 100_000 }, (_, a) => ({ a }));
    expect(linesOf(rows, { limit: 2 })).toEqual(["a", "0", "1", "… and 99,998 more rows"]);
    expect(linesOf(rows.slice(0, 3), { limit: 2 }).at(-1)).toBe("… and 1 more row");
    expect(linesOf(rows, { limit: 1, locale: "de" }).at(-1)).toBe("… and 99.999 more rows");
    expect(linesOf(rows.slice(0, 200))).toHaveLength(201);
  });
  test("says that there is nothing", () => expect(toTable([])).toBe("There is nothing to show."));
  test("reads a one-shot iterator, and each field once", () => {
    let reads = 0;
    const row = {
      get a(): number {
        reads++;
        return 1;
      },
    };
    expect(linesOf([row].values())).toEqual(["a", "1"]);
    expect(reads).toBe(1);
  });
  test("takes names that objects have", () => {
    const rows = JSON.parse('[{"__proto__":1,"constructor":2},{"toString":3}]') as object[];
    expect(linesOf(rows)[0]).toBe("__proto__  constructor  toString");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("toTable of estimates", () => {
  test("folds the interval into one column", () => {
    const [row] = byChannel;
    const text = row === undefined ? "" : formatEstimate(row);
    expect(linesOf(byChannel)).toEqual([
      "channel  NPS (95% score)  n  promoters  passives  detractors  missing",
      `web     ${text.padStart(16)}  3          2         0           1        0`,
      "phone                  –  0          0         0           0        0",
    ]);
  });
  test("keeps what differs from row to row", () => {
    const rows = [npsFromCounts({ promoters: 2, passives: 0, detractors: 1 }), fitted];
    expect(linesOf(rows)[0]?.split(/ {2,}/).slice(0, 5)).toEqual([
      "metric",
      "unit",
      "estimate (95%)",
      "method",
      "n",
    ]);
  });
  test("has more decimals where intervals are narrow, and `digits` where they are given", () => {
    const share = { metric: "churnRate", unit: "share", level: 0.9, method: "wilson", n: 9 };
    const rows = [{ ...share, estimate: 0.0123, low: 0.012, high: 0.0131 }];
    expect(toTable(rows)).toContain("1.23% (1.20% to 1.31%)");
    expect(toTable(rows, { digits: 0 })).toContain("1% (1% to 1%)");
    expect(toTable(rows, { locale: "de", digits: 1 })).toContain("1,2\u00a0% (1,2\u00a0% to 1,3\u00a0%)");
  });
  test("says that a difference of shares is in points", () => {
    const share = { unit: "share", estimate: -0.25, low: -0.6, high: 0.3 };
    expect(toTable({ ...share, metric: "csatDifference" })).toBe(
      "CSAT difference in % points\n         -25% (-60% to 30%)",
    );
    expect(toTable({ ...share, metric: "csat" })).not.toContain("points");
    expect(toTable({ ...share, metric: "cesDifference", unit: "score" })).not.toContain("points");
  });
  test("says what is hidden by `minimum`", () => {
    const rows = rollup(
      counts,
      ["channel"],
      ([one]) => npsFromCounts({ promoters: one?.promoters ?? 0, passives: 0, detractors: 1 }),
      { minimum: 3 },
    );
    expect(linesOf(rows)[2]).toMatch(/^phone {4}too few to show/);
  });
  test("shows the fields that are asked for", () => {
    expect(linesOf(byChannel, { columns: ["low", "channel"] })[0]).toBe("   low  channel");
    expect(linesOf(byChannel, { columns: ["estimate"] })[0]?.trim()).toBe("NPS (95% score)");
  });
});

const fitted = {
  ...npsFromCounts({ promoters: 2, passives: 0, detractors: 1 }),
  metric: "csat",
  unit: "share",
  method: "t",
};

describe("toTable of one record", () => {
  test("shows its fields, and the lists in it", () =>
    expect(toTable({ test: "logRank", pValue: 0.04, two: { a: 1 }, groups: [{ group: "a", n: 2 }] })).toBe(
      "logRank\nfield   value  \ntest    logRank\npValue  0.04   \ntwo.a   1      \n\ngroups: 1 row\ngroup  n\na      2",
    ));
  test("shows a fit as its parameters and how it went", () => {
    const fit = fitSbg([
      { duration: 1, churned: true, count: 369 },
      { duration: 2, churned: true, count: 163 },
      { duration: 3, churned: true, count: 86 },
      { duration: 3, churned: false, count: 382 },
    ]);
    const lines = toTable(fit).split("\n");
    expect(lines.slice(0, 2)).toEqual(["sbg", "parameter   Estimate (95% log)  standard error"]);
    expect(lines.slice(2, 4).map((line) => line.split(" ")[0])).toEqual(["alpha", "beta"]);
    expect(lines.at(-1)).toMatch(/^n = 1,000, log-likelihood -\d,\d+\.\d+, converged in \d+ iterations$/);
    expect(toTable({ ...fit, boundary: "alpha", unit: "week", converged: false, reason: "none" })).toMatch(
      /n = 1,000, time in weeks, log-likelihood .*, not converged, at the boundary: alpha, none$/,
    );
  });
});

describe("toTable refuses", () => {
  test.each([
    [undefined, "rows must be a record or an iterable of records, received undefined"],
    ["text", "rows must be a record"],
    [7, "rows must be a record"],
    [() => 1, "rows must be a record"],
    [
      Promise.resolve([]),
      "rows must be a record or an iterable of records; await it first, received Promise",
    ],
    [[{ a: 1 }, null], "rows[1] must be a record, received null"],
    [[1], "rows[0] must be a record, received 1"],
    [{}, "rows must have fields"],
  ])("%j", (rows, message) => {
    expect(() => toTable(rows as object)).toThrow(`Cannot make a table: ${message}`);
  });
  test.each([
    [{ limt: 3 }, "option must be one of locale, digits, columns, limit"],
    [{ limit: -1 }, "limit must be an integer from 0"],
    [{ digits: 0.5 }, "digits must be an integer from 0 to 20"],
    [{ columns: "a" }, "columns must be a list of names of fields"],
    [{ columns: ["a", "c"] }, 'columns[1] must be one of a, b, received "c"'],
  ])("%j", (options, message) => {
    expect(() => toTable([{ a: 1, b: 2 }], options as object)).toThrow(`Cannot make a table: ${message}`);
  });
  test("a locale that is none, also where there is no number", () => {
    for (const rows of [[], [{ a: 1 }], { a: "text" }])
      expect(() => toTable(rows, { locale: "no locale" })).toThrow(RangeError);
  });
});
