// The same as smoke.mjs, with the CommonJS files of the package.
const entries = {
  cx: require("cx-metrics"),
  schemas: require("cx-metrics/schemas"),
  charts: require("cx-metrics/charts"),
  display: require("cx-metrics/display"),
};
import("./results.mjs").then(({ results }) => console.log(JSON.stringify(results(entries))));
