import { describe, expect, it } from "vitest";
import type { Bucket } from "../../../src/time/bucket.ts";
import { calendarDays } from "../../../src/time/calendarDays.ts";
import { calendarMonths } from "../../../src/time/calendarMonths.ts";
import { calendarQuarters } from "../../../src/time/calendarQuarters.ts";
import { calendarYears } from "../../../src/time/calendarYears.ts";
import { isoWeeks } from "../../../src/time/isoWeeks.ts";
import { civilDays, startsOfDays } from "./fixture.ts";

const { firstDay, lastDay, isoYears } = civilDays;
const zones = Object.keys(civilDays.zones);

/**
 * Rules announced after the fixture's tzdata. From 2026-09-20 on 2026c, which Node 22.23, 24.21 and 26.10 bring, has
 * other clocks for Morocco than 2025b and 2025c, which Python and Node 20 bring here.
 */
const comparedBefore: Readonly<Record<string, number>> = {
  "Africa/Casablanca": Date.UTC(2026, 8, 1) / 86_400_000,
};

/** A bucket as the proleptic Gregorian calendar and ISO 8601 have it: its label and its civil days. */
interface Expected {
  readonly label: string;
  readonly index: number;
  readonly firstDay: number;
}

function inDays(label: (date: string) => string, index: (date: Date) => number): Expected[] {
  const buckets: Expected[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const date = new Date(day * 86_400_000);
    const name = label(date.toISOString().slice(0, 10));
    if (buckets.at(-1)?.label !== name) buckets.push({ label: name, index: index(date), firstDay: day });
  }
  return buckets;
}

function inWeeks(): Expected[] {
  const weeks = isoYears.flatMap(([year, monday, count]) =>
    Array.from({ length: count }, (_, week) => ({
      label: `${year}-W${String(week + 1).padStart(2, "0")}`,
      // 1969-12-29 is the Monday of the week that holds 1970-01-01.
      index: (monday + 3) / 7 + week,
      firstDay: monday + 7 * week,
    })),
  );
  return weeks.filter((week) => week.firstDay >= firstDay && week.firstDay <= lastDay);
}

const months = (date: Date): number => 12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth();
const calendars: readonly [string, (zone: string) => Bucket, readonly Expected[]][] = [
  [
    "days",
    calendarDays,
    inDays(
      (date) => date,
      (date) => date.getTime() / 86_400_000,
    ),
  ],
  ["weeks", isoWeeks, inWeeks()],
  ["months", calendarMonths, inDays((date) => date.slice(0, 7), months)],
  [
    "quarters",
    calendarQuarters,
    inDays(
      (date) => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`,
      (date) => Math.floor(months(date) / 3),
    ),
  ],
  [
    "years",
    calendarYears,
    inDays(
      (date) => date.slice(0, 4),
      (date) => date.getUTCFullYear() - 1970,
    ),
  ],
];

/** Everything about one bucket that is not as expected. */
function faults(bucket: Bucket, list: readonly Expected[], position: number, starts: Float64Array): string[] {
  const { label, index, firstDay: day } = list[position] ?? { label: "", index: 0, firstDay: 0 };
  const start = starts[day - firstDay] ?? 0;
  // Where a zone skips whole buckets, several start at once: the last of them holds the instant.
  const startsAt = (place: number): number =>
    starts[(list[place]?.firstDay ?? lastDay + 1) - firstDay] ?? Infinity;
  let [after, before] = [position, position - 1];
  while (startsAt(after + 1) === start) after++;
  while (before >= 0 && startsAt(before) === start) before--;
  const civilDate = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const checks: [string, unknown, unknown][] = [
    ["label", bucket.labelOf(index), label],
    ["start", bucket.startOf(index).getTime(), start],
    ["at start", bucket.indexOf(start), list[after]?.index],
    ["after start", bucket.indexOf(start + 1), list[after]?.index],
    ["civil date", bucket.indexOf(civilDate), index],
  ];
  if (before >= 0) checks.push(["before start", bucket.indexOf(start - 1), list[before]?.index]);
  return checks.flatMap(([what, got, wanted]) =>
    got === wanted ? [] : `${label} ${what}: ${got}, not ${wanted}`,
  );
}

describe(`calendar buckets agree with ${civilDays.source}, from 1990 to 2035`, () => {
  for (const zone of zones) {
    it(`in ${zone}`, () => {
      const starts = startsOfDays(zone);
      for (const [name, calendar, list] of calendars) {
        const bucket = calendar(zone);
        const compared = list.filter((expected) => expected.firstDay < (comparedBefore[zone] ?? Infinity));
        expect(compared.length, name).toBeGreaterThan(30);
        expect(
          compared.flatMap((_, position) => faults(bucket, list, position, starts)),
          name,
        ).toEqual([]);
      }
    });
  }
});
