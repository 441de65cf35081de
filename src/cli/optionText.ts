import { type InvalidInputError, isInvalidInput } from "../errors.ts";
import { usageError } from "./failure.ts";

/** What the library finds wrong with an option, in the words of the command line. */
export function asUsage<Value>(check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (!isInvalidInput(error)) throw error;
    throw usageError(`--${toFlag(error.path)} ${neededAndReceived(error)}`);
  }
}

/**
 * `must be an integer from 0 to 10, received 11`: a message of the library without its place. Of what was never given,
 * nothing was received.
 */
export function neededAndReceived(error: InvalidInputError): string {
  if (error.received === undefined) return error.requirement;
  return error.message.slice(error.message.indexOf(error.requirement));
}

/** `brackets[1]` and `asOf` as they are typed: `brackets` and `as-of`. */
function toFlag(path: string): string {
  return path.replace(/\[.*$/s, "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
