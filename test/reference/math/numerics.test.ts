import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { measure } from "./measured.ts";
import { numericsTable, roundUp, withTable } from "./numericsTable.ts";

const page = new URL("../../../docs/methods/numerics.md", import.meta.url);

it("prints in docs/methods/numerics.md what is measured now (UPDATE_DOCS=1 rewrites the table)", () => {
  const committed = readFileSync(page, "utf8");
  const fresh = withTable(committed, numericsTable(measure()));
  if (process.env.UPDATE_DOCS === "1") writeFileSync(page, fresh);
  expect(readFileSync(page, "utf8")).toBe(fresh);
});

it("rounds errors up to one significant digit", () => {
  expect([3.1e-15, 4e-12, 9.7e-14, 0].map(roundUp)).toEqual(["4e-15", "4e-12", "1e-13", "0"]);
});
