import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  type Answer,
  ces,
  csat,
  csatMean,
  type Estimate,
  easeShare,
  netEase,
  nps,
} from "../../../src/index.ts";

/** Every metric of answers, on a scale that all the answers below fit. */
const scale = [0, 10] as const;
const metrics: Record<string, (answers: Iterable<Answer>) => Estimate> = {
  nps,
  csat: (answers) => csat(answers, { scale, satisfiedFrom: 8 }),
  csatMean: (answers) => csatMean(answers, { scale }),
  ces: (answers) => ces(answers, { scale }),
  easeShare: (answers) => easeShare(answers, { scale, easy: [8, 10] }),
  netEase: (answers) => netEase(answers, { scale, easy: [8, 10], difficult: [0, 3] }),
};

describe.each(Object.entries(metrics))("%s", (_, metric) => {
  test("no rows, or nobody answered: null, never 0 or NaN", () => {
    for (const answers of [[], [null, undefined], [{ score: null }, { score: undefined, count: 3 }]]) {
      const { estimate, low, high, standardError, n } = metric(answers);
      expect([estimate, low, high, standardError, n]).toEqual([null, null, null, null, 0]);
    }
  });

  test("null and undefined are unanswered, not a score of 0", () => {
    const record = metric([null, 9, undefined, { score: null, count: 7 }]);
    expect(record).toMatchObject({ n: 1, missing: 9, estimate: metric([9]).estimate });
  });

  test.each([["10"], [true], [[9]], [10n], [""], [{}], [{ rating: 9 }], [new Date(0)], [Symbol("9")]])(
    "%s is not a score",
    (answer) => {
      expect(() => metric([1, answer as unknown as Answer])).toThrow(
        /answers\[1\] must (be an integer|have a field score)/,
      );
      expect(() => metric([1, { score: answer } as unknown as Answer])).toThrow(
        /answers\[1\]\.score must be/,
      );
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 6.5, 8.5, -1, 11, 1e300])(
    "%d is an error, never coerced or clamped",
    (score) => {
      expect(() => metric([5, score])).toThrow(
        `answers[1] must be an integer from 0 to 10, received ${score}`,
      );
      expect(() => metric(Float64Array.of(5, score))).toThrow("answers[1] must be");
    },
  );

  test("a hole in an array is unanswered, and indexes stay right", () => {
    const sparse: Answer[] = [];
    sparse[3] = 9;
    expect(metric(sparse)).toMatchObject({ n: 1, missing: 3 });
    sparse[5] = 99;
    expect(() => metric(sparse)).toThrow("answers[5] must be");
  });

  test("ten million rows, without spread or recursion", () => {
    expect(metric(new Uint8Array(10_000_000).fill(9)).n).toBe(10_000_000);
    expect(metric(new Array(1_000_000).fill(9)).n).toBe(1_000_000);
  });

  test("frozen rows and every typed array are accepted, and left alone", () => {
    const rows = Object.freeze([{ score: 9 }, { score: 3 }].map((row) => Object.freeze(row)));
    const expected = metric([9, 3]);
    expect(metric(rows)).toEqual(expected);
    const lists = [
      Uint8Array,
      Uint8ClampedArray,
      Int8Array,
      Uint16Array,
      Int32Array,
      Float32Array,
      Float64Array,
    ];
    for (const List of lists) {
      const list = List.of(9, 3);
      expect(metric(list)).toEqual(expected);
      expect([...list]).toEqual([9, 3]);
    }
    expect(() => metric(BigInt64Array.of(9n) as unknown as Answer[])).toThrow("answers[0] must be");
    expect(() => metric(new DataView(new ArrayBuffer(2)) as unknown as Answer[])).toThrow(
      "answers must be an iterable",
    );
  });

  test("an off-scale byte is found where it stands", () => {
    expect(() => metric(Uint8Array.of(1, 2, 11, 200))).toThrow(
      "answers[2] must be an integer from 0 to 10, received 11",
    );
  });

  test("a one-shot iterator and a getter are read once", () => {
    let reads = 0;
    const row = {
      get score() {
        reads += 1;
        return 9;
      },
    };
    function* once(): Generator<Answer> {
      yield row;
      yield 3;
    }
    expect(metric(once())).toEqual(metric([9, 3]));
    expect(reads).toBe(1);
    expect(metric(new Set([9, 3]))).toEqual(metric([9, 3]));
  });

  test("rows from another realm", () => {
    const foreign = runInNewContext("[{ score: 9 }, 3, null]") as Answer[];
    expect(metric(foreign)).toEqual(metric([9, 3, null]));
    expect(metric(runInNewContext("Uint8Array.of(9, 3)") as Uint8Array)).toEqual(metric([9, 3]));
  });

  test("BigInt counts are read when they are safe, and the result is JSON-safe", () => {
    const record = metric([{ score: 9, count: 2n }, 3]);
    expect(record).toEqual(metric([9, 9, 3]));
    expect(() => JSON.stringify(record)).not.toThrow();
    for (const count of [0, -1, 1.5, "2", null, 0n, 2n ** 53n, Number.NaN])
      expect(() => metric([{ score: 9, count: count as number }])).toThrow(
        "answers[0].count must be an integer from 1",
      );
    const most = { score: 9, count: Number.MAX_SAFE_INTEGER };
    expect(() => metric([most, most])).toThrow("n + missing must be an integer from 0 to 2^53 - 1");
  });

  test("minus zero never comes out", () => {
    for (const value of Object.values(metric([-0, 0]))) expect(Object.is(value, -0)).toBe(false);
  });

  test("an instant, a zone or a clock plays no role", () => {
    const { TZ } = process.env;
    process.env.TZ = "Pacific/Kiritimati";
    const elsewhere = metric([9, 3, 10]);
    process.env.TZ = TZ;
    expect(metric([9, 3, 10])).toEqual(elsewhere);
  });
});
