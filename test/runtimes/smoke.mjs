// What the packed package gives in every runtime; compared with one another by run.sh, line by line.
import {
  calendarMonths,
  churnRate,
  clv,
  cohortRetention,
  coxRegression,
  csatMean,
  discountedExpectedLifetime,
  fitParetoNbd,
  fitSbg,
  formatEstimate,
  isoWeeks,
  kaplanMeier,
  lifetimesFromSubscriptions,
  medianLifetime,
  nps,
  npsDifference,
  rfm,
  summarizeCustomers,
  timeline,
} from "cx-metrics";
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

const subscriptions = [
  { customerId: 1, seats: 1, startedAt: "2024-01-05", endedAt: "2024-03-12T10:00:00Z" },
  { customerId: 2, seats: 5, startedAt: "2024-01-15" },
  { customerId: "2", seats: 2, startedAt: "2024-02-01", endedAt: "2024-03-03" },
  { customerId: 4, seats: 4, startedAt: "2024-02-10", endedAt: "2024-03-20" },
];
const march = { from: "2024-03-01", to: "2024-03-31", timeZone: "America/Toronto" };
console.log(formatEstimate(churnRate(subscriptions, march)));
console.log(churnRate(subscriptions, { ...march, convention: "daily" }).high?.toFixed(12));
const lifetimes = lifetimesFromSubscriptions(subscriptions, {
  asOf: "2024-03-31",
  timeZone: "America/Toronto",
});
console.log(lifetimes.map(({ duration }) => duration.toFixed(9)).join(" "));
console.log(
  kaplanMeier(lifetimes)
    .map(({ estimate, low }) => `${estimate.toFixed(12)} ${low?.toFixed(12)}`)
    .join(", "),
);
console.log(formatEstimate(medianLifetime(lifetimes)));
console.log(coxRegression(lifetimes, { covariates: ["seats"] }).coefficients[0].coefficient.toFixed(9));
const orders = subscriptions.map(({ customerId, startedAt }) => ({ customerId, at: startedAt }));
const cells = cohortRetention(orders, { bucket: calendarMonths("Asia/Kolkata"), asOf: "2024-03-31" });
console.log(cells.map(({ cohort, offset, active }) => `${cohort} ${offset} ${active}`).join(", "));

// A shop of 200 customers with their own rhythm, by the minimal standard generator of Park and Miller (1988).
let state = 7;
const uniform = () => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};
const shop = Array.from({ length: 200 }, (_, customerId) => {
  const bought = [];
  const leaves = uniform() ** 2;
  for (let day = 200 * uniform(); day < 500; day += 60 * uniform() * -Math.log(uniform())) {
    const at = new Date(Date.UTC(2023, 0, 1 + Math.floor(day))).toISOString().slice(0, 10);
    bought.push({ customerId, at, amount: 10 + (customerId % 7) + Math.round(500 * uniform()) / 100 });
    if (uniform() < leaves) break;
  }
  return bought;
}).flat();
const asked = { asOf: "2024-05-31", unit: "week" };
const digits = (value) => value?.toPrecision(9);
const { total, purchaseFit, spendFit } = clv(shop, { ...asked, horizon: 52, discountRate: 0.002 });
console.log(digits(total.estimate), digits(total.low), digits(total.high));
console.log(
  Object.values({ ...purchaseFit.parameters, ...spendFit.parameters })
    .map(digits)
    .join(" "),
);
console.log(
  Object.values(fitParetoNbd(summarizeCustomers(shop, asked)).parameters)
    .map(digits)
    .join(" "),
);
console.log(
  rfm(shop, { asOf: "2024-05-31" })
    .segments.map(({ segment, n }) => `${segment} ${n}`)
    .join(", "),
);
const contracts = [
  { duration: 1, churned: true, count: 369 },
  { duration: 2, churned: true, count: 163 },
  { duration: 3, churned: true, count: 86 },
  { duration: 3, churned: false, count: 382 },
];
const lifetime = discountedExpectedLifetime(fitSbg(contracts), { discountRate: 0.1 });
console.log(digits(lifetime.estimate), digits(lifetime.low), digits(lifetime.high));
