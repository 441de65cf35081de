import { describe, InvalidInputError } from "../errors.ts";

/** The two ends of an answer scale, both of them possible answers. */
export type Scale = readonly [min: number, max: number];

// A histogram of the answers is kept, so a scale must have a bounded number of points.
const MOST_POINTS = 10_001;

/** A scale of whole numbers, the lower end first. */
export function checkScale(task: string, scale: Scale): Scale {
  const [min, max] = Array.isArray(scale) && scale.length === 2 ? scale : [NaN, NaN];
  if (Number.isSafeInteger(min) && Number.isSafeInteger(max) && min < max && max - min < MOST_POINTS)
    return [min, max];
  const requirement = `must be [min, max], two integers with min < max and at most ${MOST_POINTS} points`;
  throw new InvalidInputError(task, "scale", requirement, scale);
}

/** A run of points on a scale, both ends included, such as the answers that count as easy. */
export function checkScaleRange(task: string, path: string, range: Scale | undefined, scale: Scale): Scale {
  const [from, to] = Array.isArray(range) && range.length === 2 ? range : [NaN, NaN];
  const [min, max] = scale;
  if (Number.isInteger(from) && Number.isInteger(to) && min <= from && from <= to && to <= max)
    return [from, to];
  const given = range === undefined ? "must be given on this scale, as" : "must be";
  const requirement = `${given} [from, to], two integers with ${min} <= from <= to <= ${max}`;
  throw new InvalidInputError(task, path, requirement, range);
}

/** The points of a scale, in the order of the counts. */
export function pointsOf([min, max]: Scale): number[] {
  return Array.from({ length: max - min + 1 }, (_, i) => min + i);
}

/** Results on different scales are different metrics: subtracting them says nothing. */
export function checkSameScale<Key extends string>(
  task: string,
  a: { readonly [K in Key]?: unknown },
  b: { readonly [K in Key]?: unknown },
  keys: readonly Key[],
): void {
  for (const key of keys) {
    const [first, second] = [a[key] ?? null, b[key] ?? null];
    if (first !== null && second !== null && first !== second)
      throw new InvalidInputError(task, `b.${key}`, `must equal a.${key}, ${describe(first)}`, second);
  }
}
