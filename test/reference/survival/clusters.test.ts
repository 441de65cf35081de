import { describe, expect, test } from "vitest";
import { clusteredCurve } from "../../../src/retention/clusteredSurvival.ts";
import { curveQuantile } from "../../../src/retention/curveQuantile.ts";
import { curveRows } from "../../../src/retention/kaplanMeier.ts";
import { readLifetimes } from "../../../src/history/lifetimes.ts";
import { expectClose, rowsOf } from "./fixture.ts";
import fixture from "./fixtures/clusters.json" with { type: "json" };

describe(`clustered standard errors (${fixture.madeBy})`, () => {
  test.each(fixture.cases.map((expected, index) => [index, expected] as const))("case %i", (_, expected) => {
    const columns = readLifetimes("test", rowsOf(expected));
    const curve = clusteredCurve(
      columns,
      Int32Array.from(expected.cluster, (cluster) => cluster - 1),
    );
    const rows = curveRows(curve, "log", 0.95);
    expect(rows.map((row) => row.time)).toEqual(expected.time);
    expectClose(
      rows.map((row) => row.estimate),
      expected.survival,
    );
    // R has none where the curve is 0 or 1.
    const errors = rows.map((row) => (row.estimate === 0 ? null : row.standardError));
    expectClose(errors, expected.standardError, 1e-10);
    expectClose(
      rows.map((row) => row.low),
      expected.low,
      1e-10,
    );
    expectClose(
      rows.map((row) => row.high),
      expected.high,
      1e-10,
    );
    const quantiles = [0.25, 0.5, 0.75].map((probability) =>
      curveQuantile("gaps", curve, probability, { method: "log", level: 0.95 }),
    );
    expect(quantiles.map((row) => row.estimate)).toEqual(expected.quantiles);
    expect(quantiles.map((row) => row.low)).toEqual(expected.quantileLow);
    expect(quantiles.map((row) => row.high)).toEqual(expected.quantileHigh);
  });
});
