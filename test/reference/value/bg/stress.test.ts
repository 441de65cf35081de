import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bgNbdModel } from "../../../../src/value/bgNbdModel.ts";
import { mbgNbdModel } from "../../../../src/value/mbgNbdModel.ts";
import { nbdModel } from "../../../../src/value/nbdModel.ts";

interface Row {
  readonly model: "bgNbd" | "mbgNbd" | "nbd";
  readonly theta: readonly number[];
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly horizon: number;
  readonly discountRate: number;
  /** `null` is forever. */
  readonly discountedHorizon: number | null;
  readonly count: number;
  readonly countHorizon: number;
  readonly logLikelihood: number;
  readonly probabilityAlive: number;
  readonly expectedPurchases: number;
  readonly discountedPurchases: number;
  readonly newCustomerPurchases: number;
  readonly purchaseCount: number;
}

const MODELS = { bgNbd: bgNbdModel, mbgNbd: mbgNbdModel, nbd: nbdModel };

/** See stress.py, which writes it. */
const { rows } = JSON.parse(readFileSync(new URL("fixtures/stress.json", import.meta.url), "utf8")) as {
  readonly rows: readonly Row[];
};

/** What our formulas give for the arguments of a row. */
function computed(row: Row) {
  const { theta, x, tx, T, horizon, discountRate, discountedHorizon, count, countHorizon } = row;
  const model = MODELS[row.model];
  const probabilities = new Float64Array(count + 1);
  model.purchaseCounts(theta, countHorizon, probabilities);
  return {
    logLikelihood: model.logLikelihood(theta, x, tx, T),
    probabilityAlive: model.probabilityAlive(theta, x, tx, T),
    expectedPurchases: model.expectedPurchases(theta, x, tx, T, horizon),
    discountedPurchases: model.discountedPurchases(
      theta,
      x,
      tx,
      T,
      discountRate,
      discountedHorizon ?? Infinity,
    ),
    newCustomerPurchases: model.newCustomerPurchases(theta, horizon),
    purchaseCount: probabilities[count] as number,
  };
}

describe("NBD, BG/NBD and MBG/NBD against 40-digit mpmath", () => {
  const results = rows.map(computed);

  test("more than 150 points", () => {
    expect(rows.length).toBeGreaterThan(150);
  });

  test("log-likelihood within 1e-10 of max(1, |LL|)", () => {
    rows.forEach(({ logLikelihood }, i) => {
      const error = Math.abs((results[i]?.logLikelihood as number) - logLikelihood);
      expect(error, `row ${i}`).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(logLikelihood)));
    });
  });

  test.each([
    "probabilityAlive",
    "expectedPurchases",
    "discountedPurchases",
    "newCustomerPurchases",
    "purchaseCount",
  ] as const)("%s within 1e-10, relative", (name) => {
    rows.forEach((row, i) => {
      const error = Math.abs((results[i]?.[name] as number) - row[name]);
      expect(error, `row ${i}`).toBeLessThanOrEqual(1e-10 * row[name]);
    });
  });
});
