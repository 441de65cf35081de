// Checked by `tsc --noEmit` alone; nothing here runs.

import type { TimelineOptions } from "../../src/index.ts";
import { calendarMonths, nps, type RollingOptions, rolling, rollup, timeline } from "../../src/index.ts";
import { parseScoreRows, scoreRowSchema } from "../../src/schemas/index.ts";

interface Row {
  readonly channel: string;
  readonly score: number;
  readonly on: string;
}
declare const rows: readonly Row[];
declare const timelineOptions: TimelineOptions<Row>;
declare const rollingOptions: RollingOptions<Row>;
const bucket = calendarMonths();
const at = (row: Row): string => row.on;

// Every option, and options that were put together elsewhere.
timeline(rows, { at: (row) => row.on, bucket, from: "2024-01-01", to: "2024-12-31", minimum: 5 }, nps);
rolling(rows, { at: (row) => row.on, bucket, from: 0, to: 1e12, minimum: 5, width: 3 }, nps);
timeline(rows, timelineOptions, nps);
rolling(rows, rollingOptions, nps);
rolling(rows, { ...timelineOptions, width: 3 }, nps);

// @ts-expect-error misspelt
timeline(rows, { at, bucket, minimun: 5 }, nps);
// @ts-expect-error misspelt, beside a function that needs the type of its row
timeline(rows, { at: (row) => row.on, bucket, minimun: 5 }, nps);
// @ts-expect-error the level is the metric's
timeline(rows, { at, bucket, level: 0.9 }, nps);
// @ts-expect-error only records are read by a wall clock
timeline(rows, { at, bucket, wallClock: "UTC" }, nps);
// @ts-expect-error only a rolling metric has a width
timeline(rows, { at, bucket, width: 3 }, nps);
// @ts-expect-error misspelt
rolling(rows, { at, bucket, width: 3, minimun: 5 }, nps);
// @ts-expect-error the level is the metric's
rolling(rows, { at, bucket, width: 3, level: 0.9 }, nps);
// @ts-expect-error only records are read by a wall clock
rolling(rows, { at, bucket, width: 3, wallClock: "UTC" }, nps);
// @ts-expect-error misspelt
rollup(rows, ["channel"], nps, { minimun: 5 });
// @ts-expect-error the level is the metric's
rollup(rows, ["channel"], nps, { minimum: 5, level: 0.9 });

// @ts-expect-error misspelt
scoreRowSchema({ numericStrings: true, mising: [11] });
// @ts-expect-error misspelt
parseScoreRows([], { numericStrings: true, mising: [11] });
