import { type CustomerRow, fitParetoNbd, tallyCustomers } from "../../src/index.ts";
import { seededUniform, type Uniform } from "../../src/stats/random.ts";
import { randomGamma, randomPoisson } from "../../src/stats/randomVariates.ts";
import { compare } from "./measure.ts";

const NAMES = ["r", "alpha", "s", "beta"] as const;
const TRUTH = { r: 0.55, alpha: 74, s: 0.6, beta: 82 };

/** Fits of a million simulated customers, in whole days and with times that never repeat; raw rows and tallied ones. */
export function benchParetoNbd(size: number): void {
  for (const wholeDays of [true, false]) {
    const rows = simulated(size, wholeDays);
    const tallied = tallyCustomers(rows);
    const title = `fitParetoNbd, ${size / 1e6} million customers, ${tallied.length} distinct rows`;
    compare(
      title,
      [
        { name: "grouping alone", run: () => tallyCustomers(rows), target: "at most 1500 ms" },
        { name: "rows", run: () => fitParetoNbd(rows) },
        { name: "tallied rows", run: () => fitParetoNbd(tallied), target: "at most 10000 ms" },
      ],
      1,
    );
    const { parameters, standardErrors } = fitParetoNbd(tallied);
    for (const name of NAMES) {
      const [value, error] = [parameters[name] ?? Number.NaN, standardErrors[name] ?? Number.NaN];
      console.log(`  ${name.padEnd(5)} ${value.toFixed(4)} (true ${TRUTH[name]}, SE ${error.toFixed(4)})`);
    }
  }
}

/** Customers who first bought within two years, in days. */
function simulated(size: number, wholeDays: boolean): CustomerRow[] {
  const uniform = seededUniform(1);
  return Array.from({ length: size }, () => customer(uniform, wholeDays ? Math.round : (time) => time));
}

function customer(uniform: Uniform, read: (time: number) => number): CustomerRow {
  const buying = randomGamma(TRUTH.r, uniform) / TRUTH.alpha;
  const leaving = randomGamma(TRUTH.s, uniform) / TRUTH.beta;
  const age = read(730 * uniform());
  const end = Math.min(age, -Math.log1p(-uniform()) / leaving);
  const frequency = randomPoisson(buying * end, uniform);
  // The last of so many uniform times.
  const recency = frequency === 0 ? 0 : Math.min(age, read(end * uniform() ** (1 / frequency)));
  return { frequency, recency, age };
}
