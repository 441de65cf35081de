import { runInNewContext } from "node:vm";
import { describe, expect, it, test } from "vitest";
import { InvalidInputError } from "../../../src/errors.ts";
import { instantOrNaN, isCivilDate, parseInstant } from "../../../src/time/parseInstant.ts";

const temporal = (tag: string, text: string): object => ({ [Symbol.toStringTag]: tag, toString: () => text });

// Expected values: by hand from 2024-01-15T00:00:00Z = 19737 days = 1705276800000 ms.
const MIDNIGHT = 1_705_276_800_000;
const HALF_PAST_TEN = MIDNIGHT + 37_800_000;

describe("points in time", () => {
  test.each<[string, unknown, number]>([
    ["a Date", new Date(HALF_PAST_TEN), HALF_PAST_TEN],
    ["a Date from another realm", runInNewContext(`new Date(${HALF_PAST_TEN})`), HALF_PAST_TEN],
    ["epoch milliseconds", HALF_PAST_TEN, HALF_PAST_TEN],
    ["milliseconds with a fraction", HALF_PAST_TEN + 0.75, HALF_PAST_TEN],
    ["-0", -0, 0],
    ["the day around 1970", -86_400_000, -86_400_000],
    ["UTC", "2024-01-15T10:30:00Z", HALF_PAST_TEN],
    ["no seconds", "2024-01-15T10:30Z", HALF_PAST_TEN],
    ["lower case", "2024-01-15t10:30:00z", HALF_PAST_TEN],
    ["a space, as databases write it", "2024-01-15 10:30:00+00", HALF_PAST_TEN],
    ["an offset", "2024-01-15T05:30:00-05:00", HALF_PAST_TEN],
    ["an offset without colon", "2024-01-15T16:15+0545", HALF_PAST_TEN],
    ["an offset of hours", "2024-01-15T00:30-10", HALF_PAST_TEN],
    ["an offset into the next day", "2024-01-16T00:30:00+14:00", HALF_PAST_TEN],
    ["one digit of fraction", "2024-01-15T10:30:00.5Z", HALF_PAST_TEN + 500],
    ["a comma as ISO 8601 allows", "2024-01-15T10:30:00,25Z", HALF_PAST_TEN + 250],
    ["nanoseconds, cut off", "2024-01-15T10:30:00.999999999+00:00", HALF_PAST_TEN + 999],
    ["the first instant", "0001-01-01T00:00:00Z", -62_135_596_800_000],
    ["the last instant", "9999-12-31T23:59:59.999Z", 253_402_300_799_999],
    ["a leap day", "2000-02-29T00:00:00Z", 951_782_400_000],
    ["Temporal.Instant", temporal("Temporal.Instant", "2024-01-15T10:30:00Z"), HALF_PAST_TEN],
    [
      "Temporal.ZonedDateTime",
      temporal("Temporal.ZonedDateTime", "2024-01-15T05:30:00-05:00[America/Toronto][u-ca=hebrew]"),
      HALF_PAST_TEN,
    ],
  ])("%s", (_, value, expected) => {
    expect(parseInstant("test", "at", value)).toBe(expected);
    expect(isCivilDate(value)).toBe(false);
  });
});

describe("civil dates", () => {
  test.each<[string, unknown, number]>([
    ["a date", "2024-01-15", MIDNIGHT],
    ["1970-01-01", "1970-01-01", 0],
    ["the first", "0001-01-01", -62_135_596_800_000],
    ["the last", "9999-12-31", 253_402_214_400_000],
    ["Temporal.PlainDate", temporal("Temporal.PlainDate", "2024-01-15"), MIDNIGHT],
    ["with a calendar", temporal("Temporal.PlainDate", "2024-01-15[u-ca=gregory]"), MIDNIGHT],
  ])("%s", (_, value, expected) => {
    expect(parseInstant("test", "at", value)).toBe(expected);
    expect(isCivilDate(value)).toBe(true);
  });
});

