import {
  clv,
  expectedPurchases,
  type FitMethod,
  type FittedPurchaseModel,
  type Interval,
  summarizeCustomers,
} from "../../src/index.ts";
import { bgNbdModel } from "../../src/value/bgNbdModel.ts";
import { fitPurchases } from "../../src/value/fitPurchases.ts";
import { mbgNbdModel } from "../../src/value/mbgNbdModel.ts";
import { paretoNbdModel } from "../../src/value/paretoNbdModel.ts";
import type { PurchaseModel } from "../../src/value/purchaseModel.ts";
import type { Aim, Study } from "./simulate.ts";
import { ASKED, drawShop, type Shop, SPEND } from "./valuePopulations.ts";

/** Published parameters of CDNOW's customers, and customers who buy more often; a month here is a week there. */
const shops = {
  bgNbd: { name: "BG/NBD, buys rarely", model: "bgNbd", theta: [0.243, 4.414, 0.793, 2.426] },
  bgNbdOften: { name: "BG/NBD, buys often", model: "bgNbd", theta: [1.2, 4, 0.6, 3] },
  mbgNbd: { name: "MBG/NBD", model: "mbgNbd", theta: [0.525, 6.183, 0.891, 1.614] },
  paretoNbd: { name: "Pareto/NBD", model: "paretoNbd", theta: [0.553, 10.578, 0.606, 11.669] },
} as const satisfies Record<string, Shop>;

/** The shops of every run. */
export const often: readonly Shop[] = [shops.bgNbd, shops.bgNbdOften];
/** Those of the wide run. */
export const all: readonly Shop[] = Object.values(shops);

const models: readonly PurchaseModel[] = [bgNbdModel, mbgNbdModel, paretoNbdModel];
const unknown: Interval = { low: null, high: null };
const horizon = 12;

/** The four parameters, with the intervals of a method each. */
export function parameterStudy(populations: readonly Shop[], methods: readonly FitMethod[]): Study<Shop> {
  return {
    of: "shop",
    populations,
    methods,
    sample: (shop, n, uniform) => {
      const { asOf, unit = "day" } = ASKED;
      const customers = summarizeCustomers(drawShop(shop, n, uniform).orders, { asOf, unit });
      return methods.flatMap((method) => {
        const { fit } = fitPurchases("fit a shop", shop.model, customers, { method });
        const { intervals, converged, boundary } = fit;
        const names = Object.keys(intervals);
        return shop.theta.map((truth, i): Aim => {
          const own = converged && boundary === null ? intervals[names[i] as string] : undefined;
          return [own ?? unknown, truth];
        });
      });
    },
  };
}

/**
 * What is expected of a customer who bought once and of one who bought again, the value of all customers, and how often
 * these two will really buy.
 */
export function valueStudy(populations: readonly Shop[]): Study<Shop> {
  return {
    of: "shop",
    populations,
    methods: ["delta", "predictive"],
    sample: (shop, n, uniform) => {
      const { orders, future } = drawShop(shop, n, uniform);
      const { customers, purchaseFit, total } = clv(orders, { ...ASKED, model: shop.model });
      const model = models.find((own) => own.model === shop.model) as PurchaseModel;
      const { discountRate = 0, margin = 1 } = ASKED;
      const [p, q, v] = SPEND;
      let value = 0;
      for (const { frequency: x, recency, age, monetaryValue } of customers) {
        const D = model.discountedPurchases(shop.theta, x, recency, age, discountRate, horizon);
        value += margin * D * ((p * (v + x * (monetaryValue ?? 0))) / (p * x + q - 1));
      }
      const picked = [customers.findIndex((row) => row.frequency === 0), lastRepeater(customers)];
      const aims = (["delta", "predictive"] as const).map((method) =>
        picked.map((index): Aim => {
          const row = customers[index];
          if (row === undefined || !purchaseFit.converged) return [unknown, 0];
          const { frequency, recency, age } = row;
          const asked = { horizon, method, draws: 400 };
          const [answer] = expectedPurchases(
            purchaseFit as FittedPurchaseModel,
            [{ frequency, recency, age }],
            asked,
          );
          const truth =
            method === "delta"
              ? model.expectedPurchases(shop.theta, frequency, recency, age, horizon)
              : (future[index] as number);
          return [answer ?? unknown, truth];
        }),
      );
      return [...(aims[0] ?? []), [total, value], ...(aims[1] ?? []), [unknown, 0]];
    },
  };
}

function lastRepeater(customers: readonly { readonly frequency: number }[]): number {
  return customers.length - 1 - [...customers].reverse().findIndex((row) => row.frequency > 0);
}
