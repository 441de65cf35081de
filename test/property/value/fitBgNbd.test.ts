import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../../src/value/fitBgNbd.ts";
import { fitMbgNbd } from "../../../src/value/fitMbgNbd.ts";
import { fitNbd } from "../../../src/value/fitNbd.ts";
import type { ModelFit } from "../../../src/value/modelFit.ts";
import { tallyCustomers } from "../../../src/value/tallyCustomers.ts";
import { deepFreeze } from "../../support/answers.ts";
import { simulated } from "./simulated.ts";

const ROW = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 1, max: 10 }),
    fc.integer({ min: 0, max: 10 }),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([frequency, last, more, count]) => {
    const recency = frequency === 0 ? 0 : last;
    return { frequency, recency, age: recency + more, count };
  });
const ROWS = fc.array(ROW, { maxLength: 12 });

describe.each([
  ["nbd", fitNbd as (...args: Parameters<typeof fitNbd>) => ModelFit],
  ["bgNbd", fitBgNbd as (...args: Parameters<typeof fitBgNbd>) => ModelFit],
  ["mbgNbd", fitMbgNbd as (...args: Parameters<typeof fitMbgNbd>) => ModelFit],
] as const)("the fit of %s", (model, fitModel) => {
  test("whatever the data: a JSON-safe record, whose reason stands where something is not determined", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const record = fitModel(deepFreeze(rows));
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
        expect(record.n).toBe(rows.reduce((sum, { count }) => sum + count, 0));
        const numbers = [...Object.values(record.parameters), ...Object.values(record.standardErrors)];
        if (numbers.includes(null) || !record.converged) expect(record.reason).toMatch(/\w/);
        if (record.boundary !== null && record.converged) expect(record.parameters[record.boundary]).toBe(0);
        if (record.converged && record.boundary === null)
          for (const value of Object.values(record.parameters)) expect(value).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test("the order of rows, a count instead of copies, and a tally change nothing", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const record = fitModel(rows);
        expect(fitModel([...rows].reverse())).toEqual(record);
        const copies = rows.flatMap(({ count, ...row }) => Array.from({ length: count }, () => row));
        expect(fitModel(copies)).toEqual(record);
        expect(fitModel(tallyCustomers(copies))).toEqual(record);
        expect(fitModel(rows.values())).toEqual(record);
      }),
      { numRuns: 15 },
    );
  });

  const truth = { nbd: [0.8, 5], bgNbd: [0.8, 5, 1.2, 2.5], mbgNbd: [0.8, 5, 1.2, 2.5] }[model];
  const customers = simulated(model, truth, 4000, [20, 60], 7);

  test("simulated customers give back their parameters within 4 standard errors", () => {
    const record = fitModel(customers);
    expect(record).toMatchObject({ converged: true, boundary: null });
    Object.entries(record.parameters).forEach(([name, value], i) => {
      const error = record.standardErrors[name] as number;
      expect(Math.abs((value as number) - (truth[i] as number)), name).toBeLessThan(4 * error);
    });
  });

  test("a unit c times smaller moves log L by -sum(x) log c and alpha by c, and nothing else", () => {
    const c = 7;
    const some = customers.slice(0, 1500);
    const [record, other] = [
      fitModel(some),
      fitModel(some.map((one) => ({ ...one, recency: c * one.recency, age: c * one.age }))),
    ];
    const purchases = some.reduce((sum, { frequency }) => sum + frequency, 0);
    const moved = (other.logLikelihood as number) + purchases * Math.log(c);
    expect(Math.abs(moved / (record.logLikelihood as number) - 1)).toBeLessThan(1e-12);
    for (const [name, value] of Object.entries(record.parameters)) {
      const factor = name === "alpha" ? c : 1;
      const ratio = (of: number | null | undefined, to: number | null | undefined): number =>
        (of as number) / (to as number) / factor - 1;
      expect(Math.abs(ratio(other.parameters[name], value)), name).toBeLessThan(1e-6);
      expect(Math.abs(ratio(other.standardErrors[name], record.standardErrors[name])), name).toBeLessThan(
        1e-4,
      );
    }
  });
});
