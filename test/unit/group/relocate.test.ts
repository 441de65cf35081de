import { describe, expect, it } from "vitest";
import { InvalidInputError } from "../../../src/errors.ts";
import { rolling } from "../../../src/group/rolling.ts";
import { rollup } from "../../../src/group/rollup.ts";
import { timeline } from "../../../src/group/timeline.ts";
import { nps } from "../../../src/survey/nps.ts";
import { calendarMonths } from "../../../src/time/calendarMonths.ts";

const rows = [
  { channel: "web", plan: 3, on: "2024-01-05", score: 9 },
  { channel: "app", plan: 1, on: "2024-01-06", score: 9 },
  { channel: "app", plan: 1, on: "2024-02-07", score: 11 },
];
const months = { at: (row: { readonly on: string }) => row.on, bucket: calendarMonths() };

function thrownBy(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

describe("an error of the metric", () => {
  it("names the group, and keeps what was needed and what came", () => {
    const error = thrownBy(() => rollup(rows, ["channel"], nps));
    expect(error).toMatchObject({
      name: "InvalidInputError",
      message: 'Cannot roll up: group["app"].answers[1].score must be an integer from 0 to 10, received 11',
      path: 'group["app"].answers[1].score',
      requirement: "must be an integer from 0 to 10",
      received: 11,
    });
  });

  it("names all labels as JSON writes them, in the order of by", () => {
    const labels = { z: () => "a b", 1: () => 3, t: () => true, nothing: () => undefined };
    expect(() => rollup(rows, labels, nps)).toThrow(': group[3, "a b", true, null].answers[2].score must');
    // An object would put "7" first; the compiler takes it for a number.
    const by = ["a", "7"] as string[] as "a"[];
    expect(() => rollup([{ 7: 1, a: "x", score: 11 }], by, nps)).toThrow(
      ': group["x", 1].answers[0].score must',
    );
  });

  it("names the period, for a rolling metric the last of the window", () => {
    expect(() => timeline(rows, months, nps)).toThrow(
      'Cannot compute a timeline: period["2024-02"].answers[0].score must be an integer from 0 to 10',
    );
    expect(() => rolling(rows, { ...months, width: 2 }, nps)).toThrow(
      'Cannot compute a rolling metric: period["2024-02"].answers[2].score must be',
    );
  });

  it("names the period within the group", () => {
    const byMonth = (group: readonly (typeof rows)[number][]) => timeline(group, months, nps);
    expect(() => rollup(rows, ["channel"], byMonth)).toThrow(
      ': group["app"].period["2024-02"].answers[0].score must',
    );
  });

  it("stays as it is without labels", () => {
    expect(() => rollup(rows, [], nps)).toThrow("Cannot compute nps: answers[2].score must");
  });

  it("is told by its name, and errors of other kinds pass untouched", () => {
    const own = new RangeError("the caller's own");
    const foreign = { name: "InvalidInputError", path: "a", requirement: "must be b", received: 1 };
    const throwing = (error: unknown) => (): object => {
      throw error;
    };
    for (const call of [
      (metric: () => object) => rollup(rows, ["channel"], metric),
      (metric: () => object) => timeline(rows, months, metric),
      (metric: () => object) => rolling(rows, { ...months, width: 1 }, metric),
    ]) {
      expect(thrownBy(() => call(throwing(own)))).toBe(own);
      expect(thrownBy(() => call(throwing("text")))).toBe("text");
      expect(thrownBy(() => call(throwing(foreign)))).toBeInstanceOf(InvalidInputError);
    }
  });

  it("shows labels cut short and without characters that turn text around", () => {
    const label = `\u202e"\n${"x".repeat(1000)}`;
    const error = thrownBy(() => rollup([11], { label: () => label }, nps)) as InvalidInputError;
    expect(error.path).toBe(`group["\\"${"x".repeat(57)}…"].answers[0]`);
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe("a metric that returns a promise", () => {
  const thenIs = (then: unknown): object => Object.fromEntries(["then"].map((field) => [field, then]));
  it.each([
    ["alone", async () => ({ n: 1 })],
    ["in a list", () => [Promise.resolve({ n: 1 })]],
    ["of another kind", () => thenIs(() => undefined)],
  ])("%s is an error", (_, metric: () => object) => {
    const requirement = "metric must return a record or an array of records, not a promise";
    expect(() => rollup(rows, ["channel"], metric)).toThrow(`Cannot roll up: ${requirement}`);
    expect(() => timeline(rows, months, metric)).toThrow(requirement);
    expect(() => rolling(rows, { ...months, width: 1 }, metric)).toThrow(requirement);
  });
  it("is told from one whose record has a field of that name", () => {
    expect(rollup(rows, [], () => thenIs("later"))).toEqual([thenIs("later")]);
  });
});
