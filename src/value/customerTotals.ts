import type { Purchases } from "../history/purchases.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import { groupOrder, sortOrder } from "../math/sortOrder.ts";
import type { CustomerId } from "../rows.ts";
import { checkSum } from "./purchaseOptions.ts";
import { rowsByCustomer } from "./rowsByCustomer.ts";

/** What each customer with a purchase did: a column per total, in order of first appearance. */
export interface CustomerTotals {
  readonly ids: readonly CustomerId[];
  /** Rows that are no refunds. */
  readonly orders: Float64Array;
  /** Civil days with an order. */
  readonly purchases: Float64Array;
  /** The last of these days. */
  readonly last: Int32Array;
  /** The sum of the orders. */
  readonly spent: Float64Array;
  /** The sum of the orders, refunds taken off. */
  readonly kept: Float64Array;
  /** Refunds of those who bought nothing, who are no customers here. */
  readonly refundsWithoutPurchase: number;
}

/** Adds rows up by customer, refunds among them; with `late` only those marked so. */
export function customerTotals(task: string, purchases: Purchases): CustomerTotals {
  const { bucket: day, amount, late, customers } = purchases;
  const { order, starts } = rowsByCustomer(purchases, day);
  // In order of size, so that the order of rows does not change a digit of a sum.
  const bySize =
    amount && groupOrder(sortOrder(amount), new Uint32Array(purchases.customer), customers).order;
  const ids: CustomerId[] = [];
  const [orders, days, spent, kept] = [0, 1, 2, 3].map(() => new Float64Array(customers)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const last = new Int32Array(customers);
  let refundsWithoutPurchase = 0;
  for (let who = 0; who < customers; who++) {
    let [bought, onDays, refunds, latest] = [0, 0, 0, -Infinity];
    for (let i = starts[who] as number; i < (starts[who + 1] as number); i++) {
      const row = order[i] as number;
      if (late?.[row] === 0) continue;
      if (amount !== undefined && (amount[row] as number) < 0) {
        refunds++;
        continue;
      }
      bought++;
      // Rows of a customer stand in order of their days.
      if (day[row] !== latest) onDays++;
      latest = day[row] as number;
    }
    if (bought === 0) {
      refundsWithoutPurchase += refunds;
      continue;
    }
    const [sum, net] = [new CompensatedSum(), new CompensatedSum()];
    for (let i = starts[who] as number; amount && i < (starts[who + 1] as number); i++) {
      const row = bySize?.[i] as number;
      if (late?.[row] === 0) continue;
      const money = amount[row] as number;
      net.add(money);
      if (money >= 0) sum.add(money);
    }
    const place = ids.push(purchases.ids[who] as CustomerId) - 1;
    orders[place] = bought;
    days[place] = onDays;
    last[place] = latest;
    spent[place] = checkSum(task, sum.value);
    kept[place] = checkSum(task, net.value);
  }
  const upTo = <Column extends Float64Array | Int32Array>(column: Column): Column =>
    column.subarray(0, ids.length) as Column;
  return {
    ids,
    orders: upTo(orders),
    purchases: upTo(days),
    last: upTo(last),
    spent: upTo(spent),
    kept: upTo(kept),
    refundsWithoutPurchase,
  };
}
