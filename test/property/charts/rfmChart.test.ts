import fc from "fast-check";
import { rfmChart } from "../../../src/charts/index.ts";
import { type Rfm, rfm } from "../../../src/index.ts";
import { ANY_LABEL, chartLaws } from "../../support/chartLaws.ts";

const orders = fc.array(
  fc.record({
    customerId: ANY_LABEL.map(String),
    at: fc.integer({ min: 1, max: 28 }).map((day) => `2024-01-${String(day).padStart(2, "0")}`),
    amount: fc.double({ min: -100, max: 1000, noNaN: true }),
  }),
  { maxLength: 60 },
);
const results: fc.Arbitrary<Rfm> = fc
  .tuple(orders, fc.integer({ min: 2, max: 12 }))
  .map(([rows, bins]) => rfm(rows, { asOf: "2024-02-29", bins }));

chartLaws("rfmChart", results, rfmChart, {
  numbers: ({ segments }) => segments.flatMap(({ n }) => (n > 0 ? [n] : [])),
  reordered: (given) => ({ ...given, customers: [...given.customers].reverse() }),
});
