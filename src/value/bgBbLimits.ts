import type { Objective } from "../math/minimise.ts";
import { bgBbLikelihood } from "./bgBbLikelihood.ts";
import type { BgBbFit } from "./fitBgBb.ts";
import { fitModel, type Limit } from "./fitModel.ts";
import type { GroupedColumns } from "./groupedColumns.ts";
import type { FitOptions } from "./modelFit.ts";

/** The parameters of BG/BB. */
type BgBbParameter = keyof BgBbFit["parameters"];

/**
 * What is left of a pair of parameters, (alpha, beta) or (gamma, delta), at an end of their range: their odds, with a
 * sum that is as good as infinite or 0; or nothing, both being held.
 */
type Pair = "free" | { readonly sum: number } | { readonly held: readonly [number, number] };

// One probability for all: the likelihood is its limit within 1e-12. A probability of 0 or 1 each: likewise.
const [ALIKE, EXTREME] = [{ sum: 1e12 }, { sum: 1e-12 }];
// 0, for a formula of logarithms; the other of the two may then be anything.
const ZERO = 1e-200;
const NOBODY_LEAVES = { held: [ZERO, 1] } as const;
const ALWAYS_BUYS = { held: [1, ZERO] } as const;

/** The models at the ends of the ranges of BG/BB's parameters, the simplest last. */
export function bgBbLimits(
  task: string,
  data: GroupedColumns,
  options: FitOptions,
): readonly Limit<BgBbParameter>[] {
  const limit = (
    buying: Pair,
    leaving: Pair,
    reason: string,
    boundary: BgBbParameter | null = null,
    limits: readonly Limit<BgBbParameter>[] = [],
  ): Limit<BgBbParameter> => ({
    boundary,
    reason,
    values: boundary === null ? {} : { [boundary]: 0 },
    fit: (_, method) => {
      const names = [...namesOf(buying, ["alpha", "beta"]), ...namesOf(leaving, ["gamma", "delta"])];
      return fitModel<string, string>(
        task,
        {
          model: "bgBb",
          parameters: names,
          likelihood: (some) => restricted(bgBbLikelihood(some), buying, leaving),
          starts: startsOf(buying, BUYING).flatMap((first) =>
            startsOf(leaving, LEAVING).map((second) => [...first, ...second]),
          ),
          scales: names.map(() => 1),
          shift: 0,
          limits,
        },
        data,
        { ...options, method },
      );
    },
  });
  const alike = "all buy with the same probability: alpha and beta grow without limit";
  const alikeLeave = "all leave with the same probability: gamma and delta grow without limit";
  const limits = [
    limit(ALIKE, "free", alike),
    limit("free", ALIKE, alikeLeave),
    limit(EXTREME, "free", "each buys always or never: alpha and beta go to 0"),
    limit("free", EXTREME, "each leaves at once or never: gamma and delta go to 0"),
    limit("free", NOBODY_LEAVES, "nobody leaves: gamma is 0, and delta any number", "gamma", [
      limit(ALIKE, NOBODY_LEAVES, alike),
      limit(EXTREME, NOBODY_LEAVES, "each buys always or never: alpha and beta go to 0"),
    ]),
    limit(ALIKE, ALIKE, `${alike}; ${alikeLeave}`),
  ];
  const [frequency, recency] = data.columns as readonly [Float64Array, Float64Array];
  if (frequency.every((x, row) => x === recency[row])) {
    limits.push(
      limit(ALWAYS_BUYS, "free", "all buy until they leave: beta is 0, and alpha any number", "beta", [
        limit(ALWAYS_BUYS, ALIKE, alikeLeave),
      ]),
    );
  }
  return limits;
}

/** Pairs to start from: means of the probability of the first of the two, and their sums. */
export const BUYING: Starts = { means: [0.25, 0.7], sums: [0.7, 4] };
/** Leaving is rare. */
export const LEAVING: Starts = { means: [0.03, 0.25], sums: [1, 6] };

interface Starts {
  readonly means: readonly number[];
  readonly sums: readonly number[];
}

/** Starts of a pair. */
export function startsOf(pair: Pair, { means, sums }: Starts): readonly (readonly number[])[] {
  if (pair === "free") return means.flatMap((mean) => sums.map((sum) => [mean * sum, (1 - mean) * sum]));
  return "held" in pair ? [[]] : means.map((mean) => [mean / (1 - mean)]);
}

function namesOf(pair: Pair, names: readonly [string, string]): readonly string[] {
  if (pair === "free") return names;
  return "held" in pair ? [] : [`odds of ${names[0]}`];
}

/** The likelihood as a function of what is left of the parameters. */
function restricted(likelihood: Objective, buying: Pair, leaving: Pair): Objective {
  const full = new Float64Array(4);
  const slopes = new Float64Array(4);
  return (at, gradient) => {
    const used = place(buying, at, 0, 0);
    place(leaving, at, used, 2);
    const value = likelihood(full, slopes);
    pull(buying, gradient, 0, 0);
    pull(leaving, gradient, used, 2);
    return value;
  };

  /** Writes the logarithms of a pair; gives how many coordinates it took. */
  function place(pair: Pair, at: Float64Array, from: number, to: number): number {
    if (pair === "free") {
      full[to] = at[from] as number;
      full[to + 1] = at[from + 1] as number;
      return 2;
    }
    if ("held" in pair) {
      full[to] = Math.log(pair.held[0]);
      full[to + 1] = Math.log(pair.held[1]);
      return 0;
    }
    // The sum times 1 / (1 + 1 / odds) and 1 / (1 + odds).
    const odds = at[from] as number;
    full[to] = Math.log(pair.sum) - Math.log1p(Math.exp(-odds));
    full[to + 1] = Math.log(pair.sum) - Math.log1p(Math.exp(odds));
    return 1;
  }

  /** Turns the derivatives by the full pair into those by its coordinates. */
  function pull(pair: Pair, gradient: Float64Array, from: number, to: number): void {
    if (pair === "free") {
      gradient[from] = slopes[to] as number;
      gradient[from + 1] = slopes[to + 1] as number;
    } else if ("sum" in pair) {
      const share = Math.exp((full[to] as number) - Math.log(pair.sum));
      gradient[from] = (1 - share) * (slopes[to] as number) - share * (slopes[to + 1] as number);
    }
  }
}
