import { kaplanMeier, type LifetimeRow } from "../../src/index.ts";
import { compare } from "./measure.ts";
import { scoreBytes } from "./scores.ts";

const MILLION = 1_000_000;

/**
 * Kaplan-Meier of rows, beside the least that the same rows ask for: a loop that counts by day, a sort of the durations.
 * Neither has checks, intervals or rows as its result.
 */
export function benchSurvival(): void {
  const days = lifetimesOf(MILLION, (share) => Math.floor(730 * share));
  compare("Kaplan-Meier, 1 million rows, 730 whole days", [
    { name: "a loop that counts", run: () => countByDay(days) },
    { name: "kaplanMeier", run: () => kaplanMeier(days), target: "at most 60 ms" },
  ]);
  const distinct = lifetimesOf(MILLION, (share) => 730 * share);
  compare(
    "Kaplan-Meier, 1 million rows, distinct durations",
    [
      { name: "sort of a Float64Array", run: () => sortDurations(distinct) },
      { name: "sort of the rows", run: () => [...distinct].sort((a, b) => a.duration - b.duration) },
      { name: "kaplanMeier", run: () => kaplanMeier(distinct), target: "at most 1500 ms" },
    ],
    3,
  );
  benchDoubling("whole days", [1, 2, 4], (share) => Math.floor(730 * share));
  benchDoubling("distinct durations", [0.25, 0.5, 1], (share) => 730 * share);
}

function benchDoubling(name: string, sizes: readonly number[], duration: (share: number) => number): void {
  const contenders = sizes.map((millions, index) => {
    const rows = lifetimesOf(millions * MILLION, duration);
    return { name: `${millions} million rows`, run: () => kaplanMeier(rows), target: `${2 ** index}x` };
  });
  compare(`Kaplan-Meier, doubling, ${name}`, contenders, 3);
}

function countByDay(rows: readonly LifetimeRow[]): number[] {
  const events = new Float64Array(731);
  const ends = new Float64Array(731);
  for (const { duration, churned } of rows) {
    ends[duration] = (ends[duration] as number) + 1;
    if (churned) events[duration] = (events[duration] as number) + 1;
  }
  let atRisk = rows.length;
  let survival = 1;
  return Array.from(ends, (end, day) => {
    if (atRisk > 0) survival *= 1 - (events[day] as number) / atRisk;
    atRisk -= end;
    return survival;
  });
}

function sortDurations(rows: readonly LifetimeRow[]): Float64Array {
  return Float64Array.from(rows, (row) => row.duration).sort();
}

/** Lifetimes of which four in ten have ended, in no order; the same in every run. */
function lifetimesOf(size: number, durationOf: (share: number) => number): LifetimeRow[] {
  const bytes = scoreBytes(8 * size, 256);
  return Array.from({ length: size }, (_, index) => {
    let share = 0;
    for (let byte = 0; byte < 6; byte++) share = (share + (bytes[8 * index + byte] as number)) / 256;
    return { duration: durationOf(share), churned: (bytes[8 * index + 6] as number) < 102 };
  });
}
