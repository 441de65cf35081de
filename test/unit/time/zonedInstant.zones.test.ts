import { describe, expect, test } from "vitest";
import { endIn, zonedInstants } from "../../../src/time/zonedInstant.ts";

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

describe("an instant in a zone", () => {
  const newYork = zonedInstants("test", "America/New_York");
  test("of a civil date is the start of its day there", () => {
    expect(iso(newYork("2024-03-10"))).toBe("2024-03-10T05:00:00.000Z");
    expect(iso(newYork("2024-03-11"))).toBe("2024-03-11T04:00:00.000Z");
    expect(iso(zonedInstants("test", "America/Sao_Paulo")("2018-11-04"))).toBe("2018-11-04T03:00:00.000Z");
  });
  test("of a point in time is that point", () => {
    expect(iso(newYork("2024-03-10T00:00:00Z"))).toBe("2024-03-10T00:00:00.000Z");
    expect(newYork(new Date(0))).toBe(0);
    expect(newYork(1_710_000_000_000)).toBe(1_710_000_000_000);
  });
  test("of anything else is NaN", () => {
    for (const value of ["2024-02-30", "2024-01-02T10:00", "", 1_710_000_000, null, new Date(Number.NaN)])
      expect(newYork(value)).toBeNaN();
  });
  test("needs a zone that exists", () => {
    expect(() => zonedInstants("test", "Mars/Olympus")).toThrow("Cannot test: timeZone must be an IANA zone");
  });
});

describe("an end", () => {
  test("that is a civil date includes the whole of its day in the zone", () => {
    const { end, last } = endIn("test", "asOf", "2024-11-03", "America/New_York");
    expect([iso(end), iso(last)]).toEqual(["2024-11-04T05:00:00.000Z", "2024-11-04T04:59:59.999Z"]);
  });
  test("that is a point in time includes that point", () => {
    const { end, last } = endIn("test", "asOf", "2024-11-03T12:00:00-05:00", "Asia/Kolkata");
    expect([iso(end), iso(last)]).toEqual(["2024-11-03T17:00:00.000Z", "2024-11-03T17:00:00.000Z"]);
  });
  test("names itself when it is not valid", () => {
    expect(() => endIn("test", "asOf", "2024-13-01", "UTC")).toThrow(
      'Cannot test: asOf must be a date that exists, in the years 0001 to 9999, received "2024-13-01"',
    );
  });
});
