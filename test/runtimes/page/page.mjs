// What an app might do: an NPS, a cohort table, a customer lifetime value and a chart, on a page without a build step.
import { calendarQuarters, clv, cohortRetention, formatEstimate, nps, rollup } from "cx-metrics";
import { estimateChart } from "cx-metrics/charts";
import { json } from "/all.mjs";
import { answers, orders } from "/sample.mjs";

const show = (id, text) => {
  document.getElementById(id).textContent = text;
};

show("nps", formatEstimate(nps(answers)));
show("clv", formatEstimate(clv(orders, { asOf: "2024-05-31", unit: "week", horizon: 52 }).total));

const cells = cohortRetention(orders, { bucket: calendarQuarters(), asOf: "2024-05-31" });
const table = document.getElementById("cohorts");
for (const cohort of new Set(cells.map((cell) => cell.cohort))) {
  const row = table.insertRow();
  row.append(Object.assign(document.createElement("th"), { textContent: cohort }));
  for (const cell of cells.filter((other) => other.cohort === cohort && other.complete))
    row.insertCell().textContent = cell.active;
}

// With `ast` Vega evaluates its expressions itself, and the page needs no 'unsafe-eval'; without style sheets of its
// own, no 'unsafe-inline'.
const spec = estimateChart(rollup(answers, ["channel"], nps));
const tooltip = { disableDefaultStyle: true };
await vegaEmbed("#chart", spec, { ast: true, defaultStyle: false, tooltip, actions: false, renderer: "svg" });

const worker = new Worker("/worker.js", { type: "module" });
worker.onmessage = ({ data }) => {
  document.body.dataset.done = "true";
  window.smoke = { page: json, worker: data };
};
