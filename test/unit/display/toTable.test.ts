import { describe, expect, test } from "vitest";
import { toTable } from "../../../src/display/index.ts";

describe("toTable", () => {
  test("lines text up at the left and numbers at the right", () =>
    expect(
      toTable([
        { plan: "free", customers: 1200 },
        { plan: "pro", customers: null },
      ]),
    ).toBe("plan  customers\nfree      1,200\npro           –"));
});
