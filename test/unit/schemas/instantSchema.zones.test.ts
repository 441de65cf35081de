import { describe, expect, it } from "vitest";
import { instantSchema } from "../../../src/schemas/index.ts";

const messageOf = (value: unknown, wallClock?: string): string | undefined =>
  instantSchema(wallClock === undefined ? {} : { wallClock }).safeParse(value).error?.issues[0]?.message;

describe("an instant comes out JSON-safe", () => {
  it.each([
    ["2024-01-15T10:30:00Z", "2024-01-15T10:30:00Z"],
    ["2024-01-15 10:30:00+05:30", "2024-01-15 10:30:00+05:30"],
    ["2024-01-15", "2024-01-15"],
    [1705314600000, 1705314600000],
    [-0, 0],
    [new Date(1705314600000), "2024-01-15T10:30:00.000Z"],
    [{ [Symbol.toStringTag]: "Temporal.PlainDate", toString: () => "2024-01-15" }, "2024-01-15"],
    [
      {
        [Symbol.toStringTag]: "Temporal.ZonedDateTime",
        toString: () => "2024-01-15T10:30:00-05:00[America/Toronto]",
      },
      "2024-01-15T15:30:00.000Z",
    ],
  ])("%s", (value, expected) => {
    expect(instantSchema().parse(value)).toBe(expected);
    expect(instantSchema({ wallClock: "Asia/Tokyo" }).parse(value)).toBe(expected);
  });
});

describe("times without an offset", () => {
  it("are errors without a wall clock, which say how to name it", () => {
    const needed = 'must end in "Z" or an offset such as "-05:00"';
    expect(messageOf("2024-01-15T10:30")).toBe(`${needed}, or name its zone as wallClock`);
    expect(messageOf("2024-01-15 10:30:59.5")).toBe(`${needed}, or name its zone as wallClock`);
    expect(messageOf("2024-01-15T10:30 EST")).toBe(needed);
  });
  it("and digits must not be taken for milliseconds", () =>
    expect(messageOf("1705276800000")).toMatch(/^must be ISO 8601 text such as "2024-01-15"/));

  it.each([
    // America/Toronto is UTC-5 in winter and UTC-4 in summer; it changed on 2024-03-10 and 2024-11-03.
    ["2024-01-15T10:30", "America/Toronto", "2024-01-15T15:30:00.000Z"],
    ["2024-07-15 10:30:59.5", "America/Toronto", "2024-07-15T14:30:59.500Z"],
    ["2024-11-03 01:30", "America/Toronto", "2024-11-03T05:30:00.000Z"],
    ["2024-03-10 03:00", "America/Toronto", "2024-03-10T07:00:00.000Z"],
    ["2024-01-15 10:30", "Asia/Kathmandu", "2024-01-15T04:45:00.000Z"],
  ])("%s in %s", (text, wallClock, expected) => {
    expect(instantSchema({ wallClock }).parse(text)).toBe(expected);
  });

  it.each([
    ["2024-03-10 02:30", "America/Toronto"],
    ["2018-11-04 00:30", "America/Sao_Paulo"],
    ["2011-12-30 12:00", "Pacific/Apia"],
  ])("%s does not exist in %s", (text, wallClock) => expect(messageOf(text, wallClock)).toContain("skipped"));
});

describe("what is no instant", () => {
  it.each([
    null,
    undefined,
    true,
    "",
    "01/02/2024",
    "2024-02-30",
    "2024-02-30T10:00:00Z",
    "2024-1-5",
    "2024-01-15T25:00",
    1705314600,
    Number.NaN,
    new Date(Number.NaN),
    {},
    [2024, 1, 15],
  ])("%s", (value) => {
    expect(messageOf(value)).toMatch(/^must /);
    expect(messageOf(value, "America/Toronto")).toMatch(/^must /);
  });

  it("an option that is unknown", () => {
    expect(() => instantSchema({ timeZone: "UTC" } as object)).toThrow(
      'Cannot make an instant schema: option must be one of wallClock, received "timeZone"',
    );
  });

  it("a zone that is none", () => {
    const make = (): unknown => instantSchema({ wallClock: "Mars/Olympus" });
    expect(make).toThrow(
      'Cannot make an instant schema: wallClock must be an IANA zone such as "America/Toronto"',
    );
  });
});
