import type { Objective } from "../math/minimise.ts";
import type { CustomerColumns } from "./customers.ts";
import { fitModel, type Limit, type LimitFit } from "./fitModel.ts";
import { nbdFit } from "./fitNbd.ts";
import type { GroupedColumns } from "./groupedColumns.ts";
import { atOneRate, hasPurchasesAtOnce, leaversAtOnce } from "./leaversAtOnce.ts";
import type { FitMethod, FitOptions, ModelFit } from "./modelFit.ts";
import { paretoNbdLikelihood } from "./paretoNbdLikelihood.ts";
import type { PurchaseTotals } from "./purchaseTotals.ts";

type Parameter = "r" | "alpha" | "s" | "beta";
type LimitParameter = Parameter | "buying" | "leaving";
type AtOnce = "r" | "alpha" | "buying" | "odds";

// A shape so large that its gamma distribution is one value, to ten digits.
const ONE_VALUE = 23.025850929940457;

// One so large that predictions are those of one value to eight.
const NEARLY = 18.420680743952367;

// Parameters beyond exp(9) or its inverse are on their way to an end of their range.
const FAR = 9;

/** One parameter of a simpler model: its name, its scale, where to start, and which logarithm of the model it moves. */
interface Moved {
  readonly name: LimitParameter;
  readonly scale: number;
  readonly starts: readonly number[];
  readonly index: number;
}

/**
 * What the Pareto/NBD model turns into where a gamma distribution of rates shrinks to one value or to 0: all leave at
 * one rate (s and beta without limit), all buy at one rate (r and alpha without limit), both, or nobody leaves (the NBD).
 */
