import { runInNewContext } from "node:vm";
import { describe, expect, expectTypeOf, it } from "vitest";
import * as z from "zod";
import { nps } from "../../../src/index.ts";
import { type ScoreRowOptions, safeParseScoreRows, scoreRowSchema } from "../../../src/schemas/index.ts";

const read = (record: unknown, options: ScoreRowOptions = {}): unknown =>
  scoreRowSchema(options).parse(record);

/** The issues as `field: message`. */
const problems = (record: unknown, options: ScoreRowOptions = {}): string[] =>
  (scoreRowSchema(options).safeParse(record).error?.issues ?? []).map(
    ({ path, message }) => `${path.join()}: ${message}`,
  );

describe("fields", () => {
  it("are renamed when they are mapped, and all others pass through", () => {
    const fields = { score: "recommend", count: "n", at: "respondedAt" };
    const record = { channel: "web", recommend: 9, n: 3n, respondedAt: new Date(0), tags: ["a"] };
    expect(read(record, { fields })).toEqual({
      channel: "web",
      tags: ["a"],
      score: 9,
      count: 3,
      at: "1970-01-01T00:00:00.000Z",
    });
  });

  it("count and at are read under their own names when they are there", () => {
    expect(read({ score: 9 })).toEqual({ score: 9 });
    expect(read({ score: 9, count: 2, at: "2024-01-15" })).toEqual({ score: 9, count: 2, at: "2024-01-15" });
    expect(problems({ score: 9, count: 0, at: "soon" })).toHaveLength(2);
  });

  it("that are named must be there", () => {
    const absent = (known: string, name: string): string =>
      `must be there: the record has ${known}; say which of its fields to read in fields.${name}`;
    expect(problems({})).toEqual([`score: ${absent("no fields", "score")}`]);
    expect(problems({ score: 9 }, { fields: { count: "n", at: "t" } })).toEqual([
      `n: ${absent('"score"', "count")}`,
      `t: ${absent('"score"', "at")}`,
    ]);
    expect(problems({}, { fields: { score: "toString" } })).toEqual([
      `toString: ${absent("no fields", "score")}`,
    ]);
    const wide = { Score: 9, b: 1, "c\u202e": 2, d: 3, e: 4, f: 5, g: 6 };
    expect(problems(wide)).toEqual([`score: ${absent('"Score", "b", "c", "d", "e" and 2 more', "score")}`]);
  });

  it("are never overwritten", () => {
    expect(problems({ score: 700, recommend: 9 }, { fields: { score: "recommend" } })).toEqual([
      'recommend: cannot become "score": the record has such a field, too',
    ]);
    expect(read({ score: 2, count: 9 }, { fields: { score: "count", count: "score" } })).toEqual({
      score: 9,
      count: 2,
    });
  });
});

describe("scores", () => {
  it.each([null, undefined])("%s is unanswered", (score) => expect(read({ score })).toEqual({ score: null }));
  it.each([0, -1, 6.5, 11, 1e308])("%d is a finite number, and the scale is the metric's business", (score) =>
    expect(read({ score })).toEqual({ score }),
  );
  it("never are -0", () => expect(Object.is((read({ score: -0 }) as { score: number }).score, 0)).toBe(true));

  it.each(["", "ten", true, [9], 9n, Number.NaN, Number.POSITIVE_INFINITY, {}, new Date(0)])(
    "%s is an error",
    (score) => expect(problems({ score })).toEqual(["score: must be a finite number"]),
  );

  it("in text are an error that says how to ask for them", () => {
    const remedy = "; to read numbers in text, set numericStrings: true";
    expect(problems({ score: "9", count: "2" })).toEqual([
      `score: must be a finite number${remedy}`,
      `count: must be an integer from 1 to 2^53 - 1${remedy}`,
    ]);
  });

  it("may be decimals in text, when asked", () => {
    const rows = ["10", "-1", "7.5", "0"].map((score) => read({ score }, { numericStrings: true }));
    expect(rows).toEqual([{ score: 10 }, { score: -1 }, { score: 7.5 }, { score: 0 }]);
  });

  it.each([
    "1e3",
    "0x10",
    " 10",
    "10 ",
    "",
    "10,5",
    "1_000",
    "+1",
    "01",
    ".5",
    "5.",
    "Infinity",
    "NaN",
    "１",
  ])("%j is not read as a number", (score) =>
    expect(problems({ score }, { numericStrings: true })).toHaveLength(1),
  );

  it("may be declared missing", () => {
    const options = { missing: [11, "N/A", "", false] };
    for (const score of [11, "N/A", "", false]) expect(read({ score }, options)).toEqual({ score: null });
    expect(problems({ score: "11" }, options)).toHaveLength(1);
    expect(read({ score: "11" }, { ...options, numericStrings: true })).toEqual({ score: null });
  });
});

