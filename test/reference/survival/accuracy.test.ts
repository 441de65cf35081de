import { expect, test } from "vitest";
import { kaplanMeier, nelsonAalen, restrictedMeanLifetime } from "../../../src/index.ts";
import { expectClose } from "./fixture.ts";
import fixture from "./fixtures/accuracy.json" with { type: "json" };

test(`100,000 times against 50 digits (${fixture.madeBy})`, () => {
  const { size, factor, modulus } = fixture;
  let state = 1;
  const lifetimes = Array.from({ length: size }, (_, index) => {
    state = (state * factor) % modulus;
    return { duration: index + 1.5, churned: 4 * state >= modulus && index < size - 1 };
  });
  const curve = kaplanMeier(lifetimes);
  const hazard = nelsonAalen(lifetimes);
  expect(curve).toHaveLength(size);
  for (const expected of fixture.rows) {
    const { estimate = null, standardError = null, low = null, high = null } = curve[expected.index] ?? {};
    expectClose([estimate, standardError], [expected.survival, expected.standardError], 1e-12);
    expectClose([low, high], [expected.low, expected.high], 1e-12);
    expectClose([hazard[expected.index]?.estimate ?? null], [expected.cumulativeHazard], 1e-12);
    const { estimate: area } = restrictedMeanLifetime(lifetimes, { horizon: expected.index + 1.5 });
    expectClose([area], [expected.area], 1e-12);
  }
});
