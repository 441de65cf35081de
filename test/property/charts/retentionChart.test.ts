import fc from "fast-check";
import { retentionChart, retentionHeatmap } from "../../../src/charts/index.ts";
import { type CohortCell, cohortRetentionFromCounts } from "../../../src/index.ts";
import { chartLaws } from "../../support/chartLaws.ts";

const cells = fc
  .uniqueArray(
    fc.record({ cohort: fc.string(), offset: fc.nat(8), active: fc.nat(5), complete: fc.boolean() }),
    {
      selector: ({ cohort, offset }) => `${offset} ${cohort}`,
      maxLength: 30,
    },
  )
  .map((rows): CohortCell[] => cohortRetentionFromCounts(rows.map((row) => ({ ...row, size: 5 }))));

chartLaws("retentionHeatmap", cells, retentionHeatmap, {
  numbers: (rows) =>
    rows.filter((row) => row.complete).flatMap(({ estimate, low, high }) => [estimate, low, high]),
});
chartLaws("retentionChart", cells, retentionChart, {
  numbers: (rows) =>
    new Set(rows.map(({ cohort }) => cohort)).size > 8
      ? []
      : rows.filter((row) => row.complete).flatMap(({ estimate, low, high }) => [estimate, low, high]),
});
