import { describe, expect, test } from "vitest";
import { type TrendRow, trendChart } from "../../../src/charts/trendChart.ts";
import {
  calendarDays,
  calendarMonths,
  csatMean,
  nps,
  rolling,
  rollup,
  timeline,
} from "../../../src/index.ts";
import { AWKWARD_NAMES, expectChart, textsOf, valuesOf } from "../../support/charts.ts";

interface Row {
  readonly at: string;
  readonly score: number;
  readonly channel?: string;
}

const rows: readonly Row[] = [
  { at: "2024-01-05", score: 10, channel: "web" },
  { at: "2024-01-09", score: 3, channel: "web" },
  { at: "2024-02-05", score: 9, channel: "phone" },
  { at: "2024-04-05", score: 10, channel: "web" },
  { at: "2024-05-05", score: 8, channel: "phone" },
];

const at = (row: { readonly at: string }): string => row.at;
const months = <One extends Row>(group: Iterable<One>): TrendRow[] =>
  timeline(group, { at, bucket: calendarMonths() }, nps);

/** How many straight pieces the lines of a picture have; a dot on its own has none. */
function piecesOf(svg: string): number {
  const paths = [
    ...svg.matchAll(
      /<path aria-label="[^"]*" role="graphics-symbol" aria-roledescription="line mark" d="([^"]*)"/g,
    ),
  ];
  return paths.reduce((sum, [, path = ""]) => sum + (path.match(/L/g) ?? []).length, 0);
}

describe("trendChart", () => {
  test("shows a line, its band and n below", async () => {
    const spec = trendChart(months(rows));
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["NPS over time", "95% intervals (score), n = 5"]));
    expect(texts).toEqual(expect.arrayContaining(["2024-01", "n = 2", "2024-03", "n = 0"]));
    const first = months(rows)[0];
    expect(valuesOf(spec)[0]).toMatchObject({
      period: "2024-01",
      estimate: first?.estimate,
      low: first?.low,
      high: first?.high,
      n: 2,
    });
  });
  test("leaves a gap where a period is empty, and draws no line across it", async () => {
    const spec = trendChart(months(rows));
    expect(valuesOf(spec)[2]).toMatchObject({ period: "2024-03", estimate: null, low: null, high: null });
    // January to February, April to May.
    expect(piecesOf(await expectChart(spec))).toBe(2);
    const whole = [...rows, { at: "2024-03-03", score: 7 }];
    expect(piecesOf(await expectChart(trendChart(months(whole))))).toBe(4);
  });
  test("leaves a gap where a group has no row for a period of others", async () => {
    const byMonth = timeline(rows, { at, bucket: calendarMonths() }, (group) =>
      rollup(group, ["channel"], nps),
    );
    const spec = trendChart(byMonth);
    expect(valuesOf(spec)).toHaveLength(8);
    expect(piecesOf(await expectChart(spec))).toBe(0);
    expect(textsOf(await expectChart(spec))).toContain("NPS by channel");
  });
  test("shows an estimate alone between two gaps as a dot with its interval", async () => {
    const days = timeline(
      Array.from({ length: 40 }, (_, week) => ({ at: new Date(604_800_000 * week).toISOString(), score: 9 })),
      { at, bucket: calendarDays() },
      nps,
    );
    const spec = trendChart(days);
    const known = valuesOf(spec).filter(({ estimate }) => estimate !== null);
    expect(known).toHaveLength(40);
    expect(known.every(({ dot, alone }) => dot === true && alone === true)).toBe(true);
    expect(piecesOf(await expectChart(spec))).toBe(0);
  });
  test("draws no band where neither end is known, and half of one where one is", async () => {
    const [first, second, third] = [
      { period: "2021", ...csatMean([5, 4, 1]) },
      { period: "2022", ...csatMean([5, 4, 2]) },
      { period: "2023", ...csatMean([5, 4, 3]) },
    ] as const;
    const spec = trendChart([first, { ...second, low: null, high: null }, { ...third, high: null }]);
    await expectChart(spec);
    expect(valuesOf(spec)).toMatchObject([
      { low: first.low, high: first.high, alone: true },
      { estimate: second.estimate, low: null, high: null, alone: false },
      { low: third.low, high: third.estimate, alone: true },
    ]);
  });
  test("marks windows that are not full, and says so", async () => {
    const spec = trendChart(rolling(rows, { at, bucket: calendarMonths(), width: 3 }, nps));
    const texts = textsOf(await expectChart(spec));
    expect(texts).toContain("Hollow dots: windows that are not full");
    expect(texts).toContain("95% intervals (score), n up to 3 a window");
    expect(valuesOf(spec).map(({ open }) => open)).toEqual([true, true, false, false, false]);
  });
  test("puts the periods of all groups into one order", async () => {
    const late = [{ at: "2024-03-05", score: 10, channel: "late" }, ...rows];
    const spec = trendChart(rollup(late, ["channel"], months));
    const texts = textsOf(await expectChart(spec)).filter((text) => /^2024-\d\d$/.test(text));
    expect(texts).toEqual(["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"]);
    expect(spec.description).toContain("web 2024-01: 0 (-81 to 81); 2024-04: 100");
  });
  test("keeps the order of periods that do not sort as text", () => {
    const periods = ["Oct", "Nov", "Dec"].map((period) => ({ period, ...nps([9]) }));
    expect(valuesOf(trendChart(periods)).map(({ period }) => period)).toEqual(["Oct", "Nov", "Dec"]);
  });
  test("says what is suppressed", async () => {
    const few = timeline(rows, { at, bucket: calendarMonths(), minimum: 2 }, nps);
    expect(textsOf(await expectChart(trendChart(few, { theme: "dark" })))).toContain("too few");
  });
  test("shows one period, nothing known and nothing at all", async () => {
    await expectChart(trendChart(months(rows.slice(0, 1))));
    await expectChart(trendChart([{ period: "2024", ...nps([]) }]));
    expect(textsOf(await expectChart(trendChart([])))).toContain("There is nothing to show.");
  });
  test("shows awkward names as text, and the groups with the most observations", async () => {
    const named = AWKWARD_NAMES.flatMap((name) => rows.map((row) => ({ ...row, channel: name })));
    const spec = trendChart(rollup(named, ["channel"], months), { theme: "dark", width: 320 });
    const texts = textsOf(await expectChart(spec));
    expect(texts.join(" ")).toContain("The 8 groups with the most observations, of 17");
    const periods = AWKWARD_NAMES.map((period) => ({ period, ...nps([9]) }));
    expect(valuesOf(trendChart(periods))).toHaveLength(AWKWARD_NAMES.length);
    await expectChart(trendChart(periods));
  });
  test("thins what is too long to draw to the periods with the most observations", async () => {
    const one = nps([9]);
    const long = Array.from({ length: 100_000 }, (_, period) => ({ ...one, period }));
    const spec = trendChart(long);
    expect(valuesOf(spec)).toHaveLength(2000);
    expect(valuesOf(spec)[0]).toMatchObject({ period: "98000" });
    expect(textsOf(await expectChart(spec))).toContain("The last 2,000 periods of 100,000");
  });
  test("refuses what it cannot draw", () => {
    const task = "Cannot draw trendChart: ";
    expect(() => trendChart([nps([1])] as never)).toThrow(`${task}rows[0] must carry period, metric, unit,`);
    expect(() => trendChart(rollup(rows, ["channel"], nps) as never)).toThrow("rows[0] must carry period");
    const twice = [...months(rows), ...months(rows.slice(0, 1))];
    expect(() => trendChart(twice)).toThrow(`${task}rows must have each period of a group once`);
    const units = [...months(rows), { period: "2025", ...csatMean([1]) }];
    expect(() => trendChart(units)).toThrow('rows[5].unit must be points as before, received "score"');
    expect(() => trendChart(months(rows), { titel: "a" } as never)).toThrow("option must be one of theme,");
  });
});
