import { expectedSpend, fitGammaGamma } from "../../src/index.ts";
import { seededUniform } from "../../src/stats/random.ts";
import { randomGamma } from "../../src/stats/randomVariates.ts";
import { compare } from "./measure.ts";

const TRUTH = { p: 6.25, q: 3.74, v: 15.44 };

/** Fits the spend of customers of whom 40% bought again, simulated from a seed, and says what the fit makes of it. */
export function benchGammaGamma(size: number): void {
  const uniform = seededUniform(1);
  const customers = Array.from({ length: size }, () => {
    if (uniform() < 0.595) return { frequency: 0, monetaryValue: null };
    const frequency = 1 + Math.floor(-Math.log1p(-uniform()) * 2.5);
    const rate = (randomGamma(TRUTH.q, uniform) / TRUTH.v) * frequency;
    return { frequency, monetaryValue: randomGamma(TRUTH.p * frequency, uniform) / rate };
  });
  const fit = fitGammaGamma(customers);
  compare(
    `Spend, ${size} customers, ${fit.n} of them with repeat purchases`,
    [
      { name: "fitGammaGamma", run: () => fitGammaGamma(customers), target: "at most 1000 ms" },
      { name: "expectedSpend, with intervals", run: () => expectedSpend(fit, customers) },
    ],
    5,
  );
  for (const name of ["p", "q", "v"] as const) {
    const [value, error] = [fit.parameters[name] ?? Number.NaN, fit.standardErrors[name] ?? Number.NaN];
    console.log(`  ${name} = ${value.toFixed(3)} (standard error ${error.toFixed(3)}), true ${TRUTH[name]}`);
  }
}
