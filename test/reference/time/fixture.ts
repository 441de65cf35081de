import { readFileSync } from "node:fs";

interface CivilDays {
  readonly source: string;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Runs `[day, shift]`: from that day on, a day begins at `day * 86400 - shift` seconds. */
  readonly zones: Readonly<Record<string, readonly (readonly [day: number, shift: number])[]>>;
  /** `[year, civil day of its first Monday, weeks]` of ISO years. */
  readonly isoYears: readonly (readonly [year: number, monday: number, weeks: number])[];
}

/** Written by civil_days.py from Python's zoneinfo. */
export const civilDays: CivilDays = JSON.parse(
  readFileSync(new URL("fixtures/civil-days.json", import.meta.url), "utf8"),
) as CivilDays;

/** The first instant of every civil day of a zone, in milliseconds, from `firstDay` to `lastDay`. */
export function startsOfDays(zone: string): Float64Array {
  const { firstDay, lastDay, zones } = civilDays;
  const starts = new Float64Array(lastDay - firstDay + 1);
  for (const [from, shift] of zones[zone] ?? []) {
    for (let day = from; day <= lastDay; day++) starts[day - firstDay] = (day * 86_400 - shift) * 1000;
  }
  return starts;
}
