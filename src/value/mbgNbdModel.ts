import { dropoutModel } from "./dropoutModel.ts";
import type { PurchaseModel } from "./purchaseModel.ts";

/** The formulas of the MBG/NBD [BatislamDenizelFiliztekin2007]: customers can leave after each purchase, the first too. */
export const mbgNbdModel: PurchaseModel = /* @__PURE__ */ dropoutModel("mbgNbd", 1);
