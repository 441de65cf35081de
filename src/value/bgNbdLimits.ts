import type { Objective } from "../math/minimise.ts";
import type { CustomerColumns } from "./customers.ts";
import { fitModel, type Limit, type LimitFit } from "./fitModel.ts";
import { nbdFit } from "./fitNbd.ts";
import type { GroupedColumns } from "./groupedColumns.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";
import type { PurchaseTotals } from "./purchaseTotals.ts";

type Parameter = "r" | "alpha" | "a" | "b";
type Free = Parameter | "rate" | "odds";

/** What limits are made of. */
interface Fitting {
  readonly task: string;
  readonly customers: CustomerColumns;
  readonly data: GroupedColumns;
  readonly totals: PurchaseTotals;
  readonly options: FitOptions;
  readonly likelihood: (data: GroupedColumns) => Objective;
  /** Whether everybody who bought again did so once, and that was the only chance to leave. */
  readonly onlyFirstChance: boolean;
}

/** Half a simpler model: the logarithms of a pair of parameters, at `base` but for those that are free. */
interface Half {
  readonly base: readonly [number, number];
  readonly free: readonly { readonly name: Free; readonly index: 0 | 1; readonly sign: 1 | -1 }[];
  readonly starts: readonly (readonly number[])[];
  readonly reason: (parameters: Readonly<Partial<Record<Free, number | null>>>) => string;
  readonly values: Readonly<Partial<Record<Parameter, number | null>>>;
  readonly boundary?: Parameter;
}

// A parameter so large, or its inverse so small, that the likelihood is that of the limit within rounding.
const END = 29.93360620892259;
// Where predictions are those of the limit to eight digits.
const NEARLY = 18.420680743952367;
// A maximum beyond this is none: the logarithm of a parameter in the model's own scale.
const OUTSIDE = 15;

/**
 * What the BG/NBD and the MBG/NBD turn into at the ends of the parameters' ranges. The rates of purchases may shrink to
 * one (r and alpha without limit). The probabilities of leaving may shrink to one (a and b without limit) or move apart
 * to 0 and 1 (both to 0), be all 0 (a to 0: the NBD) or all 1 (b to 0).
 */
export function bgNbdLimits(fitting: Fitting): readonly Limit<Parameter>[] {
  const { task, customers, totals, options, onlyFirstChance } = fitting;
  const pace = (totals.purchases / totals.time) * totals.scale;
  const free = (name: Free, index: 0 | 1, sign: 1 | -1 = 1): Half["free"][number] => ({ name, index, sign });
  const rates: Half = {
    base: [0, 0],
    free: [free("r", 0), free("alpha", 1)],
    starts: [0.3, 1, 4].map((r) => [r, r / pace / 2]),
    reason: () => "",
    values: {},
  };
  const oneRate: Half = {
    base: [END, END],
    free: [free("rate", 1, -1)],
    starts: [[pace], [4 * pace]],
    reason: ({ rate }) =>
      `all buy at the same rate: r and alpha grow without limit, r / alpha = ${short(rate ?? 0)}`,
    values: {},
  };
  const shares: Half = {
    base: [0, 0],
    free: [free("a", 0), free("b", 1)],
    starts: [
      [0.5, 2],
      [1, 1],
      [2, 8],
    ],
    reason: () => "",
    values: {},
  };
  const oneShare: Half = {
    base: [END, END],
    free: [free("odds", 0)],
    starts: [[0.1], [1]],
    reason: ({ odds }) =>
      `all leave with the same probability: a and b grow without limit, a / (a + b) = ${share(odds)}`,
    values: {},
  };
  const apart: Half = {
    ...oneShare,
    base: [-END, -END],
    reason: ({ odds }) =>
      `a share of ${share(odds)} leave at their first chance and the others never: a and b go to 0`,
  };
  const allLeave: Half = {
    base: [0, -END],
    free: [],
    starts: [[]],
    reason: () => "everybody leaves after the first repeat purchase: b goes to 0, whatever a is",
    values: { a: null, b: 0 },
    boundary: "b",
  };
  // Somebody who left at the only chance is at least as likely as one who stayed and never bought again.
  const ends = onlyFirstChance ? [allLeave] : [apart, oneShare];
  return [
    ...ends.map((end) => limit(fitting, rates, end)),
    limit(fitting, oneRate, shares),
    ...ends.map((end) => limit(fitting, oneRate, end)),
    {
      boundary: "a",
      reason: "nobody is seen to leave: a goes to 0, which is the NBD model",
      values: { a: 0, b: null },
      fit: (atLimit) =>
        nbdFit(task, customers, options, (simpler, thetaOf) =>
          atLimit(simpler, (own) => Float64Array.of(...thetaOf(own), 0, 1)),
        ),
    },
  ];
}

