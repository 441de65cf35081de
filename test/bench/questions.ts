import {
  type CustomerRow,
  expectedPurchases,
  type FittedPurchaseModel,
  probabilityAlive,
  tallyCustomers,
} from "../../src/index.ts";
import { seededUniform } from "../../src/stats/random.ts";
import { randomBeta, randomGamma } from "../../src/stats/randomVariates.ts";
import { compare } from "./measure.ts";

// CDNOW's fit in days, with the published covariance.
const parameters = { r: 0.2425929, alpha: 7 * 4.4135316, a: 0.7928861, b: 2.4257534 };
const covariance = [
  [1.576862e-4, 7 * 3.7063783e-3, -8.78381e-5, 6.56533e-5],
  [7 * 3.7063783e-3, 49 * 0.1430513, 7 * -2.8655582e-3, 7 * 0.0105224657],
  [-8.78381e-5, 7 * -2.8655582e-3, 0.0344911, 0.1231937],
  [6.56533e-5, 7 * 0.0105224657, 0.1231937, 0.4975054],
];
const fit: FittedPurchaseModel = { model: "bgNbd", parameters, converged: true, covariance };

/**
 * P(alive) and expected purchases, both with intervals, of customers simulated from a BG/NBD, in whole days over a year;
 * beside a loop that computes P(alive) alone, without checks, intervals or rows.
 */
export function benchQuestions(size: number): void {
  const customers = customersOf(size);
  const tallied = tallyCustomers(customers);
  const ask = (rows: readonly CustomerRow[]): unknown => [
    probabilityAlive(fit, rows),
    expectedPurchases(fit, rows, { horizon: 90 }),
  ];
  compare(
    `P(alive) and expected purchases, ${size} customers, ${tallied.length} alike`,
    [
      { name: "a loop of P(alive)", run: () => loop(customers) },
      { name: "tallied rows", run: () => ask(tallied), target: "at most 1000 ms" },
      { name: "all rows", run: () => ask(customers), target: "at most 4000 ms" },
    ],
    3,
  );
}

function loop(customers: readonly CustomerRow[]): Float64Array {
  const { r, alpha, a, b } = parameters;
  return Float64Array.from(customers, ({ frequency: x, recency, age }) =>
    x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x)),
  );
}

function customersOf(size: number): CustomerRow[] {
  const uniform = seededUniform(1);
  return Array.from({ length: size }, (_, customerId) => {
    const age = 1 + Math.floor(364 * uniform());
    const rate = randomGamma(parameters.r, uniform) / parameters.alpha;
    const leaving = randomBeta(parameters.a, parameters.b, uniform);
    let [frequency, recency] = [0, 0];
    for (;;) {
      const gap = Math.ceil(-Math.log1p(-uniform()) / rate);
      if (recency + gap > age) return { customerId, frequency, recency, age };
      frequency += 1;
      recency += gap;
      if (uniform() < leaving) return { customerId, frequency, recency, age };
    }
  });
}
