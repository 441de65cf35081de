import { describe, expect, it } from "vitest";
import { type BacktestModel, backtest, type TransactionRow } from "../../../src/index.ts";

const ends = { calibrationEnd: "2024-01-31", asOf: "2024-02-20", model: "nbd" } as const;
const on = (customerId: string, ...days: readonly string[]): TransactionRow[] =>
  days.map((day) => ({ customerId, at: `2024-${day}`, amount: 10 }));

describe("hazard 25: what cannot be fitted is null, with a reason, and no exception", () => {
  it.each(["nbd", "bgNbd", "mbgNbd", "paretoNbd"] as const)(
    "%s, nobody bought twice",
    (model: BacktestModel) => {
      const once = backtest([...on("ann", "01-01", "02-03"), ...on("bob", "01-10")], { ...ends, model });
      expect(once).toMatchObject({ n: 2, actual: 1, expected: null, low: null, high: null, deciles: [] });
      expect(once.error).toBeNull();
      expect(once.rootMeanSquaredError).toBeNull();
      expect(once.reason).toMatch(/nobody bought twice/);
      expect(once.baselines[0]).toMatchObject({ expected: 0, error: -1, modelIsBetter: null });
      expect(once.beatsBaselines).toBeNull();
      expect(once.byFrequency[0]).toEqual({ frequency: 0, n: 2, meanActual: 0.5, meanExpected: null });
      expect(once.tracking.at(-1)).toMatchObject({ cumulativeActual: 1, cumulativeExpected: null });
    },
  );

  it("no rows, and nobody before the end of calibration", () => {
    for (const [given, newCustomers] of [
      [[], 0],
      [on("eve", "02-05"), 1],
    ] as const) {
      const none = backtest(given, { ...ends, model: "bgNbd" });
      expect(none).toMatchObject({
        n: 0,
        actual: 0,
        expected: null,
        newCustomers,
        tracking: [],
        deciles: [],
      });
      expect(none.reason).toBe("there are no customers");
      expect(none.baselines.map(({ expected }) => expected)).toEqual([null, null]);
      expect(none.byFrequency.map(({ n }) => n)).toEqual(Array(8).fill(0));
    }
  });

  it("a calibration of one day has no time before it for a baseline", () => {
    const one = backtest(on("ann", "01-31", "02-01"), ends);
    expect(one.baselines.map(({ expected }) => expected)).toEqual([null, null]);
  });

  it("nothing bought in the holdout: no relative error", () => {
    const given = [...on("ann", "01-01", "01-05", "01-12", "01-25"), ...on("bob", "01-10")];
    const quiet = backtest(given, ends);
    expect(quiet).toMatchObject({ actual: 0, relativeError: null });
    expect(quiet.expected).toBeGreaterThan(0);
    expect(quiet.error).toBe(quiet.expected);
  });
});
