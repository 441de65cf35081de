import { type NpsEstimate, npsDifference, nps, rollup } from "../../src/index.ts";
import type { Equal, Expect } from "./expect.ts";

const rows = [{ channel: "web", score: 9, size: 3 as number | undefined }];

// Labels may have the names of array methods.
const [first] = rollup(
  rows,
  { at: (row) => row.channel, values: (row) => row.score, length: (row) => row.score > 5 },
  nps,
);
type First = NonNullable<typeof first>;
export type _Labels = Expect<
  Equal<
    Pick<First, "at" | "values" | "length">,
    { readonly at: string; readonly values: number; readonly length: boolean }
  >
>;

// Rows of a rollup carry the counts that a difference needs; suppressed ones do not.
const [a, b] = rollup(rows, new Set(["channel", "size"] as const), nps, { minimum: 5 });
if (a && b && !a.suppressed && !b.suppressed) npsDifference(a, b);
// @ts-expect-error -- a suppressed row has no counts
if (a?.suppressed && b) npsDifference(a, b);
export type _Size = Expect<Equal<NonNullable<typeof a>["size"], number | null>>;
export type _Metric = Expect<Equal<NonNullable<typeof a>["metric"], NpsEstimate["metric"]>>;

// @ts-expect-error -- no such field
rollup(rows, ["chanel"], nps);
