import type { Objective } from "../math/minimise.ts";
import { addSlopes, type Contract, logRetained } from "./contractModel.ts";
import { contractAt } from "./contractRows.ts";
import type { GroupedColumns } from "./groupedColumns.ts";

/** The parameters of contract models, in their order. */
export type ContractParameter = "alpha" | "beta" | "c";

const ORDER: readonly ContractParameter[] = ["alpha", "beta", "c"];

/**
 * The log-likelihood of contracts by the logarithms of the parameters named; of the others, beta is 0 and c is 1.
 *
 *     left at renewal t      log S(t - 1) / S(entry) + log(1 - S(t) / S(t - 1))
 *     still there after t    log S(t) / S(entry)
 */
export function contractLikelihood(names: readonly ContractParameter[]): (data: GroupedColumns) => Objective {
  const places = names.map((name) => ORDER.indexOf(name));
  return (data) => (at, gradient) => {
    const values = [0, 0, 1];
    places.forEach((place, i) => {
      values[place] = Math.exp(at[i] as number);
    });
    const [alpha, beta, c] = values as [number, number, number];
    const contract: Contract = { alpha, beta, c };
    const slopes = new Float64Array(3);
    let sum = 0;
    for (let row = 0; row < data.size; row++) {
      const { last, gone, first, weight } = contractAt(data, row);
      const stayed = last - gone;
      sum += weight * logRetained(contract, first, stayed);
      addSlopes(contract, first, stayed, weight, slopes);
      if (gone === 0) continue;
      const kept = logRetained(contract, stayed, last);
      sum += weight * Math.log(-Math.expm1(kept));
      // The derivative of log(1 - e^kept) is -e^kept / (1 - e^kept).
      addSlopes(contract, stayed, last, -weight / Math.expm1(-kept), slopes);
    }
    places.forEach((place, i) => {
      gradient[i] = (slopes[place] as number) * (values[place] as number);
    });
    return sum;
  };
}
