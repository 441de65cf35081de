// What the package gives, in three classes: `exact` is alike in every runtime, `closed` (closed forms and resampling)
// to 1e-12 and `fitted` (what an optimizer found) to 1e-8. Needs nothing but modules.
import { pictures } from "./pictures.mjs";
import { answers, contracts, orders, subscriptions } from "./sample.mjs";

const toronto = { asOf: "2024-12-31", timeZone: "America/Toronto" };
const autumn = { from: "2024-09-01", to: "2024-11-30", timeZone: "America/Toronto" };
const shop = { asOf: "2024-05-31", unit: "week" };

/** All results, from the entries of the package: `{ cx, schemas, charts, display }`. */
export function results(entries) {
  const { cx } = entries;
  const closed = { ...surveys(cx), ...retention(cx) };
  const fitted = fits(cx, closed.lifetimes);
  const drawn = pictures(entries, { ...closed, ...fitted });
  return {
    exact: { ...counts(entries), ...drawn.exact },
    closed: { ...closed, ...drawn.closed },
    fitted: { ...fitted, ...drawn.fitted },
  };
}

/** Counts, labels and texts. */
function counts({ cx, schemas }) {
  const parsed = schemas.parseScoreRows([
    { score: 9, at: "2024-01-31T23:30:00-05:00" },
    { score: 3, at: "2024-03-01T00:00:00Z" },
  ]);
  const inToronto = { at: (row) => row.at, bucket: cx.calendarMonths("America/Toronto") };
  // Where the runtime has Temporal, its values are instants like any other.
  const days = globalThis.Temporal
    ? [Temporal.PlainDate.from("2024-05-05"), Temporal.Instant.from("2024-05-05T12:00:00Z")]
    : ["2024-05-05", "2024-05-05T12:00:00Z"];
  const weeks = cx.isoWeeks();
  return {
    months: cx.timeline(parsed, inToronto, cx.nps).map(({ period, n }) => [period, n]),
    weeks: days.map((day) => weeks.labelOf(weeks.indexOf(day))),
    quarters: cx.timeline(answers, { ...inToronto, bucket: cx.calendarQuarters() }, cx.tallyScores),
    tally: cx.rollup(answers, ["channel"], cx.tallyScores),
    cohorts: cx
      .cohortRetention(orders, { bucket: cx.calendarMonths("Asia/Kolkata"), asOf: shop.asOf })
      .map(({ cohort, offset, size, active, complete }) => [cohort, offset, size, active, complete]),
    movements: cx.mrrMovements(subscriptions, {
      asOf: toronto.asOf,
      bucket: cx.calendarQuarters("America/Toronto"),
    }),
    segments: cx.rfm(orders, { asOf: shop.asOf }).segments.map(({ segment, n }) => [segment, n]),
    rfmScores: cx
      .rfm(orders, { asOf: shop.asOf })
      .customers.map((row) => [row.customerId, row.recencyScore, row.frequencyScore, row.monetaryScore]),
    texts: [
      cx.formatEstimate(cx.nps([10, 9, 3])),
      cx.formatEstimate(cx.csat([5, 4, 1]), { locale: "de-DE", digits: 1 }),
      cx.formatEstimate(cx.churnRate(subscriptions, autumn), { locale: "fr-FR" }),
    ],
    shares: cx.formatShares([1, 1, 1]),
    problems: [
      messageOf(() => cx.nps([10, 11])),
      messageOf(() => cx.nps([10], { level: 95 })),
      messageOf(() => cx.calendarMonths("Mars/Olympus")),
      messageOf(() => cx.churnRate([{ customerId: 1, startedAt: "2024-02-30" }], autumn)),
      messageOf(() => schemas.parseScoreRows([{ score: "ten" }])),
    ],
  };
}

