import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type CustomerRow,
  discountedExpectedPurchases,
  type Estimate,
  expectedPurchases,
  expectedPurchasesOfNewCustomer,
  type FittedPurchaseModel,
  probabilityAlive,
  purchaseCountDistribution,
} from "../../../../src/index.ts";

interface Asked {
  readonly question: string;
  readonly row: CustomerRow;
  readonly horizon: number;
  readonly discountRate: number;
  readonly purchases: number;
  /** Estimate, low, high, standard error: 17 digits. */
  readonly answer: readonly string[];
}

// Made by questions.py, beside this file: the published formulas with 40 digits.
const { fits } = JSON.parse(readFileSync(new URL("./fixtures/questions.json", import.meta.url), "utf8")) as {
  readonly fits: readonly { readonly fit: FittedPurchaseModel; readonly answers: readonly Asked[] }[];
};

function ask(fit: FittedPurchaseModel, asked: Asked): Estimate | undefined {
  const { row, horizon, discountRate, purchases } = asked;
  switch (asked.question) {
    case "probabilityAlive":
      return probabilityAlive(fit, [row])[0];
    case "expectedPurchases":
      return expectedPurchases(fit, [row], { horizon })[0];
    case "discountedExpectedPurchases":
      return discountedExpectedPurchases(fit, [row], { discountRate })[0];
    case "expectedPurchasesOfNewCustomer":
      return expectedPurchasesOfNewCustomer(fit, { horizon });
    default:
      return purchaseCountDistribution(fit, { horizon, most: 4 })[purchases];
  }
}

/** What the first number is off, relative to the second. */
function off(value: number | null | undefined, text: string | undefined): number {
  return Math.abs((value ?? Number.NaN) - Number(text)) / Math.max(Math.abs(Number(text)), 1e-300);
}

describe.each(fits)("answers of $fit.model", ({ fit, answers }) => {
  test.each(answers)("$question, $row, horizon $horizon, $purchases", (asked) => {
    const record = ask(fit, asked);
    const [estimate, low, high, standardError] = asked.answer;
    expect(off(record?.estimate, estimate)).toBeLessThan(1e-10);
    expect(off(record?.standardError, standardError)).toBeLessThan(1e-6);
    expect(off(record?.low, low)).toBeLessThan(1e-6);
    expect(off(record?.high, high)).toBeLessThan(1e-6);
  });
});

test("there are enough of them", () => {
  expect(fits.length).toBe(5);
  expect(fits.flatMap(({ answers }) => answers).length).toBeGreaterThan(40);
});
