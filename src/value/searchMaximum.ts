import { type Minimum, minimise, type Objective } from "../math/minimise.ts";
import { type GroupedColumns, sampleColumns } from "./groupedColumns.ts";

const SAMPLE = 5000;

/** What is searched, and from where. */
export interface Searched {
  /** The log-likelihood at the logarithms of the parameters, in the model's own scale, and its gradient by them. */
  readonly likelihood: (data: GroupedColumns) => Objective;
  /** Parameters to start from, in the model's own scale. */
  readonly starts: readonly (readonly number[])[];
}

/** Starts are screened on a sample, the best of them followed there, and the best of what is found polished on all. */
export function searchMaximum(
  { likelihood, starts }: Searched,
  data: GroupedColumns,
  followed: number,
): Minimum {
  const sample = sampleColumns(data, SAMPLE);
  const objective = negative(likelihood(sample));
  const screened = starts
    .map((start) => {
      const at = Float64Array.from(start, Math.log);
      return { at, value: objective(at, new Float64Array(at.length)) };
    })
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value)
    .slice(0, followed)
    .map(({ at }) => minimise(objective, at))
    .sort((a, b) => Number(b.value < a.value) - Number(a.value < b.value));
  const best = screened[0];
  if (best === undefined) throw new Error("no start has a finite likelihood");
  if (sample === data) return best;
  const share = data.n / sample.n;
  const hessian = best.hessian.map((value) => value * share);
  const polished = minimise(negative(likelihood(data)), best.at, { hessian });
  return { ...polished, iterations: best.iterations + polished.iterations };
}

/** A likelihood to be minimised. */
export function negative(likelihood: Objective): Objective {
  return (at, gradient) => {
    const value = likelihood(at, gradient);
    for (let i = 0; i < gradient.length; i++) gradient[i] = -(gradient[i] as number);
    return -value;
  };
}
