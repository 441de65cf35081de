import { expect, it } from "vitest";
import { CompensatedSum } from "../../../src/math/compensatedSum.ts";

it("keeps what cancellation would lose", () => {
  const sum = new CompensatedSum();
  for (const value of [1, 1e100, 1, -1e100]) sum.add(value);
  expect(sum.value).toBe(2);
});

it("keeps the rounding of a product", () => {
  const sum = new CompensatedSum();
  // (1 + e)(1 - e) = 1 - e^2, which rounds to 1.
  sum.addProduct(1 + 2 ** -30, 1 - 2 ** -30);
  sum.add(-1);
  expect(sum.value).toBe(-(2 ** -60));
});

it("keeps the rounding of a cube", () => {
  const sum = new CompensatedSum();
  // (1 + e)^3 = 1 + 3 e + 3 e^2 + e^3, of which one double holds 1 + 3 e.
  sum.addCube(1 + 2 ** -40);
  sum.addCube(-1);
  sum.add(-3 * 2 ** -40);
  expect(sum.value).toBe(3 * 2 ** -80 + 2 ** -120);
  sum.addCube(-(1 + 2 ** -40));
  sum.addCube(1);
  expect(sum.value).toBe(-3 * 2 ** -40);
});
