import { InvalidInputError } from "../errors.ts";

/** A number of decimals that can be shown. */
export function checkDigits(task: string, digits: number, most: number): number {
  if (Number.isInteger(digits) && digits >= 0 && digits <= most) return digits;
  throw new InvalidInputError(task, "digits", `must be an integer from 0 to ${most}`, digits);
}
