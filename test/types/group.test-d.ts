// Checked by `tsc --noEmit` alone; nothing here runs.
import { rolling } from "../../src/group/rolling.ts";
import { rollup } from "../../src/group/rollup.ts";
import { timeline } from "../../src/group/timeline.ts";
import { latestPerRespondent } from "../../src/survey/latestPerRespondent.ts";
import { type NpsEstimate, nps } from "../../src/survey/nps.ts";
import { npsDifference } from "../../src/survey/npsDifference.ts";
import { tallyScores } from "../../src/survey/tallyScores.ts";
import { calendarMonths } from "../../src/time/calendarMonths.ts";
import { type Assignable, type Equal, type Expect, holds } from "./expect.ts";

interface Row {
  readonly id: number;
  readonly channel: "web" | "app";
  readonly plan?: string | undefined;
  readonly at: string;
  readonly on: Date;
  readonly score: number | null;
}
declare const rows: readonly Row[];
declare const wide: { readonly minimum?: number };
const bucket = calendarMonths();

const byField = rollup(rows, ["channel", "plan"], nps);
type ByField = (typeof byField)[number];
holds<
  [
    Expect<Equal<ByField["channel"], "web" | "app">>,
    Expect<Equal<ByField["plan"], string | null>>,
    Expect<Equal<ByField["estimate"], number | null>>,
    Expect<Equal<ByField["n"], number>>,
    Expect<Equal<"suppressed" extends keyof ByField ? true : false, false>>,
    Expect<Assignable<ByField, NpsEstimate>>,
  ]
>();

const byFunction = rollup(
  rows,
  { month: (row) => bucket.labelOf(bucket.indexOf(row.at)), asked: (row) => row.plan, all: () => "all" },
  nps,
);
type ByFunction = (typeof byFunction)[number];
holds<
  [
    Expect<Equal<ByFunction["month"], string>>,
    Expect<Equal<ByFunction["asked"], string | null>>,
    Expect<Assignable<ByFunction["all"], string>>,
  ]
>();

// @ts-expect-error a field that rows do not have
rollup(rows, ["chanel"], nps);
// @ts-expect-error a Date is not a label
rollup(rows, ["on"], nps);
// @ts-expect-error a Date is not a label
rollup(rows, { on: (row) => row.on }, nps);
// @ts-expect-error a metric returns a record
rollup(rows, ["channel"], (group) => group.length);

const tally = rollup(rows, ["channel"], tallyScores);
type Tally = (typeof tally)[number];
const own = rollup(rows, ["channel"], (group) => ({ first: group[0]?.at, n: group.length }));
holds<
  [
    Expect<Equal<Tally["channel"], "web" | "app">>,
    Expect<Equal<Tally["score"], number | null>>,
    Expect<Equal<(typeof own)[number]["first"], string | undefined>>,
  ]
>();
rollup(tally, ["channel"], nps);

const guarded = rollup(rows, ["channel", "id"], nps, { minimum: 5 });
type Guarded = (typeof guarded)[number];
type Shown = Extract<Guarded, { suppressed: false }>;
type Hidden = Extract<Guarded, { suppressed: true }>;
holds<
  [
    Expect<Equal<Guarded["suppressed"], boolean>>,
    Expect<Assignable<Shown, NpsEstimate>>,
    Expect<Equal<Hidden["n"], null>>,
    Expect<Equal<Hidden["estimate"], null>>,
    Expect<Equal<Hidden["promoters"], null>>,
    Expect<Equal<Hidden["metric"], "nps">>,
    Expect<Equal<Hidden["unit"], NpsEstimate["unit"]>>,
    Expect<Equal<Hidden["level"], number>>,
    Expect<Equal<Hidden["method"], NpsEstimate["method"]>>,
    Expect<Equal<Hidden["channel"], "web" | "app">>,
    Expect<Equal<Hidden["id"], number>>,
  ]
>();
const [one, two] = guarded;
if (one?.suppressed === false && two?.suppressed === false) npsDifference(one, two);
// @ts-expect-error the counts may be hidden
if (one !== undefined && two !== undefined) npsDifference(one, two);

const unsure = rollup(rows, ["channel"], nps, wide);
holds<[Expect<Equal<(typeof unsure)[number]["n"], number | null>>]>();

const text = rollup(rows, [], () => ({ n: 1, note: "", done: true, list: [1] }), { minimum: 2 });
type HiddenText = Extract<(typeof text)[number], { suppressed: true }>;
holds<
  [
    Expect<Equal<HiddenText["note"], string>>,
    Expect<Equal<HiddenText["done"], boolean>>,
    Expect<Equal<HiddenText["list"], null>>,
  ]
>();

const line = timeline(rows, { at: (row) => row.at, bucket }, nps);
const window = rolling(rows, { at: (row) => row.on, bucket, width: 3, minimum: 5 }, nps);
const nested = rollup(rows, ["channel"], (group) =>
  timeline(group, { at: (row) => row.at, bucket, minimum: 5 }, nps),
);
holds<
  [
    Expect<Equal<(typeof line)[number]["period"], string>>,
    Expect<Assignable<(typeof line)[number], NpsEstimate>>,
    Expect<Equal<(typeof window)[number]["complete"], boolean>>,
    Expect<Equal<(typeof window)[number]["n"], number | null>>,
    Expect<Equal<(typeof nested)[number]["suppressed"], boolean>>,
    Expect<Equal<(typeof nested)[number]["channel"], "web" | "app">>,
  ]
>();
// @ts-expect-error when a row happened is needed
timeline(rows, { bucket }, nps);
// @ts-expect-error a window needs a width
rolling(rows, { at: (row) => row.at, bucket }, nps);
// @ts-expect-error an instant is never missing
timeline(rows, { at: (row) => row.plan, bucket }, nps);

const latest = latestPerRespondent(rows, { respondent: (row) => row.id, at: (row) => row.at });
holds<[Expect<Equal<typeof latest, Row[]>>]>();
