import { type Bucket, calendarMonths } from "../../src/index.ts";

/** Orders of three customers in two shops over three months, the last of which is not over. */
export const cohortOrders = [
  { customerId: "ann", at: "2024-01-10", amount: 30, shop: "north" },
  { customerId: "bob", at: "2024-01-20", amount: 10, shop: "north" },
  { customerId: "bob", at: "2024-02-15", amount: 50, shop: "north" },
  { customerId: "cid", at: "2024-02-20", amount: 20, shop: "south" },
  { customerId: "ann", at: "2024-03-01", amount: 20, shop: "north" },
] as const;

/** By month, up to the middle of the last one. */
export const cohortMonths: { readonly bucket: Bucket; readonly asOf: string } = {
  bucket: calendarMonths(),
  asOf: "2024-03-15",
};
