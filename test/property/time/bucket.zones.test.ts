import fc from "fast-check";
import { expect, it } from "vitest";
import type { Bucket } from "../../../src/time/bucket.ts";
import { calendarDays } from "../../../src/time/calendarDays.ts";
import { calendarMonths } from "../../../src/time/calendarMonths.ts";
import { calendarQuarters } from "../../../src/time/calendarQuarters.ts";
import { calendarYears } from "../../../src/time/calendarYears.ts";
import { fixedDays } from "../../../src/time/fixedDays.ts";
import { isoWeeks } from "../../../src/time/isoWeeks.ts";

const zones = [
  "UTC",
  "America/Toronto",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
];
const calendars: readonly ((zone: string) => Bucket)[] = [
  calendarDays,
  isoWeeks,
  calendarMonths,
  calendarQuarters,
  calendarYears,
  (zone) => fixedDays(10, "2024-02-29", zone),
];
// Made once: their boundaries are kept, which is part of what is tested.
const buckets: readonly Bucket[] = calendars.flatMap((calendar) => zones.map((zone) => calendar(zone)));
const bucket = fc.constantFrom(...buckets);
const instant = fc
  .integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2150, 0, 1) })
  .filter((at) => Math.abs(at) >= 1e11);

it("every instant lies from the start of its bucket to the start of the next, not included", () => {
  fc.assert(
    fc.property(bucket, instant, (bucket, at) => {
      const index = bucket.indexOf(at);
      expect(bucket.startOf(index).getTime()).toBeLessThanOrEqual(at);
      expect(bucket.startOf(index + 1).getTime()).toBeGreaterThan(at);
    }),
  );
});

it("a Date, milliseconds and ISO text with any offset are in the same bucket", () => {
  const offset = fc.integer({ min: -840, max: 840 });
  fc.assert(
    fc.property(bucket, instant, offset, (bucket, at, minutes) => {
      const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1);
      const size = Math.abs(minutes);
      const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, "0"));
      const text = `${local}${minutes < 0 ? "-" : "+"}${digits.join(":")}`;
      expect(bucket.indexOf(text)).toBe(bucket.indexOf(at));
      expect(bucket.indexOf(new Date(at))).toBe(bucket.indexOf(at));
    }),
  );
});

it("starts never go backwards, and labels are in strict order", () => {
  fc.assert(
    fc.property(bucket, instant, (bucket, at) => {
      const index = bucket.indexOf(at);
      expect(bucket.startOf(index + 1).getTime()).toBeGreaterThanOrEqual(bucket.startOf(index).getTime());
      expect(bucket.labelOf(index + 1) > bucket.labelOf(index)).toBe(true);
    }),
  );
});

it("a civil date is in the bucket of its label, in every zone alike", () => {
  const civil = instant.map((at) => new Date(at).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom(...calendars), fc.constantFrom(...zones), civil, (calendar, zone, date) => {
      const [here, utc] = [calendar(zone), calendar("UTC")];
      expect(here.indexOf(date)).toBe(utc.indexOf(`${date}T12:00:00Z`));
      expect(here.labelOf(here.indexOf(date))).toBe(utc.labelOf(utc.indexOf(date)));
    }),
  );
});

it("a civil date's bucket begins when the zone's calendar, by Intl, first shows one of its dates", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
      const shown = (instant: number): string =>
        new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(instant);
      const days = calendarDays(zone);
      const index = days.indexOf(at);
      const start = days.startOf(index).getTime();
      expect(shown(start)).toBe(days.labelOf(index));
      expect(shown(start - 1) < days.labelOf(index)).toBe(true);
    }),
  );
});
