import { describe, expect, it, test } from "vitest";
import { checkNames } from "../../src/check.ts";
import {
  calendarMonths,
  latestPerRespondent,
  lifetimesFromSubscriptions,
  netRevenueRetention,
  nps,
  quickRatio,
  rolling,
  rollup,
  timeline,
} from "../../src/index.ts";

it("names what is known, and what came", () => {
  expect(() => checkNames("compute", "option", { level: 0.9, levle: 0.9 }, ["level", "seed"])).toThrow(
    'Cannot compute: option must be one of level, seed, received "levle"',
  );
  expect(() => checkNames("compute", "option", {}, [])).not.toThrow();
});

it("names what could be given where nothing came", () => {
  for (const nothing of [undefined, null])
    expect(() => checkNames("compute", "option", nothing as never, ["asOf", "unit"])).toThrow(
      `Cannot compute: options must be a record of asOf, unit, received ${nothing}`,
    );
  expect(() => lifetimesFromSubscriptions([], undefined as never)).toThrow(
    "options must be a record of asOf",
  );
  expect(() => quickRatio([], undefined as never)).toThrow("options must carry from, to, received undefined");
  expect(() => netRevenueRetention([], undefined as never)).toThrow("options must carry from, to");
});

it("takes names of methods for unknown ones", () => {
  expect(() => checkNames("compute", "option", [{ level: 0.9 }], ["level"])).toThrow(
    "must be a record of level",
  );
  expect(() => checkNames("compute", "option", { toString: 1 }, ["level"])).toThrow('"toString"');
  expect(() => checkNames("compute", "option", JSON.parse('{"__proto__":1}'), [])).toThrow('"__proto__"');
});

/** Options as a caller without types may write them. */
const untyped = (options: object): never => options as never;

describe("an unknown option is an error, even before the first row", () => {
  const at = (): number => 0;
  const months = { at, bucket: calendarMonths() };
  test.each([
    ["roll up", "minimum", () => rollup([], [], nps, untyped({ minimun: 5 }))],
    [
      "compute a timeline",
      "at, bucket, from, to, minimum",
      () => timeline([], untyped({ ...months, minimun: 5 }), nps),
    ],
    [
      "compute a rolling metric",
      "at, bucket, from, to, minimum, width",
      () => rolling([], untyped({ ...months, width: 1, minimun: 5 }), nps),
    ],
    [
      "find the latest row per respondent",
      "respondent, at",
      () => latestPerRespondent([], untyped({ at, respondent: at, minimun: 5 })),
    ],
  ])("%s", (task, known, call) => {
    expect(call).toThrow(`Cannot ${task}: option must be one of ${known}, received "minimun"`);
  });

  test("all known ones pass", () => {
    const all = { ...months, from: 0, to: 0, minimum: 1 };
    expect(timeline([1], all, () => ({ n: 1 }))).toHaveLength(1);
    expect(rolling([1], { ...all, width: 1 }, () => ({ n: 1 }))).toHaveLength(1);
    expect(rollup([1], [], () => ({ n: 1 }), { minimum: 1 })).toHaveLength(1);
  });
});
