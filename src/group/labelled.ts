import { InvalidInputError } from "../errors.ts";
import { type Fields, resultRows } from "./metric.ts";
import { suppress } from "./suppress.ts";

/**
 * Puts the labels of a group before each row of its result.
 *
 * @param owner - What the labels are written after in an error's path: `by.`, or nothing.
 */
export function labelled(
  task: string,
  owner: string,
  labels: Fields,
  result: object,
  minimum: number | undefined,
): Fields[] {
  return resultRows(task, result).map((row) => {
    const shown = minimum === undefined ? row : suppress(task, row, minimum);
    for (const name of Object.keys(labels)) {
      if (!Object.hasOwn(shown, name)) continue;
      const requirement = "must not have the name of a field of the metric's result";
      throw new InvalidInputError(task, `${owner}${name}`, requirement, name);
    }
    // Spreading defines fields rather than assigning them, so a label named __proto__ is a field like any other.
    return { ...labels, ...shown };
  });
}
