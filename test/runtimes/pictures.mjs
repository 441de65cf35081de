// Every chart and every way to show rows, for results.mjs.
import { answers, orders, subscriptions } from "./sample.mjs";

const FITTED = ["aliveChart", "backtestChart", "calibrationChart", "clvChart"];

/** What each chart is drawn from; a chart that is not listed here is not tested anywhere but on Node. */
const drawn = {
  aliveChart: ({ probabilityAlive }) => probabilityAlive,
  backtestChart: ({ backtest }) => backtest,
  calibrationChart: ({ backtest }) => backtest,
  clvChart: ({ clv }) => clv,
  estimateChart: ({ npsByChannel }) => npsByChannel,
  movementsChart: (_, cx) =>
    cx.mrrMovements(subscriptions, { asOf: "2024-12-31", bucket: cx.calendarQuarters() }),
  retentionChart: ({ retentionCurve }) => retentionCurve,
  retentionHeatmap: ({ cohortRetention }) => cohortRetention,
  rfmChart: (_, cx) => cx.rfm(orders, { asOf: "2024-05-31" }),
  scoreChart: () => answers,
  survivalChart: ({ survivalByPlan }) => survivalByPlan,
  trendChart: ({ npsByMonth }) => npsByMonth,
};

/** The specs of all charts, in the class of their numbers, and texts. */
export function pictures({ cx, charts, display }, made) {
  const closed = {};
  const fitted = {};
  for (const name of Object.keys(charts).filter((key) => /(?:Chart|Heatmap)$/.test(key))) {
    if (!(name in drawn)) throw new Error(`test/runtimes/pictures.mjs does not draw ${name}`);
    const group = FITTED.includes(name) ? fitted : closed;
    group[name] = charts[name](drawn[name](made, cx));
  }
  return { exact: shown(display, made), closed, fitted };
}

/** Texts, whose numbers are rounded; those of CSV are not, so here it holds counts. */
function shown({ display, toCsv, toHtml, toMarkdown, toTable }, made) {
  const awkward = [{ "=name|": "<script>alert(1)</script>", "n\u202e": 3, share: 0.125, at: null }];
  const byChannel = display(made.npsByChannel, { show: "table" });
  const both = display(made.npsByChannel)[Symbol.for("Jupyter.display")]();
  return {
    display: byChannel[Symbol.for("Jupyter.display")](),
    mimeTypes: Object.keys(both),
    console: byChannel[Symbol.for("nodejs.util.inspect.custom")](),
    csv: toCsv(awkward),
    html: toHtml(awkward),
    markdown: toMarkdown(made.survivalAt),
    table: toTable(made.retentionCurve),
    tableInGerman: toTable(made.npsByMonth, { locale: "de-DE" }),
    tableOfFit: toTable(made.sbg),
  };
}
