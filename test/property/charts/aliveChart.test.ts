import fc from "fast-check";
import { aliveChart } from "../../../src/charts/index.ts";
import { probabilityAlive } from "../../../src/index.ts";
import { chartLaws } from "../../support/chartLaws.ts";

const fit = {
  model: "bgNbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  converged: true,
} as const;
const alive = fc
  .array(
    fc.tuple(fc.nat(90), fc.double({ min: 0.01, max: 100, noNaN: true }), fc.integer({ min: 1, max: 9 })),
    {
      maxLength: 60,
    },
  )
  .map((rows) =>
    probabilityAlive(
      fit,
      rows.map(([frequency, recency, count]) => ({
        frequency,
        recency: frequency === 0 ? 0 : recency,
        age: 100,
        count,
      })),
    ),
  );

chartLaws("aliveChart", alive, aliveChart, { reordered: (given) => [...given].reverse() });