const text = /ISO 8601/;
const exists = /date that exists/;
const time = /a time from 00:00/;
const offset = /must end in "Z" or an offset/;
const years = /years 0001 to 9999/;
const invalid: [unknown, RegExp][] = [
  ["2024-01-02T10:00", /must end in "Z" or an offset such as "-05:00", received/],
  ["2024-01-02 10:00:00.5", offset],
  ["2024-02-30", exists],
  ["2023-02-29", exists],
  ["1900-02-29T10:00Z", exists],
  ["2024-13-01", exists],
  ["2024-00-01", exists],
  ["2024-01-00", exists],
  ["2024-04-31T10:00:00Z", exists],
  ["0000-01-01", exists],
  ["2024-01-02T24:00:00Z", time],
  ["2024-01-02T23:60:00Z", time],
  ["2024-01-02T23:59:60Z", time],
  ["2024-01-02T10Z", time],
  ["2024-01-02T10:00:00.Z", time],
  ["2024-01-02T10:00:0Z", time],
  ["2024-01-02T10:00:", time],
  ["2024-01-02_10:00Z", text],
  ["2024-01-02T10:00 Z", offset],
  ["2024-01-02T10:00:00 +01:00", offset],
  ["2024-01-02T10:00:00+0130Z", offset],
  ["2024-01-02T10:00:00.5x5Z", offset],
  ["2024-01-02T10:00Zulu", offset],
  ["2024-01-02T10:00:00+5", offset],
  ["2024-01-02T10:00:00+24:00", offset],
  ["2024-01-02T10:00:00+05:60", offset],
  ["2024-01-02T10:00:00+05.30", offset],
  ["0001-01-01T00:00:00+01:00", years],
  ["9999-12-31T23:59:59-01:00", years],
  ["01/02/2024", text],
  ["20240115", text],
  ["2024-1-5", text],
  ["2024-W03", text],
  ["２０２４-01-15", text],
  ["+002024-01-15", text],
  [" 2024-01-15", text],
  ["2024-01-15T10:30:00Z[UTC]", offset],
  ["", text],
  ["1705276800000", /at must be ISO 8601 text such as "2024-01-15"/],
  ["yesterday", text],
  [Number.NaN, /finite/],
  [Number.POSITIVE_INFINITY, /finite/],
  [Number.NEGATIVE_INFINITY, /finite/],
  [1_705_276_800, /epoch seconds: multiply it by 1000/],
  [-1e8, /epoch seconds/],
  [1_705_276_800_000_000, /microseconds or nanoseconds: divide it by 1000/],
  [1_705_276_800_000_000_000, /nanoseconds/],
  [new Date(Number.NaN), /valid Date/],
  [new Date(8.64e15), years],
  [temporal("Temporal.PlainDateTime", "2024-01-15T10:30:00"), text],
  [temporal("Temporal.PlainYearMonth", "2024-01"), text],
  [temporal("Temporal.Instant", "2024-01-15"), text],
  [temporal("Date", "2024-01-15"), text],
  [true, text],
  [null, text],
  [undefined, text],
  [1n, text],
  [["2024-01-15"], text],
  [{ valueOf: () => 0 }, text],
  [Symbol("2024-01-15"), text],
];

describe("what is not an instant is an error that says why", () => {
  test.each(invalid)("%#: %s", (value, message) => {
    expect(instantOrNaN(value)).toBeNaN();
    const parse = (): number => parseInstant("compute nps", "rows[3].at", value);
    expect(parse).toThrow(InvalidInputError);
    expect(parse).toThrow(message);
    expect(parse).toThrow(/^Cannot compute nps: rows\[3\]\.at must /);
  });

  it("ends the range of epoch seconds where the design says", () => {
    expect(instantOrNaN(99_999_999)).toBe(99_999_999);
    expect(instantOrNaN(1e8)).toBeNaN();
    expect(instantOrNaN(99_999_999_999)).toBeNaN();
    expect(instantOrNaN(1e11)).toBe(1e11);
  });
});