describe("counts", () => {
  it.each([0, -1, 1.5, 2 ** 53, 2n ** 53n, "two", null, undefined])("%s is an error", (count) =>
    expect(problems({ score: 1, count })).toEqual(["count: must be an integer from 1 to 2^53 - 1"]),
  );
  it("may be text, when asked", () => {
    expect(read({ score: "1", count: "20" }, { numericStrings: true })).toEqual({ score: 1, count: 20 });
    expect(problems({ score: 1, count: "2.5" }, { numericStrings: true })).toHaveLength(1);
  });
});

describe("records", () => {
  it.each([null, undefined, 9, "9", [9], () => 9])("%s is none", (record) =>
    expect(problems(record)).toEqual([": must be a record with named fields"]),
  );

  it("may come from another realm or have no prototype", () => {
    expect(read(runInNewContext("({ score: 9, a: 1 })"))).toEqual({ score: 9, a: 1 });
    expect(read(Object.assign(Object.create(null), { score: 9 }))).toEqual({ score: 9 });
  });

  it("with an own __proto__ pollute nothing and keep it", () => {
    const row = read(JSON.parse('{ "__proto__": { "polluted": true }, "score": 9 }')) as object;
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(Object.keys(row)).toEqual(["__proto__", "score"]);
    expect("polluted" in row || "polluted" in {}).toBe(false);
  });

  it("are read once and left alone", () => {
    let reads = 0;
    const record = Object.freeze({
      get score() {
        reads += 1;
        return 9;
      },
    });
    expect(read(record)).toEqual({ score: 9 });
    expect(reads).toBe(1);
  });
});

it("composes with other schemas, and its rows go into metrics", () => {
  const schema = z.object({ answers: z.array(scoreRowSchema({ fields: { score: "s", at: "t" } })) });
  const { answers } = schema.parse({ answers: [{ s: 10, t: "2024-01-15" }] });
  expect(nps(answers).estimate).toBe(100);
  expectTypeOf(answers[0]?.at).toEqualTypeOf<string | number | undefined>();
  const { error } = schema.safeParse({ answers: [{ s: "x", t: "2024-01-15" }] });
  expect(error?.issues[0]?.path).toEqual(["answers", 0, "s"]);
});

it("knows from the options which fields a row has", () => {
  const mapped = scoreRowSchema({ fields: { count: "n", at: "t" } }).parse({ score: 1, n: 1, t: 0 });
  expectTypeOf(mapped.at).toEqualTypeOf<string | number>();
  expectTypeOf(mapped.count).toEqualTypeOf<number>();
  expectTypeOf(mapped.channel).toEqualTypeOf<unknown>();
  const plain = scoreRowSchema().parse({ score: 1 });
  expectTypeOf(plain.at).toEqualTypeOf<string | number | undefined>();
  expect([mapped, plain]).toEqual([{ score: 1, count: 1, at: 0 }, { score: 1 }]);
});

/** Options as a caller without types may write them. */
const untyped = (options: object): ScoreRowOptions => options as ScoreRowOptions;

describe("options", () => {
  it.each(["N/A", 11, new Set([11]), null])("missing must be an array, not %s", (missing) => {
    expect(() => scoreRowSchema(untyped({ missing }))).toThrow(
      'Cannot make a score row schema: missing must be an array of codes, such as [11, "N/A"], received',
    );
  });
  it("that are unknown are refused", () => {
    expect(() => scoreRowSchema(untyped({ mising: [11] }))).toThrow(
      'option must be one of fields, numericStrings, missing, wallClock, received "mising"',
    );
    expect(() => scoreRowSchema(untyped({ fields: { scor: "recommend" } }))).toThrow(
      'Cannot make a score row schema: fields must be one of score, count, at, received "scor"',
    );
    expect(() => safeParseScoreRows([], untyped({ mising: [11] }))).toThrow("option must be one of");
  });
});

it("refuses a zone that is none", () => {
  expect(() => scoreRowSchema({ wallClock: "Mars/Olympus" })).toThrow("wallClock must be an IANA zone");
});
