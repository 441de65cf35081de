import type { LifetimeRow } from "../rows.ts";
import { contractLikelihood } from "./contractLikelihood.ts";
import { loyalAfterFirst, nobodyRenews, powerTail, sameChances } from "./contractLimits.ts";
import { readContracts } from "./contractRows.ts";
import { checkFitOptions, fitModel } from "./fitModel.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";
import { unfittedContracts } from "./unfittedContracts.ts";

/** What {@link fitBdw} returns. */
export type BdwFit = ModelFit<"bdw", "alpha" | "beta" | "c">;

const NAMES = ["alpha", "beta", "c"] as const;

/**
 * The beta-discrete-Weibull model of contracts: the shifted-beta-geometric model ({@link fitSbg}), in which the
 * chance of each single customer to leave may change with time: it rises for c > 1, falls for c < 1, and stays for
 * c = 1, which is that model.
 *
 *     S(t) = B(alpha, beta + t^c) / B(alpha, beta)        still there after t renewals
 *     P(T = t) = S(t - 1) - S(t)                          left at renewal t = 1, 2, …
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
 * const { alpha, beta, c } = fitBdw(lifetimes).parameters;
 * [alpha, beta, c]; // => [0.456, 0.779, 1.283]
 * @see docs/metrics/bdw.md. Fader, Hardie, Liu, Davin and Steenburgh (2018) [FaderHardieLiuDavinSteenburgh2018].
 */
export function fitBdw(lifetimes: Iterable<LifetimeRow>, options: FitOptions = {}): BdwFit {
  const task = "fit bdw";
  const asked = checkFitOptions(task, options);
  const contracts = readContracts(task, lifetimes);
  const unfitted = unfittedContracts("bdw", NAMES, contracts, asked);
  if (unfitted !== undefined) return unfitted;
  const share = contracts.left / (contracts.left + contracts.stayed);
  const starts = [
    ...[0.5, 1, 2].flatMap((c) => [0.5, 2, 20].map((size) => [size, c] as const)),
    // Many leave at the first renewal, and of the others' chances hardly anything is known.
    ...([
      [0.3, 5],
      [0.05, 8],
    ] as const),
  ].map(([size, c]) => [size * share, size * (1 - share), c]);
  return fitModel(
    task,
    {
      model: "bdw",
      parameters: NAMES,
      likelihood: contractLikelihood(NAMES),
      starts,
      scales: [1, 1, 1],
      shift: 0,
      limits: [
        nobodyRenews(task, contracts, ["alpha", "c"], options),
        powerTail(task, contracts, options),
        sameChances(task, contracts, options),
        loyalAfterFirst(contracts),
      ],
    },
    contracts.data,
    options,
  );
}
