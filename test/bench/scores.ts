import { csatMean, nps } from "../../src/index.ts";
import { compare } from "./measure.ts";

/** `nps` over typed arrays and over rows, beside the shortest loop that counts the same scores. */
export function benchNps(sizes: readonly number[]): void {
  for (const size of sizes) {
    const bytes = scoreBytes(size, 11);
    compare(`nps, ${millions(size)} answers in a Uint8Array`, [
      { name: "bare histogram loop", run: () => histogramOfBytes(bytes) },
      { name: "nps", run: () => nps(bytes), target: "at most 1.5x" },
    ]);
    const rows = Array.from(bytes, (score) => ({ score }));
    compare(`nps, ${millions(size)} rows { score }`, [
      { name: "bare histogram loop", run: () => histogramOfRows(rows) },
      { name: "nps", run: () => nps(rows), target: "at most 2x" },
    ]);
  }
}

/** A bootstrap interval resamples the tally of the answers, so its cost must not grow with their number. */
export function benchBootstrap(): void {
  const [few, many] = [scoreBytes(10_000, 5), scoreBytes(1_000_000, 5)].map((bytes) =>
    bytes.map((score) => score + 1),
  );
  compare("csatMean with a BCa interval", [
    { name: "10 thousand answers", run: () => csatMean(few ?? [], { method: "bootstrap" }) },
    {
      name: "1 million answers",
      run: () => csatMean(many ?? [], { method: "bootstrap" }),
      target: "at most 50 ms, and no more than for few",
    },
  ]);
}

function millions(size: number): string {
  return `${size / 1e6} million`;
}

/** The same scores in every run: 0 to `points - 1`, from a small congruential generator (Numerical Recipes' constants). */
export function scoreBytes(size: number, points: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = 1;
  for (let i = 0; i < size; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = Math.floor((state / 2 ** 32) * points);
  }
  return bytes;
}

function histogramOfBytes(bytes: Uint8Array): Float64Array {
  const counts = new Float64Array(11);
  for (let i = 0; i < bytes.length; i += 1) {
    const score = bytes[i] ?? 0;
    counts[score] = (counts[score] ?? 0) + 1;
  }
  return counts;
}

function histogramOfRows(rows: readonly { readonly score: number }[]): Float64Array {
  const counts = new Float64Array(11);
  for (const { score } of rows) counts[score] = (counts[score] ?? 0) + 1;
  return counts;
}
