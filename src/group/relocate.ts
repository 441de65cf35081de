import { describe, InvalidInputError, isInvalidInput } from "../errors.ts";
import type { Label } from "../rows.ts";
import type { Metric } from "./metric.ts";

/**
 * Gives an error from a caller's function (a bucket does not know the row it reads) the place it belongs to.
 * Errors of other kinds stay as they are.
 */
export function relocate(error: unknown, task: string, path: string): unknown {
  if (!isInvalidInput(error)) return error;
  return new InvalidInputError(task, path, error.requirement, error.received);
}

/**
 * Calls a metric with the rows of one group. An error about its input, which counts the rows of that group alone,
 * gets the group before its path: `group["web", 3].answers[1].score`. Without labels there is nothing to add.
 */
export function measure<Row, Result extends object>(
  task: string,
  kind: "group" | "period",
  labels: readonly Label[],
  metric: Metric<Row, Result>,
  rows: readonly Row[],
): Result {
  try {
    return metric(rows);
  } catch (error) {
    if (labels.length === 0 || !isInvalidInput(error)) throw error;
    throw relocate(error, task, `${kind}[${labels.map(describe).join(", ")}].${error.path}`);
  }
}
