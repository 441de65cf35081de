import fc from "fast-check";
import { estimateChart } from "../../../src/charts/index.ts";
import { ANY_ESTIMATE, ANY_LABEL, chartLaws } from "../../support/chartLaws.ts";

const rows = fc.array(
  fc.tuple(ANY_LABEL, ANY_ESTIMATE).map(([group, estimate]) => ({ group, ...estimate })),
  { maxLength: 50 },
);

chartLaws("estimateChart", rows, estimateChart, {
  numbers: (given) => given.flatMap(({ estimate, n }) => [estimate, n]),
});
