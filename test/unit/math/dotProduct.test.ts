import { expect, test } from "vitest";
import { dotProduct } from "../../../src/math/dotProduct.ts";

test("multiplies place by place and adds up", () => {
  expect(dotProduct(Float64Array.of(1, 2, 3), Float64Array.of(4, -5, 6))).toBe(12);
  expect(dotProduct(new Float64Array(0), new Float64Array(0))).toBe(0);
});
