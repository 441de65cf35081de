import type { CustomerRow } from "../rows.ts";
import { readCustomers } from "./customers.ts";
import { dropoutFit } from "./dropoutFit.ts";
import type { AtLimit, LimitFit, ThetaOf } from "./fitModel.ts";
import { nbdFit } from "./fitNbd.ts";
import { logCovariance } from "./fitParameters.ts";
import { paretoNbdFit } from "./fitParetoNbd.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";
import type { PurchaseModel, Theta } from "./purchaseModel.ts";
import { type AskedFit, askFit, type FittedPurchaseModel, purchaseModel } from "./purchaseModels.ts";

/** The models that {@link backtest} knows: those of repeat purchases in continuous time. */
export type BacktestModel = "nbd" | "bgNbd" | "mbgNbd" | "paretoNbd";

/** Every {@link BacktestModel}, the default first. */
export const PURCHASE_FITS: readonly BacktestModel[] = ["bgNbd", "mbgNbd", "paretoNbd", "nbd"];

/** What the answers to a fit without a finite maximum are. */
export const LIMIT = "purchases are expected by the limit of the model";

/** A fit, and how to ask it. */
export interface PurchaseFit {
  readonly fit: ModelFit<BacktestModel>;
  /** `undefined` when nothing can be asked. */
  readonly asked: AskedFit | undefined;
}

/**
 * A fit of the model of this name. Without a finite maximum, as when all leave at the same rate, the limit is asked:
 * the data determine what it expects, although not the parameters of the larger model.
 */
export function fitPurchases(
  task: string,
  model: BacktestModel,
  customers: Iterable<CustomerRow>,
  options: FitOptions,
): PurchaseFit {
  let limit: AskedFit | undefined;
  const fit = fitOf(model, customers, options, (simpler, thetaOf) => {
    limit = limitOf(task, purchaseModel(model), simpler, thetaOf);
  });
  return { fit, asked: fit.converged ? askFit(task, fit as FittedPurchaseModel) : limit };
}

function fitOf(
  model: BacktestModel,
  customers: Iterable<CustomerRow>,
  options: FitOptions,
  atLimit: AtLimit,
): ModelFit<BacktestModel> {
  switch (model) {
    case "nbd":
      return nbdFit("fit nbd", readCustomers("fit nbd", customers), options, atLimit);
    case "mbgNbd":
      return dropoutFit(model, 1, customers, options, atLimit);
    case "paretoNbd":
      return paretoNbdFit(customers, options, atLimit);
    default:
      return dropoutFit(model, 0, customers, options, atLimit);
  }
}

/** A model that is asked by the parameters of its limit. */
function limitOf(
  task: string,
  model: PurchaseModel,
  { parameters, covariance }: LimitFit,
  thetaOf: ThetaOf,
): AskedFit {
  const theta = Float64Array.from(Object.values(parameters) as number[]);
  const logs = logCovariance(task, theta, Array.from(theta.keys()), covariance, theta.length);
  const full = (own: Theta): Float64Array => thetaOf(Float64Array.from(own));
  return {
    theta,
    covariance: logs,
    model: {
      model: model.model,
      parameters: Object.keys(parameters),
      discrete: model.discrete,
      logLikelihood: (own, ...past) => model.logLikelihood(full(own), ...past),
      probabilityAlive: (own, ...past) => model.probabilityAlive(full(own), ...past),
      expectedPurchases: (own, ...asked) => model.expectedPurchases(full(own), ...asked),
      discountedPurchases: (own, ...asked) => model.discountedPurchases(full(own), ...asked),
      newCustomerPurchases: (own, horizon) => model.newCustomerPurchases(full(own), horizon),
      purchaseCounts: (own, ...asked) => model.purchaseCounts(full(own), ...asked),
      drawPurchases: (own, ...asked) => model.drawPurchases(full(own), ...asked),
    },
  };
}
