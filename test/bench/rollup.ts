import { rollup as d3Rollup } from "d3-array";
import { calendarMonths, type Instant, nps, rollup } from "../../src/index.ts";
import { compare } from "./measure.ts";
import { scoreBytes } from "./scores.ts";

interface Row<At> {
  readonly channel: string;
  readonly at: At;
  readonly score: number;
}

const SIZE = 1_000_000;
const CHANNELS: readonly string[] = ["web", "app", "store", "phone", "mail"];

/**
 * NPS by channel and month of a zone, beside a hand-written Map and `d3.rollup` that do it in UTC, for instants
 * that are `Date`s and for ISO text. The Map's result has no intervals and no checks.
 */
export function benchRollup(): void {
  const dates = rowsOf((milliseconds) => new Date(milliseconds));
  bench("Dates", dates, (row) => monthOf(row.at));
  const texts = dates.map((row) => ({ ...row, at: row.at.toISOString() }));
  bench("ISO text", texts, (row) => monthOf(new Date(row.at)));
  // The shortest possible: no instant is read, no zone thought of, and any text whatever passes.
  bench("ISO text, by slice alone", texts, (row) => row.at.slice(0, 7));
}

function bench<At extends Instant>(
  name: string,
  rows: readonly Row<At>[],
  month: (row: Row<At>) => string,
): void {
  const months = calendarMonths("America/Toronto");
  const labelled = { channel: channelOf, month: (row: Row<At>) => months.labelOf(months.indexOf(row.at)) };
  compare(`NPS by channel and month, 1 million rows, ${name}`, [
    { name: "hand-written Map, UTC", run: () => byHand(rows, month) },
    { name: "rollup, America/Toronto", run: () => rollup(rows, labelled, nps), target: "at most 1x" },
    {
      name: "d3.rollup, UTC",
      run: () => d3Rollup(rows, (group) => nps(group), channelOf, month),
      target: "2.5 rollups",
    },
  ]);
}

function channelOf(row: Row<unknown>): string {
  return row.channel;
}

function monthOf(date: Date): string {
  return `${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
}

function byHand<At>(rows: readonly Row<At>[], monthOf: (row: Row<At>) => string): object[] {
  const channels = new Map<string, Map<string, number[]>>();
  for (const row of rows) {
    let months = channels.get(row.channel);
    if (months === undefined) {
      months = new Map<string, number[]>();
      channels.set(row.channel, months);
    }
    const month = monthOf(row);
    const scores = months.get(month);
    if (scores === undefined) months.set(month, [row.score]);
    else scores.push(row.score);
  }
  return [...channels].flatMap(([channel, months]) =>
    [...months].map(([month, scores]) => ({ channel, month, ...netOf(scores) })),
  );
}

function netOf(scores: readonly number[]): { readonly estimate: number; readonly n: number } {
  let net = 0;
  for (const score of scores) net += score >= 9 ? 1 : score <= 6 ? -1 : 0;
  return { estimate: (100 * net) / scores.length, n: scores.length };
}

/** Three years of answers, the same in every run; as in an export, not in order. */
function rowsOf<At>(at: (milliseconds: number) => At): Row<At>[] {
  const random = scoreBytes(5 * SIZE, 256);
  const from = Date.UTC(2022, 0, 1);
  return Array.from({ length: SIZE }, (_, index) => {
    const [a = 0, b = 0, c = 0, channel = 0, score = 0] = random.subarray(5 * index, 5 * index + 5);
    const share = (a + (b + c / 256) / 256) / 256;
    return {
      channel: CHANNELS[channel % CHANNELS.length] ?? "",
      at: at(from + Math.floor(share * 3 * 365 * 86_400_000)),
      score: score % 11,
    };
  });
}
