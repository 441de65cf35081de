import fc from "fast-check";
import { expect, it } from "vitest";
import { bisect } from "../../../src/math/bisect.ts";

it("finds any boundary to the last double, away from 0", () => {
  const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(finite, (boundary) => {
      const found = bisect((x) => x <= boundary, -2e6, 2e6);
      expect(Math.abs(found - boundary)).toBeLessThanOrEqual(2 ** -150);
    }),
  );
});