export function paretoNbdLimits(
  task: string,
  customers: CustomerColumns,
  { scale, purchases, time }: PurchaseTotals,
  data: GroupedColumns,
  options: FitOptions,
): readonly Limit<Parameter>[] {
  const rate = (purchases / time) * scale;
  const buying: Moved = { name: "buying", scale: 1 / scale, starts: [rate, 3 * rate], index: 1 };
  const leaving: Moved = { name: "leaving", scale: 1 / scale, starts: [0.3, 2, 10], index: 3 };
  const r: Moved = { name: "r", scale: 1, starts: [0.3, 1, 4], index: 0 };
  const alpha: Moved = { name: "alpha", scale, starts: [0.3 / rate, 2 / rate], index: 1 };
  const s: Moved = { name: "s", scale: 1, starts: [0.3, 2], index: 2 };
  const beta: Moved = { name: "beta", scale, starts: [0.2, 2], index: 3 };
  const oneValue = (moved: readonly Moved[]): Limit<Parameter> => {
    let fit: ModelFit<"paretoNbd", LimitParameter> | undefined;
    const fitted = (method: FitMethod = fit?.method ?? "log"): ModelFit<"paretoNbd", LimitParameter> => {
      if (fit?.method === method) return fit;
      const names = moved.map(({ name }) => name);
      fit = fitModel(
        task,
        {
          model: "paretoNbd",
          parameters: names,
          likelihood: (rows) => restricted(paretoNbdLikelihood(rows), moved),
          starts: moved.reduce<readonly (readonly number[])[]>(
            (all, { starts }) => all.flatMap((start) => starts.map((value) => [...start, value])),
            [[]],
          ),
          scales: moved.map((each) => each.scale),
          shift: -purchases * Math.log(scale),
          limits: [],
        },
        data,
        { ...options, method },
      );
      return fit;
    };
    return {
      boundary: null,
      get reason(): string {
        const { buying: one, leaving: other } = fitted().parameters;
        return [
          one == null
            ? ""
            : `all buy at the same rate: r and alpha grow without limit, r / alpha = ${short(one)}`,
          other == null
            ? ""
            : `all leave at the same rate: s and beta grow without limit, s / beta = ${short(other)}`,
        ]
          .filter((part) => part !== "")
          .join("; ");
      },
      values: {},
      thetaOf: (own) => {
        const theta = new Float64Array(4).fill(NEARLY);
        moved.forEach(({ name, index, scale: unit }, i) => {
          const log = Math.log((own[i] as number) / unit);
          theta[index] = isRate(name) ? NEARLY - log : log;
        });
        return theta.map((log, i) => Math.exp(log) * (i % 2 === 1 ? scale : 1));
      },
      // One that goes to an end of its range itself is on its way to yet another limit.
      fit: (_, method): LimitFit => {
        const own = fitted(method);
        const scales = moved.map((each) => each.scale);
        return isWithin(own, scales) ? own : { ...own, logLikelihood: null };
      },
    };
  };
  return [
    oneValue([r, alpha, leaving]),
    oneValue([buying, s, beta]),
    oneValue([buying, leaving]),
    ...(hasPurchasesAtOnce(data) ? [] : [someLeaveAtOnce(false), someLeaveAtOnce(true)]),
    {
      boundary: "s",
      reason: "nobody is seen to leave: s goes to 0, which is the NBD model",
      values: { s: 0, beta: null },
      fit: (atLimit, method) =>
        nbdFit(task, customers, { ...options, method }, (simpler, thetaOf) =>
          atLimit(simpler, (own) => Float64Array.of(...thetaOf(own), Math.exp(-NEARLY), scale)),
        ),
    },
  ];

  function someLeaveAtOnce(oneRate: boolean): Limit<Parameter> {
    let share = "";
    return {
      boundary: null,
      get reason(): string {
        const which = oneRate ? "all buy at the same rate: r and alpha grow without limit; " : "";
        return `${which}some leave at once and the others never: s and beta go to 0, a share of ${share} leaves`;
      },
      values: {},
      fit: (_, method): LimitFit => {
        const scales = oneRate ? [1 / scale, 1] : [1, scale, 1];
        const own = fitModel<"paretoNbd", AtOnce>(
          task,
          {
            model: "paretoNbd",
            parameters: oneRate ? ["buying", "odds"] : ["r", "alpha", "odds"],
            likelihood: oneRate ? (rows) => atOneRate(leaversAtOnce(rows), ONE_VALUE) : leaversAtOnce,
            starts: oneRate
              ? [0.1, 1].map((odds) => [rate * (1 + odds), odds])
              : [0.3, 1, 4].flatMap((shape) =>
                  [0.1, 1].map((odds) => [shape, shape / rate / (1 + odds), odds]),
                ),
            scales,
            shift: -purchases * Math.log(scale),
            limits: [],
          },
          data,
          { ...options, method },
        );
        const { odds } = own.parameters;
        share = odds === null ? "" : short(odds / (1 + odds));
        return isWithin(own, scales) ? own : { ...own, logLikelihood: null };
      },
    };
  }
}

/** Whether a fit, its parameters over these scales, is not on its way to an end of its range. */
function isWithin({ converged, parameters }: ModelFit, scales: readonly number[]): boolean {
  const far = Object.values(parameters).some(
    (value, i) => value === null || Math.abs(Math.log(value / (scales[i] as number))) >= FAR,
  );
  return converged && !far;
}

/** The likelihood by fewer logarithms. A rate is a shape, held where it stands for one value, over the rate parameter. */
function restricted(likelihood: Objective, moved: readonly Moved[]): Objective {
  const full = new Float64Array(4);
  const fullGradient = new Float64Array(4);
  return (at, gradient) => {
    full.fill(ONE_VALUE);
    moved.forEach(({ name, index }, i) => {
      full[index] = isRate(name) ? ONE_VALUE - (at[i] as number) : (at[i] as number);
    });
    const value = likelihood(full, fullGradient);
    moved.forEach(({ name, index }, i) => {
      gradient[i] = isRate(name) ? -(fullGradient[index] as number) : (fullGradient[index] as number);
    });
    return value;
  };
}

function isRate(name: LimitParameter): boolean {
  return name === "buying" || name === "leaving";
}

function short(rate: number): string {
  return String(Number(rate.toPrecision(6)));
}
