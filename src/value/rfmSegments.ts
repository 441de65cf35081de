/** The segments of {@link rfm}, the best first. */
export type RfmSegment =
  | "Champions"
  | "Loyal customers"
  | "Potential loyalists"
  | "New customers"
  | "Promising"
  | "Need attention"
  | "About to sleep"
  | "At risk"
  | "Can't lose them"
  | "Hibernating";

/** Every {@link RfmSegment}, in their order. */
export const RFM_SEGMENTS: readonly RfmSegment[] = [
  "Champions",
  "Loyal customers",
  "Potential loyalists",
  "New customers",
  "Promising",
  "Need attention",
  "About to sleep",
  "At risk",
  "Can't lose them",
  "Hibernating",
];

/** Segments by their number in that list: a row for each fifth of recency from the worst, a digit for each of frequency. */
const GRID: readonly string[] = ["99778", "99778", "66511", "42211", "32200"];

/**
 * The segment of a recency and a frequency score. The grid is made for five scores each; another number of scores is
 * brought to it by the fifth in which the middle of the score's share of customers lies.
 */
export function rfmSegment(recencyScore: number, frequencyScore: number, bins: number): RfmSegment {
  const fifth = (score: number): number => Math.floor((5 * (score - 0.5)) / bins);
  const number = Number(GRID[fifth(recencyScore)]?.[fifth(frequencyScore)]);
  return RFM_SEGMENTS[number] as RfmSegment;
}
