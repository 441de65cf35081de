// Checked by `tsc --noEmit` alone; nothing here runs.
import { type NpsEstimate, nps, npsDifference, rollup } from "../../src/index.ts";
import { type Equal, type Expect, holds } from "./expect.ts";

interface Row {
  readonly channel: string;
  readonly score: number;
  readonly size?: number;
}
declare const rows: readonly Row[];

// Labels may have the names of array methods.
const byMethodNames = rollup(
  rows,
  { at: (row) => row.channel, values: (row) => row.score, length: (row) => row.score > 5 },
  nps,
);
type ByMethodNames = (typeof byMethodNames)[number];

// Rows of a rollup carry the counts that a difference needs; suppressed ones do not.
const guarded = rollup(rows, new Set(["channel", "size"] as const), nps, { minimum: 5 });
type Guarded = (typeof guarded)[number];
const [a, b] = guarded;
if (a && b && !a.suppressed && !b.suppressed) npsDifference(a, b);
// @ts-expect-error -- a suppressed row has no counts
if (a?.suppressed && b) npsDifference(a, b);

// @ts-expect-error -- no such field
rollup(rows, ["chanel"], nps);

holds<
  [
    Expect<Equal<ByMethodNames["at"], string>>,
    Expect<Equal<ByMethodNames["values"], number>>,
    Expect<Equal<ByMethodNames["length"], boolean>>,
    Expect<Equal<Guarded["size"], number | null>>,
    Expect<Equal<Guarded["metric"], NpsEstimate["metric"]>>,
  ]
>();
