import fc from "fast-check";
import { expect, it } from "vitest";
import { instantOrNaN } from "../../../src/time/parseInstant.ts";

const YEARS = { min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z") };

it("reads back what Date writes", () => {
  fc.assert(
    fc.property(fc.date({ ...YEARS, noInvalidDate: true }), (date) => {
      expect(instantOrNaN(date.toISOString())).toBe(date.getTime());
      expect(instantOrNaN(date.toISOString().slice(0, 10))).toBe(
        Math.floor(date.getTime() / 86_400_000) * 86_400_000,
      );
    }),
  );
});

it("takes no date that is not in the calendar", () => {
  const part = fc.integer({ min: 0, max: 99 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), part, part, (year, month, day) => {
      const [y, m, d] = [
        String(year).padStart(4, "0"),
        String(month).padStart(2, "0"),
        String(day).padStart(2, "0"),
      ];
      const text = `${y}-${m}-${d}`;
      // Date, in UTC, rolls 30 February over to March: the text comes back only for a date that exists.
      const date = new Date(0);
      date.setUTCFullYear(year, month - 1, day);
      const exists = year >= 1 && date.toISOString().slice(0, 10) === text;
      expect(instantOrNaN(text)).toBe(exists ? date.getTime() : Number.NaN);
    }),
    { numRuns: 2000 },
  );
});

it("gives a number or NaN for any text and any value, and never throws", () => {
  const near = fc
    .tuple(
      fc.constantFrom("2024-01-15", "2024-01-15T10:30", "2024-01-15T10:30:00.5+05:45"),
      fc.nat(30),
      fc.string({ maxLength: 2 }),
    )
    .map(([text, at, part]) => text.slice(0, at) + part + text.slice(at + part.length));
  fc.assert(
    fc.property(fc.oneof(near, fc.string(), fc.anything()), (value) => {
      const instant = instantOrNaN(value);
      expect(Number.isNaN(instant) || Number.isSafeInteger(instant)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
