import {
  averageOrderValue,
  historicClv,
  type MoneyMethod,
  purchaseFrequency,
  type TransactionRow,
} from "../../src/index.ts";
import type { Uniform } from "../../src/stats/random.ts";
import { randomGamma, randomNormal, randomPoisson } from "../../src/stats/randomVariates.ts";
import type { Aim, Study } from "./simulate.ts";

/** Customers whose number of orders after the first is negative binomial, and whose amounts are log-normal. */
interface OrderShop {
  readonly name: string;
  /** The shape of the gamma distribution of rates of orders: the smaller, the more do customers differ. */
  readonly r: number;
  /** The mean number of orders after the first. */
  readonly mean: number;
  /** How much customers differ in the logarithm of what they spend, and the orders of one customer. */
  readonly between: number;
  readonly within: number;
  /** Amounts rise with this power of the rate of orders. */
  readonly power: number;
}

const shops: readonly OrderShop[] = [
  { name: "alike", r: 2, mean: 3, between: 0.3, within: 0.4, power: 0 },
  { name: "skewed amounts", r: 0.25, mean: 2, between: 0.5, within: 0.9, power: 0 },
  { name: "frequent ones spend more", r: 0.5, mean: 3, between: 0.5, within: 0.7, power: 0.3 },
  { name: "few order most, and spend less", r: 0.15, mean: 4, between: 0.6, within: 0.6, power: -0.2 },
];

type Metric = (orders: readonly TransactionRow[], options: { method: MoneyMethod; seed: number }) => Aim[0];

/** In samples of one shop, the metrics named, by each of the methods. */
function orderStudy(
  methods: readonly MoneyMethod[],
  metrics: readonly (readonly [Metric, (shop: OrderShop) => number])[],
): Study<OrderShop> {
  return {
    of: "shop",
    populations: shops,
    methods,
    sample: (shop, n, uniform, seed) => {
      const orders = Array.from({ length: n }, (_, customerId) => ordersOf(shop, customerId, uniform)).flat();
      return methods.flatMap((method) =>
        metrics.map(([metric, truth]): Aim => [metric(orders, { method, seed }), truth(shop)]),
      );
    },
  };
}

const perOrder = [averageOrderValue, trueOrderValue] as const;
const perCustomer = [
  [purchaseFrequency, ({ mean }: OrderShop) => 1 + mean],
  [historicClv, (shop: OrderShop) => trueOrderValue(shop) * (1 + shop.mean)],
] as const;

/** The value of an order, purchases of a customer, and what a customer brings. */
export const orderValueStudy: Study<OrderShop> = orderStudy(["hall", "t"], [perOrder, ...perCustomer]);
/** The value of an order alone: resampling is slow. */
export const orderValueBootstrapStudy: Study<OrderShop> = orderStudy(["bootstrap"], [perOrder]);

/** One order a day, so that orders are purchases. */
function ordersOf(shop: OrderShop, customerId: number, uniform: Uniform): TransactionRow[] {
  const rate = (randomGamma(shop.r, uniform) * shop.mean) / shop.r;
  const level = shop.between * randomNormal(uniform) + shop.power * logOfRate(shop, rate);
  return Array.from({ length: 1 + randomPoisson(rate, uniform) }, (_, day) => ({
    customerId,
    at: new Date(day * 86_400_000),
    amount: Math.exp(level + shop.within * randomNormal(uniform)),
  }));
}

function logOfRate({ mean }: OrderShop, rate: number): number {
  return Math.log((rate + 0.5) / (mean + 0.5));
}

const known = new Map<OrderShop, number>();

/**
 * The expected revenue of a customer over their expected orders. Given the rate L the two are
 * (1 + L) exp(power log((L + .5) / (mean + .5)) + (between^2 + within^2) / 2) and 1 + L, and L is averaged over its gamma
 * distribution, by the midpoint rule in (r L / mean)^r, whose density has no pole.
 */
function trueOrderValue(shop: OrderShop): number {
  const before = known.get(shop);
  if (before !== undefined) return before;
  const { r, mean, between, within, power } = shop;
  const steps = 20_000;
  let [revenue, orders] = [0, 0];
  for (let i = 0; i < steps; i++) {
    const gamma = (((i + 0.5) / steps) * 60 ** r) ** (1 / r);
    const rate = (gamma * mean) / r;
    revenue += Math.exp(-gamma) * (1 + rate) * Math.exp(power * logOfRate(shop, rate));
    orders += Math.exp(-gamma) * (1 + rate);
  }
  const value = (revenue / orders) * Math.exp((between ** 2 + within ** 2) / 2);
  known.set(shop, value);
  return value;
}
