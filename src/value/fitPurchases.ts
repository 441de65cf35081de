import type { CustomerRow } from "../rows.ts";
import { fitBgNbd } from "./fitBgNbd.ts";
import { fitMbgNbd } from "./fitMbgNbd.ts";
import { fitNbd } from "./fitNbd.ts";
import { fitParetoNbd } from "./fitParetoNbd.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";

/** The models that {@link backtest} knows: those of repeat purchases in continuous time. */
export type BacktestModel = "nbd" | "bgNbd" | "mbgNbd" | "paretoNbd";

/** Every {@link BacktestModel}, the default first. */
export const PURCHASE_FITS: readonly BacktestModel[] = ["bgNbd", "mbgNbd", "paretoNbd", "nbd"];

/** A fit of the model of this name. */
export function fitPurchases(
  model: BacktestModel,
  customers: Iterable<CustomerRow>,
  options: FitOptions,
): ModelFit<BacktestModel> {
  switch (model) {
    case "nbd":
      return fitNbd(customers, options);
    case "mbgNbd":
      return fitMbgNbd(customers, options);
    case "paretoNbd":
      return fitParetoNbd(customers, options);
    default:
      return fitBgNbd(customers, options);
  }
}
