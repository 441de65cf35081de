import type { LifetimeRow } from "../rows.ts";
import { contractLikelihood } from "./contractLikelihood.ts";
import { loyalAfterFirst, nobodyRenews, sameChance } from "./contractLimits.ts";
import { readContracts } from "./contractRows.ts";
import { checkFitOptions, fitModel } from "./fitModel.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";
import { unfittedContracts } from "./unfittedContracts.ts";

/** What {@link fitSbg} returns. */
export type SbgFit = ModelFit<"sbg", "alpha" | "beta">;

const NAMES = ["alpha", "beta"] as const;

/**
 * The shifted-beta-geometric model of contracts: at each renewal each customer leaves with a chance of their own, and
 * the chances are beta distributed with parameters alpha and beta. The retention rate of a cohort rises because those
 * likely to leave have left.
 *
 *     P(T = t) = B(alpha + 1, beta + t - 1) / B(alpha, beta)        left at renewal t = 1, 2, …
 *     S(t) = B(alpha, beta + t) / B(alpha, beta)                    still there after t renewals
 *
 * @param lifetimes - In whole renewal periods: `churned: true` with `duration` t left at the t-th renewal,
 *   `churned: false` has made t renewals so far; `entry` is the number of renewals made when they came under
 *   observation; `count` lets one row stand for many.
 * @throws {InvalidInputError} When a row or an option is not valid. Never for reasons of the data: see `converged`.
 * @example
 * const lost = [369, 163, 86, 56, 37, 27, 21];
 * const lifetimes = [
 *   ...lost.map((count, index) => ({ duration: index + 1, churned: true, count })),
 *   { duration: 7, churned: false, count: 241 },
 * ];
 * const { alpha, beta } = fitSbg(lifetimes).parameters;
 * [alpha, beta]; // => [0.704, 1.182]
 * @see docs/metrics/sbg.md. Fader and Hardie (2007) [FaderHardie2007].
 */
export function fitSbg(lifetimes: Iterable<LifetimeRow>, options: FitOptions = {}): SbgFit {
  const task = "fit sbg";
  const asked = checkFitOptions(task, options);
  const contracts = readContracts(task, lifetimes);
  const unfitted = unfittedContracts("sbg", NAMES, contracts, asked);
  if (unfitted !== undefined) return unfitted;
  const share = contracts.left / (contracts.left + contracts.stayed);
  return fitModel(
    task,
    {
      model: "sbg",
      parameters: NAMES,
      likelihood: contractLikelihood(NAMES),
      starts: [0.2, 1, 5, 50].map((size) => [size * share, size * (1 - share)]),
      scales: [1, 1],
      shift: 0,
      limits: [
        nobodyRenews(task, contracts, ["alpha"], options),
        loyalAfterFirst(contracts),
        sameChance(contracts),
      ],
    },
    contracts.data,
    options,
  );
}
