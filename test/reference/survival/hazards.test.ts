import { describe, expect, test } from "vitest";
import { hazardByPeriod } from "../../../src/index.ts";
import { expectClose, rowsOf } from "./fixture.ts";
import curves from "./fixtures/curves.json" with { type: "json" };
import hazards from "./fixtures/hazards.json" with { type: "json" };

describe.each(hazards.cases)(`hazard by period of $name (${hazards.madeBy})`, (expected) => {
  const columns = curves.cases.find(({ name }) => name === expected.name);
  if (columns === undefined) throw new Error(`no rows of ${expected.name}`);
  const rows = hazardByPeriod(rowsOf(columns), { period: expected.period });
  // R was asked about the periods that end before the longest lifetime does.
  const whole = rows.slice(0, expected.share.length);

  test("share, standard error and Wilson's interval", () => {
    expect(rows.length - whole.length).toBeLessThanOrEqual(1);
    // R multiplies logarithms: what it loses is absolute.
    whole.forEach((row, index) => {
      expect(row.estimate).toBeCloseTo(expected.share[index] ?? Number.NaN, 12);
      expect(row.standardError).toBeCloseTo(expected.standardError[index] ?? Number.NaN, 12);
    });
    const inside = whole.map((row) => row.estimate !== null && row.estimate > 0 && row.estimate < 1);
    expectClose(
      whole.map((row, index) => (inside[index] ? row.low : null)),
      expected.low,
      1e-9,
    );
    expectClose(
      whole.map((row, index) => (inside[index] ? row.high : null)),
      expected.high,
      1e-9,
    );
  });
});
