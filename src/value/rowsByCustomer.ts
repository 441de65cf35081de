import type { Purchases } from "../history/purchases.ts";
import { groupOrder, sortOrder } from "../math/sortOrder.ts";

/** Rows in order of their customer, each customer's in order of a key. */
export interface RowsByCustomer {
  /** The indexes of the rows. */
  readonly order: Uint32Array;
  /** Where each customer's rows begin in `order`; one more at the end. */
  readonly starts: Uint32Array;
}

/**
 * Puts the rows in order: two stable passes, the later one by what counts first. Keys that are spread wide, as those
 * of a bucket of the caller's own may be, are sorted instead of counted.
 */
export function rowsByCustomer({ size, customer, customers }: Purchases, key: Int32Array): RowsByCustomer {
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < size; row++) {
    least = Math.min(least, key[row] as number);
    most = Math.max(most, key[row] as number);
  }
  const width = size > 0 ? most - least + 1 : 0;
  const byKey = width > 4 * size + 65_536 ? sortOrder(Float64Array.from(key)) : counted(key, least, width);
  // A view, not a copy: numbers of customers are never below zero.
  const { order, starts } = groupOrder(byKey, new Uint32Array(customer.buffer, 0, size), customers);
  return { order, starts };
}

function counted(key: Int32Array, least: number, width: number): Uint32Array {
  const order = new Uint32Array(key.length);
  const codes = new Uint32Array(key.length);
  for (let row = 0; row < key.length; row++) {
    order[row] = row;
    codes[row] = (key[row] as number) - least;
  }
  return groupOrder(order, codes, width).order;
}
