import { type CustomerRow, fitBgNbd, tallyCustomers } from "../../src/index.ts";
import { seededUniform, type Uniform } from "../../src/stats/random.ts";
import { randomBeta, randomGamma } from "../../src/stats/randomVariates.ts";
import { compare } from "./measure.ts";

const NAMES = ["r", "alpha", "a", "b"] as const;
const TRUTH = { r: 0.25, alpha: 31, a: 0.8, b: 2.4 };

/** Fits of a million simulated customers who first bought within two years, in whole days; raw rows and tallied ones. */
export function benchBgNbd(size: number): void {
  const uniform = seededUniform(1);
  const rows = Array.from({ length: size }, () => customer(uniform));
  const tallied = tallyCustomers(rows);
  const few = rows.slice(0, 2357);
  compare(
    `fitBgNbd, ${size / 1e6} million customers, ${tallied.length} distinct rows`,
    [
      { name: "grouping alone", run: () => tallyCustomers(rows), target: "at most 1500 ms" },
      { name: "rows", run: () => fitBgNbd(rows) },
      { name: "tallied rows", run: () => fitBgNbd(tallied), target: "at most 800 ms" },
      { name: "2,357 rows", run: () => fitBgNbd(few), target: "at most 60 ms" },
    ],
    3,
  );
  const { parameters, standardErrors } = fitBgNbd(tallied);
  for (const name of NAMES) {
    const [value, error] = [parameters[name] ?? Number.NaN, standardErrors[name] ?? Number.NaN];
    console.log(`  ${name.padEnd(5)} ${value.toFixed(4)} (true ${TRUTH[name]}, SE ${error.toFixed(4)})`);
  }
}

function customer(uniform: Uniform): CustomerRow {
  const rate = randomGamma(TRUTH.r, uniform) / TRUTH.alpha;
  const leaves = randomBeta(TRUTH.a, TRUTH.b, uniform);
  const age = Math.round(730 * uniform());
  let [frequency, recency, t] = [0, 0, 0];
  for (;;) {
    t -= Math.log1p(-uniform()) / rate;
    if (t > age) break;
    frequency += 1;
    recency = Math.min(age, Math.ceil(t));
    if (uniform() < leaves) break;
  }
  return { frequency, recency, age };
}