function messageOf(mistake) {
  try {
    mistake();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
  return "nothing was thrown";
}

function surveys(cx) {
  const byChannel = (metric, options) => cx.rollup(answers, ["channel"], metric, options);
  const [web, phone] = ["web", "phone"].map((name) => answers.filter(({ channel }) => channel === name));
  const ease = [1, 2, 5, 5, 7, 6, 6, 3];
  return {
    nps: cx.nps([10, 9, 3]),
    npsByChannel: byChannel(cx.nps, { minimum: 5 }),
    npsDifference: cx.npsDifference(cx.nps(web), cx.nps(phone)),
    npsSampleSize: cx.npsSampleSize({ marginOfError: 5 }),
    npsByMonth: cx.timeline(answers, { at: ({ at }) => at, bucket: cx.calendarMonths() }, cx.nps),
    npsRolling: cx
      .rolling(answers, { at: ({ at }) => at, bucket: cx.calendarDays(), width: 28 }, cx.nps)
      .slice(-5),
    csat: cx.csat([5, 4, 3, 1, null]),
    csatDifference: cx.csatDifference(cx.csat([5, 4, 3, 1]), cx.csat([5, 5, 5, 2, 4])),
    csatMeanBootstrap: cx.csatMean([1, 2, 5, 5, 3, 4], { method: "bootstrap", seed: 42 }),
    csatMean: cx.csatMean([1, 2, 5, 5]),
    ces: cx.ces(ease),
    netEase: cx.netEase(ease),
    responseRate: cx.responseRate({ invited: 600, completed: 241 }),
  };
}

function retention(cx) {
  const lifetimes = cx.lifetimesFromSubscriptions(subscriptions, toronto);
  const curve = cx.kaplanMeier(lifetimes);
  const cohorts = cx.cohortRetention(orders, { bucket: cx.calendarQuarters(), asOf: shop.asOf });
  return {
    churn: cx.churnRate(subscriptions, autumn),
    churnDaily: cx.churnRate(subscriptions, { ...autumn, convention: "daily" }),
    cohortRetention: cohorts,
    retentionCurve: cx.retentionCurve(cohorts),
    cohortRevenue: cx.cohortRevenue(orders, { bucket: cx.calendarQuarters(), asOf: shop.asOf }),
    grossRevenueRetention: cx.grossRevenueRetention(subscriptions, autumn),
    netRevenueRetention: cx.netRevenueRetention(subscriptions, { ...autumn, seed: 1 }),
    repeatPurchaseRate: cx.repeatPurchaseRate(orders, { asOf: shop.asOf }),
    lifetimes,
    survival: curve,
    survivalByPlan: cx.rollup(lifetimes, ["plan"], cx.kaplanMeier),
    survivalAt: cx.survivalAt(curve, [30, 90]),
    medianLifetime: cx.medianLifetime(lifetimes),
    restrictedMean: cx.restrictedMeanLifetime(lifetimes, { horizon: 180 }),
    logRank: cx.logRankTest(lifetimes, { group: "plan" }),
    // Formulas of what was fitted elsewhere are as exact as any other.
    simpleClv: cx.simpleClv({
      averageOrderValue: 40,
      purchasesPerPeriod: 0.5,
      margin: 0.3,
      churnRate: 0.05,
      discountRate: 0.01,
    }),
    historicClv: cx.historicClv(orders, { asOf: shop.asOf }),
    published: cx.expectedPurchases(
      { model: "bgNbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, converged: true },
      [{ frequency: 2, recency: 30.43, age: 38.86 }],
      { horizon: 39 },
    ),
  };
}

function fits(cx, lifetimes) {
  const customers = cx.summarizeCustomers(orders, shop);
  const bgNbd = cx.fitBgNbd(customers);
  const spend = cx.fitGammaGamma(customers);
  const sbg = cx.fitSbg(contracts);
  const some = (rows) => rows.slice(0, 10);
  return {
    cox: withoutPath(cx.coxRegression(lifetimes, { covariates: ["seats", "plan"] })),
    bgNbd: withoutPath(bgNbd),
    paretoNbd: withoutPath(cx.fitParetoNbd(customers)),
    mbgNbd: withoutPath(cx.fitMbgNbd(customers)),
    gammaGamma: withoutPath(spend),
    sbg: withoutPath(sbg),
    bdw: withoutPath(cx.fitBdw(contracts)),
    customers: some(customers),
    probabilityAlive: cx.probabilityAlive(bgNbd, customers),
    expectedPurchases: some(cx.expectedPurchases(bgNbd, customers, { horizon: 26 })),
    expectedSpend: some(cx.expectedSpend(spend, customers)),
    survivalCurve: cx.survivalCurve(sbg, { periods: 12 }),
    expectedLifetime: cx.discountedExpectedLifetime(sbg, { discountRate: 0.1 }),
    clv: withoutPath(cx.clv(orders, { ...shop, horizon: 52, discountRate: 0.002 })),
    backtest: withoutPath(cx.backtest(orders, { calibrationEnd: "2023-12-31", ...shop })),
  };
}

/** What a fit found, without the numbers that tell how the optimizer got there. */
function withoutPath(fit) {
  const path = ["iterations", "gradientNorm"];
  return JSON.parse(JSON.stringify(fit, (name, part) => (path.includes(name) ? undefined : part)));
}
