// What the packed package gives in every runtime; compared with one another by run.sh, line by line.
import { calendarMonths, csatMean, formatEstimate, isoWeeks, nps, npsDifference, timeline } from "cx-metrics";
import { parseScoreRows } from "cx-metrics/schemas";

const rows = parseScoreRows([
  { score: 9, at: "2024-01-31T23:30:00-05:00" },
  { score: 3, at: "2024-03-01T00:00:00Z" },
]);
const months = timeline(rows, { at: (row) => row.at, bucket: calendarMonths("America/Toronto") }, nps);
console.log(formatEstimate(nps([10, 9, 3])));
console.log(csatMean([1, 2, 5, 5], { method: "bootstrap" }).low);
console.log(months.map(({ period, n }) => `${period} ${n}`).join(", "));
console.log(isoWeeks().labelOf(0));
console.log(npsDifference(nps([10, 10, 3]), nps([1, 2])).pValue.toFixed(12));

// Where the runtime has Temporal, its values are instants like any other.
const days = globalThis.Temporal
  ? [Temporal.PlainDate.from("2024-05-05"), Temporal.Instant.from("2024-05-05T12:00:00Z")]
  : ["2024-05-05", "2024-05-05T12:00:00Z"];
console.log(days.map((day) => isoWeeks().labelOf(isoWeeks().indexOf(day))).join(" "));
