// What the sources published on JSR give on Deno, and the npm package on Node; compared with one another by jsr.sh.
// Deno finds `cx-metrics` by an import map that jsr.sh makes of jsr.json, Node by the package's own name.
import {
  calendarMonths,
  coxRegression,
  csatMean,
  fitBgNbd,
  formatEstimate,
  InvalidInputError,
  isoWeeks,
  kaplanMeier,
  nps,
  timeline,
} from "cx-metrics";
import { estimateChart } from "cx-metrics/charts";
import * as display from "cx-metrics/display";
import { parseScoreRows } from "cx-metrics/schemas";

const digits = (value) => value?.toPrecision(9) ?? "none";

const rows = parseScoreRows([
  { score: 9, at: "2024-01-31T23:30:00-05:00" },
  { score: 3, at: "2024-03-01T00:00:00Z" },
]);
const months = timeline(rows, { at: (row) => row.at, bucket: calendarMonths("America/Toronto") }, nps);
console.log(months.map(({ period, n, estimate }) => `${period} ${n} ${estimate}`).join(", "));
console.log(formatEstimate(nps([10, 9, 3])));
console.log(estimateChart(months).description);
console.log(display.InvalidInputError === InvalidInputError);

// Numbers that need date-fns, and pure-rand with simple-statistics; zod was needed above.
console.log(isoWeeks().labelOf(isoWeeks().indexOf("2024-12-30")));
console.log(digits(csatMean([1, 2, 5, 5], { method: "bootstrap" }).low));

const lifetimes = [1, 2, 3, 4, 5].map((duration) => ({
  duration,
  churned: duration !== 4,
  seats: duration % 3,
}));
console.log(
  kaplanMeier(lifetimes)
    .map(({ low }) => digits(low))
    .join(" "),
);
console.log(digits(coxRegression(lifetimes, { covariates: ["seats"] }).coefficients[0].coefficient));

const customers = [
  { frequency: 0, recency: 0, age: 30, count: 40 },
  { frequency: 1, recency: 6, age: 28, count: 20 },
  { frequency: 3, recency: 9, age: 31, count: 10 },
  { frequency: 7, recency: 25, age: 26, count: 5 },
];
console.log(Object.values(fitBgNbd(customers).parameters).map(digits).join(" "));
