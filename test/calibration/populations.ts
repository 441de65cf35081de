/** Populations of answers on five points: the share of each answer, lowest first. */
export const fivePoint: Readonly<Record<string, readonly number[]>> = {
  uniform: [0.2, 0.2, 0.2, 0.2, 0.2],
  satisfied: [0.03, 0.05, 0.12, 0.35, 0.45],
  "very satisfied": [0.01, 0.01, 0.03, 0.15, 0.8],
  polarized: [0.4, 0.05, 0.1, 0.05, 0.4],
};

/** The mean answer of a population on 1 to 5. */
export function meanOf(population: readonly number[]): number {
  return population.reduce((sum, share, i) => sum + share * (i + 1), 0);
}
