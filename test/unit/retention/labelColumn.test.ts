import { expect, test } from "vitest";
import { labelRanks } from "../../../src/retention/labelColumn.ts";

test("labels of all kinds have one order, whichever came first", () => {
  const labels = [null, false, true, -1, 2, 10, "", "10", "2", "a", "é"];
  expect([...labelRanks(labels)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect([...labelRanks([...labels].reverse())]).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  const mixed = ["a", 10, null, "2", true, 2];
  expect([...labelRanks(mixed)]).toEqual([5, 3, 0, 4, 1, 2]);
});
