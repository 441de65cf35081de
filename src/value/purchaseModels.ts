import { bgBbModel } from "./bgBbModel.ts";
import { bgNbdModel } from "./bgNbdModel.ts";
import { checkFit, checkParameter, logCovariance, type Parameters } from "./fitParameters.ts";
import { mbgNbdModel } from "./mbgNbdModel.ts";
import type { FittedModel } from "./modelFit.ts";
import { nbdModel } from "./nbdModel.ts";
import { paretoNbdModel } from "./paretoNbdModel.ts";
import type { PurchaseModel } from "./purchaseModel.ts";

/**
 * A fitted model of repeat purchases, or published parameters of one: `model` is `"nbd"`, `"bgNbd"`, `"mbgNbd"`,
 * `"paretoNbd"` or `"bgBb"`, with the parameters of that model.
 */
export type FittedPurchaseModel =
  | FittedModel<string, "r" | "alpha">
  | FittedModel<string, "r" | "alpha" | "a" | "b">
  | FittedModel<string, "r" | "alpha" | "s" | "beta">
  | FittedModel<string, "alpha" | "beta" | "gamma" | "delta">;

/** A fit that can be asked. */
export interface AskedFit extends Parameters {
  readonly model: PurchaseModel;
}

/** An end of the range of a parameter, 0, where another is not determined and may be `null`. */
interface Boundary {
  readonly zero: string;
  readonly open: string;
  /** The simpler model that is left; without one, what the other is makes no difference. */
  readonly becomes?: PurchaseModel;
}

/**
 * The model of a fit and its parameters, checked. Where nobody leaves, the BG/NBD, the MBG/NBD and the Pareto/NBD are
 * the NBD.
 */
export function askFit(task: string, fit: FittedPurchaseModel): AskedFit {
  const models = purchaseModels();
  const names = models.map(({ model }) => model);
  const { model: name, parameters, covariance } = checkFit(task, fit, names);
  const fitted = models[names.indexOf(name)] as PurchaseModel;
  const boundary = boundariesOf(name).find(({ zero }) => parameters[zero] === 0);
  const model = boundary?.becomes ?? fitted;
  const places: number[] = [];
  const theta = Float64Array.from(model.parameters, (parameter) => {
    const isZero = parameter === boundary?.zero;
    const isOpen = parameter === boundary?.open && parameters[parameter] === null;
    places.push(isZero || isOpen ? -1 : fitted.parameters.indexOf(parameter));
    return isZero ? 0 : isOpen ? 1 : checkParameter(task, parameters, parameter);
  });
  const logs = logCovariance(task, theta, places, covariance, fitted.parameters.length);
  return { model, theta, covariance: logs };
}

/** The model of this name, which there is. */
export function purchaseModel(name: string): PurchaseModel {
  return purchaseModels().find(({ model }) => model === name) as PurchaseModel;
}

function purchaseModels(): readonly PurchaseModel[] {
  return [nbdModel, bgNbdModel, mbgNbdModel, paretoNbdModel, bgBbModel];
}

function boundariesOf(model: string): readonly Boundary[] {
  if (model === "paretoNbd") return [{ zero: "s", open: "beta", becomes: nbdModel }];
  if (model === "bgNbd" || model === "mbgNbd")
    return [
      { zero: "a", open: "b", becomes: nbdModel },
      { zero: "b", open: "a" },
    ];
  if (model === "bgBb")
    return [
      { zero: "gamma", open: "delta" },
      { zero: "beta", open: "alpha" },
    ];
  return [];
}
