import { expect, test } from "vitest";
import { responseRate } from "../../../src/index.ts";

test("15 of 60", () => {
  const record = responseRate({ completed: 15, invited: 60n });
  expect(record).toMatchObject({ metric: "responseRate", unit: "share", estimate: 0.25, n: 60 });
  expect(record).toMatchObject({ completed: 15, invited: 60, method: "wilson" });
});

test("nobody was invited", () => {
  expect(responseRate({ completed: 0, invited: 0 })).toMatchObject({ n: 0, estimate: null, low: null });
});

test("more completed than invited is an error", () => {
  expect(() => responseRate({ completed: 3, invited: 2 })).toThrow(
    "Cannot compute responseRate: counts.completed must be at most counts.invited, 2, received 3",
  );
});
