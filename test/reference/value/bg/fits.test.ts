import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../../../src/value/fitBgNbd.ts";
import { fitMbgNbd } from "../../../../src/value/fitMbgNbd.ts";
import { fitNbd } from "../../../../src/value/fitNbd.ts";

interface Fit {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  readonly standardErrors: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

type Row = readonly [frequency: number, recency: number, age: number, count: number];

/** See fits.py, which writes it. */
const { sets } = JSON.parse(readFileSync(new URL("fixtures/fits.json", import.meta.url), "utf8")) as {
  readonly sets: readonly { readonly rows: readonly Row[]; readonly fits: Readonly<Record<string, Fit>> }[];
};

function expectAll(values: readonly (number | null)[], expected: readonly number[], relative: number): void {
  expect(values).toHaveLength(expected.length);
  values.forEach((value, i) => {
    expect(Math.abs((value ?? NaN) / (expected[i] as number) - 1), `number ${i}`).toBeLessThanOrEqual(
      relative,
    );
  });
}

describe.each([0, 1])("simulated set %i against numpy and scipy", (at) => {
  const { rows, fits } = sets[at] as (typeof sets)[number];
  const customers = rows.map(([frequency, recency, age, count]) => ({ frequency, recency, age, count }));

  test.each([
    ["nbd", fitNbd],
    ["bgNbd", fitBgNbd],
    ["mbgNbd", fitMbgNbd],
  ] as const)(
    "%s: parameters to 1e-6, log-likelihood to 1e-8, errors and covariance to 1e-4",
    (model, fitModel) => {
      const expected = fits[model] as Fit;
      const fit = fitModel(customers);
      expect(fit).toMatchObject({
        model,
        converged: true,
        boundary: null,
        n: rows.reduce((sum, row) => sum + row[3], 0),
      });
      expectAll(Object.values(fit.parameters), expected.parameters, 1e-6);
      expectAll([fit.logLikelihood], [expected.logLikelihood], 1e-8);
      expectAll(Object.values(fit.standardErrors), expected.standardErrors, 1e-4);
      expectAll(fit.covariance.flat(), expected.covariance.flat(), 1e-4);
    },
  );
});
