import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fitBdw, fitBgBb, fitGammaGamma, fitParetoNbd, type ModelFit } from "../../../../src/index.ts";

interface Case {
  readonly model: "gammaGamma" | "bdw" | "bgBb" | "paretoNbd";
  readonly rows: readonly (readonly number[])[];
  readonly logLikelihood: number;
}

const { cases } = JSON.parse(readFileSync(new URL("fixtures/maxima.json", import.meta.url), "utf8")) as {
  readonly cases: readonly Case[];
};

function fitOf({ model, rows }: Case): ModelFit {
  const at = (row: readonly number[], index: number): number => row[index] as number;
  const customers = rows.map((row) => ({
    frequency: at(row, 0),
    recency: at(row, 1),
    age: at(row, 2),
    count: at(row, 3),
  }));
  if (model === "bgBb") return fitBgBb(customers);
  if (model === "paretoNbd") return fitParetoNbd(customers);
  if (model === "gammaGamma")
    return fitGammaGamma(
      rows.map((row) => ({ frequency: at(row, 0), monetaryValue: at(row, 1), count: at(row, 2) })),
    );
  return fitBdw(
    rows.map((row) => ({
      duration: at(row, 0),
      churned: at(row, 1) === 1,
      entry: at(row, 2),
      count: at(row, 3),
    })),
  );
}

// Of each kind of trouble: a higher maximum inside the range, one at infinity, and one where some leave at once.
test.each(cases.map((each, index) => ({ each, name: `${index + 1}: ${each.model}` })))(
  "no search finds anything likelier: $name",
  ({ each }) => {
    expect(fitOf(each).logLikelihood).toBeGreaterThan(each.logLikelihood - 1e-6);
  },
);
