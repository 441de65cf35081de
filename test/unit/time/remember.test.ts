import { expect, it } from "vitest";
import { remember } from "../../../src/time/remember.ts";

it("computes each value once, wherever the integers begin and whichever way they go", () => {
  let calls = 0;
  const square = remember((index) => {
    calls++;
    return index * index;
  });
  const order = [5, 6, 9, 4, -3, -3, 9, 5, 0, 20, -40, 4];
  expect(order.map(square)).toEqual(order.map((index) => index * index));
  expect(order.map(square)).toEqual(order.map((index) => index * index));
  expect(calls).toBe(new Set(order).size);
});

it("keeps nothing of a computation that fails", () => {
  const fails = remember((index): number => {
    if (Number.isInteger(index)) return index;
    throw new RangeError("not an integer");
  });
  expect(fails(1)).toBe(1);
  expect(() => fails(0.5)).toThrow("not an integer");
  expect(() => fails(Number.NaN)).toThrow("not an integer");
  expect(fails(0)).toBe(0);
});
