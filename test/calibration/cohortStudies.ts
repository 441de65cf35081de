import {
  type CohortRetentionCell,
  calendarMonths,
  cohortRetention,
  cohortRevenue,
  type MoneyMethod,
  type ProportionMethod,
  retentionCurve,
  type TransactionRow,
} from "../../src/index.ts";
import type { Uniform } from "../../src/stats/random.ts";
import { type Aim, normalNumber, type Study } from "./simulate.ts";

const bucket = calendarMonths();
const asOf = "2024-05-31";
const open = { low: null, high: null };

interface Cohorts {
  readonly name: string;
  /** Of each cohort, the share active in any later month. */
  readonly rates: readonly [number, number, number];
}

/** A fifth of the customers came in January, three tenths in February, half in March. */
const parts = [0.2, 0.3, 0.5] as const;
const shareMethods: readonly ProportionMethod[] = ["wilson", "jeffreys", "wald"];

/** The cell of the March cohort after a month, and the curve over all cohorts after one month and after two. */
export const cohortStudy: Study<Cohorts> = {
  of: "cohorts",
  populations: [
    { name: "alike", rates: [0.3, 0.3, 0.3] },
    { name: "different", rates: [0.1, 0.3, 0.6] },
  ],
  methods: shareMethods,
  sample: ({ rates }, n, uniform) => {
    const orders = rates.flatMap((rate, i) => cohortOrders(i + 1, n * (parts[i] ?? 0), rate, uniform));
    const truth = rates.reduce((sum, rate, i) => sum + rate * (parts[i] ?? 0), 0);
    return shareMethods.flatMap((method): Aim[] => {
      const cells: readonly CohortRetentionCell[] = cohortRetention(orders, { bucket, asOf, method });
      const march = cells.find(({ cohort, offset }) => cohort === "2024-03" && offset === 1);
      const curve = retentionCurve(cells, { method });
      return [
        [march ?? open, rates[2]],
        [curve[1] ?? open, truth],
        [curve[2] ?? open, truth],
      ];
    });
  },
};

/** Half of the customers do after two months what they did after one, so that the months are not independent. */
function cohortOrders(month: number, size: number, rate: number, uniform: Uniform): TransactionRow[] {
  const orders: TransactionRow[] = [];
  for (let i = 0; i < Math.round(size); i++) {
    const customerId = `${month}-${i}`;
    orders.push({ customerId, at: `2024-0${month}-10` });
    const first = uniform() < rate;
    const second = uniform() < 0.5 ? first : uniform() < rate;
    if (first) orders.push({ customerId, at: `2024-0${month + 1}-10` });
    if (second) orders.push({ customerId, at: `2024-0${month + 2}-10` });
  }
  return orders;
}

interface Spending {
  readonly name: string;
  readonly sigma: number;
}

const BUYING = 0.4;

/** Mean revenue of customers who all buy in their first month, and of whom 40 % do in the next. */
export function cohortRevenueStudy(methods: readonly MoneyMethod[]): Study<Spending> {
  return {
    of: "spend",
    populations: [0.5, 1, 1.5].map((sigma) => ({ name: `log-normal, sigma ${sigma}`, sigma })),
    methods,
    sample: ({ sigma }, n, uniform, seed) => {
      const orders: TransactionRow[] = [];
      for (let customerId = 0; customerId < n; customerId++) {
        orders.push({ customerId, at: "2024-01-10", amount: Math.exp(sigma * normalNumber(uniform)) });
        if (uniform() < BUYING)
          orders.push({ customerId, at: "2024-02-10", amount: Math.exp(sigma * normalNumber(uniform)) });
      }
      const mean = Math.exp(sigma ** 2 / 2);
      return methods.flatMap((method): Aim[] => {
        const cells = cohortRevenue(orders, { bucket, asOf: "2024-02-29", method, seed });
        return [
          [cells[0] ?? open, mean],
          [cells[1] ?? open, BUYING * mean],
        ];
      });
    },
  };
}
