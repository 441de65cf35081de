import fc from "fast-check";
import { survivalChart } from "../../../src/charts/index.ts";
import { kaplanMeier, rollup, type SurvivalRow } from "../../../src/index.ts";
import { ANY_LABEL, chartLaws } from "../../support/chartLaws.ts";

const lifetime = fc.record({
  group: ANY_LABEL,
  duration: fc.oneof(fc.nat(40), fc.double({ min: 0, max: 1e6, noNaN: true })),
  churned: fc.boolean(),
});
const curves = fc
  .array(lifetime, { maxLength: 60 })
  .map((rows): readonly SurvivalRow[] => rollup(rows, ["group"], kaplanMeier));

chartLaws("survivalChart", curves, survivalChart, {
  // Beyond 8 groups some are left out.
  numbers: (rows) =>
    rows.length > 8 ? [] : rows.flatMap(({ time, estimate, low }) => [time, estimate, low]),
});
