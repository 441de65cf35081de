import { InvalidInputError, isInvalidInput } from "../errors.ts";
import type { Instant } from "../rows.ts";
import type { Bucket } from "./bucket.ts";

/** Something with the functions of a bucket. Text has an `indexOf` of its own, so more than that is asked for. */
export function checkBucket(task: string, bucket: Bucket, path = "bucket"): Bucket {
  if (typeof bucket?.labelOf === "function" && typeof bucket.indexOf === "function") return bucket;
  const requirement = 'must be a bucket such as calendarMonths("America/Toronto")';
  throw new InvalidInputError(task, path, requirement, bucket);
}

/**
 * The bucket of an instant, as an integer of 32 bits. A bucket does not know the row it reads, so its error gets
 * the place; that is `list[index].at` for a row of many (a text per row would be costly).
 */
export function bucketOf(task: string, bucket: Bucket, at: Instant, place: string, index?: number): number {
  try {
    const found = bucket.indexOf(at);
    if ((found | 0) === found) return found + 0;
    const requirement = "must lie in a bucket: indexOf must return an integer of 32 bits";
    throw new InvalidInputError(task, "index", requirement, found);
  } catch (error) {
    if (!isInvalidInput(error)) throw error;
    const path = index === undefined ? place : `${place}[${index}].at`;
    throw new InvalidInputError(task, path, error.requirement, error.received);
  }
}
