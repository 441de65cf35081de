import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  kaplanMeier,
  type LifetimeRow,
  restrictedMeanLifetime,
  survivalAt,
  tallyLifetimes,
} from "../../../src/index.ts";
import { expectInterval } from "../../support/expectInterval.ts";

/** Times as papers print them: + is censored. */
const printed = (text: string): LifetimeRow[] =>
  text.split(" ").map((time) => ({ duration: Number.parseFloat(time), churned: !time.endsWith("+") }));

// Acute myelogenous leukemia, weeks in remission: data and numbers from the handbook of R's survival 3.5-3 (`aml`).
describe("aml", () => {
  const maintained = printed("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
  const others = printed("5 5 8 8 12 16+ 23 27 30 33 43 45");

  test("the curve", () => {
    const curve = kaplanMeier(maintained).filter((row) => row.events > 0);
    const expected = [
      [9, 0.9090909091],
      [13, 0.8181818182],
      [18, 0.7159090909],
      [23, 0.6136363636],
      [31, 0.4909090909],
      [34, 0.3681818182],
      [48, 0.1840909091],
    ] as const;
    expect(curve).toHaveLength(expected.length);
    expected.forEach(([time, estimate], index) => {
      expect(curve[index]?.time).toBe(time);
      expect(curve[index]?.estimate).toBeCloseTo(estimate, 10);
    });
    expect(curve[0]?.standardError).toBeCloseTo(0.0866784172, 10);
  });

  test("log-log intervals", () => {
    const [at9, at23] = survivalAt(kaplanMeier(maintained), [9, 23]);
    expectInterval(at9 ?? { low: null, high: null }, 0.50808020577, 0.9866738227, 10);
    expectInterval(at23 ?? { low: null, high: null }, 0.265752040001, 0.8352992433, 10);
  });

  test("restricted means to 40 weeks", () => {
    const a = restrictedMeanLifetime(maintained, { horizon: 40 });
    const b = restrictedMeanLifetime(others, { horizon: 40 });
    expect(a.estimate).toBeCloseTo(28.89772727, 8);
    expect(a.standardError).toBeCloseTo(3.467577679, 9);
    expect(b.estimate).toBeCloseTo(21.93055556, 8);
    expect(b.standardError).toBeCloseTo(3.835641163, 9);
  });
});

// Telco customer churn: 7,043 customers, 1,869 of whom left, 11 with a tenure of 0 months. Numbers: R's survival 3.5-3.
const telco = "../shared/data/telco-churn.csv";
describe("telco churn", () => {
  const read = (): LifetimeRow[] => {
    const [head = "", ...lines] = readFileSync(telco, "utf8").trim().split(/\r?\n/);
    const names = head.split(",");
    const [tenure, churn] = [names.indexOf("tenure"), names.indexOf("Churn")];
    return lines.map((line) => {
      const cells = line.split(",");
      return { duration: Number(cells[tenure]), churned: cells[churn] === "Yes" };
    });
  };

  test.skipIf(!existsSync(telco))("curve, intervals and restricted mean", () => {
    const rows = read();
    expect(rows.filter((row) => row.churned)).toHaveLength(1869);
    expect(rows.filter((row) => row.duration === 0)).toHaveLength(11);
    const curve = kaplanMeier(rows);
    expect(curve[0]).toMatchObject({ time: 1, atRisk: 7032, n: 7043 });
    const [at12, at72] = survivalAt(curve, [12, 72]);
    expect(at12?.estimate).toBeCloseTo(0.8431995538, 10);
    expectInterval(at12 ?? { low: null, high: null }, 0.8341686858, 0.8517833207, 10);
    const [log12] = survivalAt(kaplanMeier(rows, { method: "log" }), [12]);
    expectInterval(log12 ?? { low: null, high: null }, 0.8344408889, 0.8520501536, 10);
    expect(at72?.estimate).toBeCloseTo(0.5927901521, 10);
    const mean = restrictedMeanLifetime(rows, { horizon: 72 });
    expect(mean.estimate).toBeCloseTo(54.4923871067, 10);
    expect(mean.standardError).toBeCloseTo(0.3477500156, 10);
    expect(kaplanMeier(tallyLifetimes(rows))).toEqual(curve);
  });
});
