import fc from "fast-check";
import { trendChart } from "../../../src/charts/trendChart.ts";
import { ANY_ESTIMATE, ANY_LABEL, chartLaws } from "../../support/chartLaws.ts";

const period = fc.integer({ min: 1, max: 12 }).map((month) => `2024-${String(month).padStart(2, "0")}`);
const row = fc
  .tuple(ANY_LABEL, period, ANY_ESTIMATE, fc.boolean())
  .map(([group, label, estimate, complete]) => ({ group, period: label, complete, ...estimate }));
const rows = fc.uniqueArray(row, {
  maxLength: 60,
  selector: ({ group, period: at }) => JSON.stringify([group, at]),
});
const ofOne = fc.uniqueArray(
  fc.tuple(fc.string(), ANY_ESTIMATE).map(([label, estimate]) => ({ period: label, ...estimate })),
  { maxLength: 60, selector: ({ period: at }) => at },
);

chartLaws("trendChart of groups", rows, trendChart);
chartLaws("trendChart of one line", ofOne, trendChart, {
  numbers: (given) => given.flatMap(({ estimate, n }) => [estimate, n]),
});
