import fc from "fast-check";
import { expect, test } from "vitest";
import { clvChart } from "../../../src/charts/index.ts";
import { type Clv, clv } from "../../../src/index.ts";
import { chartLaws } from "../../support/chartLaws.ts";
import { valuesOf } from "../../support/charts.ts";
import { clvOrders } from "../../support/clvOrders.ts";

const computed = clv(clvOrders(20), { asOf: "2024-06-30", horizon: 90 });
const value = fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.nat(20));

/** Results with customers of any value, some without one. */
const results: fc.Arbitrary<Clv> = fc
  .array(fc.record({ estimate: fc.option(value), n: fc.integer({ min: 1, max: 5 }) }), { maxLength: 60 })
  .map((rows) => ({
    ...computed,
    n: rows.reduce((sum, { n }) => sum + n, 0),
    customers: rows.flatMap((row) => computed.customers.slice(0, 1).map((first) => ({ ...first, ...row }))),
  }));
const reordered = (given: Clv): Clv => ({ ...given, customers: [...given.customers].reverse() });

chartLaws("clvChart", results, clvChart, { reordered });
chartLaws(
  "the concentration of clvChart",
  results,
  (given, options) => clvChart(given, { ...options, show: "concentration" }),
  { reordered },
);

const knownOf = ({ customers }: Clv): number =>
  customers.reduce((sum, { estimate, n }) => sum + (estimate === null ? 0 : n), 0);

test("every customer with a value is in one of at most 60 bins", () =>
  fc.assert(
    fc.property(results, (given) => {
      const bins = valuesOf(clvChart(given)).filter(({ n }) => n !== undefined);
      expect(bins.reduce((sum, { n }) => sum + Number(n), 0)).toBe(knownOf(given));
      expect(bins.length).toBeLessThanOrEqual(60);
      // Only the open one holds more than lies between its edges, and few of all are in it.
      const open = bins.filter((bin) => bin.open === true);
      expect(open.reduce((sum, { n }) => sum + Number(n), 0)).toBeLessThanOrEqual(0.05 * knownOf(given) + 1);
    }),
  ));

test("the curve rises from 0 to 1, ever less steeply", () =>
  fc.assert(
    fc.property(results, (given) => {
      const drawn = valuesOf(clvChart(given, { show: "concentration" }));
      const points = drawn.filter(({ label, nothing }) => label === undefined && nothing === undefined);
      const shares = points.map((point) => [Number(point.customers), Number(point.value)] as const);
      if (shares.length === 0) return;
      expect([shares[0], shares.at(-1)]).toEqual([
        [0, 0],
        [1, 1],
      ]);
      const slopes = shares.slice(1).map(([x, y], index) => {
        const [before, held] = shares[index] ?? [0, 0];
        return (y - held) / (x - before);
      });
      for (const [index, slope] of slopes.entries())
        expect(slope).toBeLessThanOrEqual((slopes[index - 1] ?? Infinity) + 1e-9);
    }),
  ));
