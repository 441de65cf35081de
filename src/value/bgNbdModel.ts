import { dropoutModel } from "./dropoutModel.ts";
import type { PurchaseModel } from "./purchaseModel.ts";

/** The formulas of the BG/NBD [FaderHardieLee2005]: customers can leave after each repeat purchase. */
export const bgNbdModel: PurchaseModel = /* @__PURE__ */ dropoutModel("bgNbd", 0);