function limit(fitting: Fitting, buying: Half, leaving: Half): Limit<Parameter> {
  const { task, data, totals, options, likelihood } = fitting;
  const free = [...buying.free, ...leaving.free.map((each) => ({ ...each, index: each.index + 2 }))];
  const base = [...buying.base, ...leaving.base];
  const scaleOf = { alpha: totals.scale, rate: 1 / totals.scale, r: 1, a: 1, b: 1, odds: 1 };
  let fit: ModelFit<string, Free> | undefined;
  const fitted = (): ModelFit<string, Free> => {
    fit ??= fitModel(
      task,
      {
        model: "limit",
        parameters: free.map(({ name }) => name),
        likelihood: (rows) => restricted(likelihood(rows), base, free),
        starts: buying.starts.flatMap((one) => leaving.starts.map((other) => [...one, ...other])),
        scales: free.map(({ name }) => scaleOf[name]),
        shift: -totals.purchases * Math.log(totals.scale),
        limits: [],
      },
      data,
      options,
    );
    return fit;
  };
  return {
    // Without a rate for each customer there is no finite maximum, whatever becomes of leaving.
    boundary: buying.base[0] === 0 ? (leaving.boundary ?? null) : null,
    get reason(): string {
      const { parameters } = fitted();
      return [buying.reason(parameters), leaving.reason(parameters)].filter((part) => part !== "").join("; ");
    },
    values: leaving.values,
    thetaOf: (own) => {
      const theta = Float64Array.from(base, (log) => Math.sign(log) * NEARLY);
      free.forEach(({ name, index, sign }, i) => {
        theta[index] = (theta[index] as number) + sign * Math.log((own[i] as number) / scaleOf[name]);
      });
      return theta.map((log, i) => Math.exp(log) * (i === 1 ? totals.scale : 1));
    },
    // One without a maximum of its own is on its way to yet another limit.
    fit: (): LimitFit => {
      const own = fitted();
      const inside = free.every(({ name }) => {
        const size = Math.abs(Math.log((own.parameters[name] ?? 0) / scaleOf[name]));
        return size < OUTSIDE && own.standardErrors[name] !== null;
      });
      return own.converged && inside ? { ...own, reason: null } : { ...own, logLikelihood: null };
    },
  };
}

/** The likelihood by fewer logarithms, each of which moves one of the model's. */
function restricted(
  likelihood: Objective,
  base: readonly number[],
  free: readonly { readonly index: number; readonly sign: number }[],
): Objective {
  const full = new Float64Array(4);
  const fullGradient = new Float64Array(4);
  return (at, gradient) => {
    full.set(base);
    free.forEach(({ index, sign }, i) => {
      full[index] = (full[index] as number) + sign * (at[i] as number);
    });
    const value = likelihood(full, fullGradient);
    free.forEach(({ index, sign }, i) => {
      gradient[i] = sign * (fullGradient[index] as number);
    });
    return value;
  };
}

function share(odds: number | null | undefined): string {
  return short((odds ?? 0) / (1 + (odds ?? 0)));
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
