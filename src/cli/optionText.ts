import { type InvalidInputError, isInvalidInput } from "../errors.ts";
import { usageError } from "./failure.ts";

/**
 * What the library finds wrong with an option, in the words of the command line.
 *
 * @param flags - The names of options that the command line calls otherwise.
 */
export function asUsage<Value>(check: () => Value, flags: ReadonlyMap<string, string> = new Map()): Value {
  try {
    return check();
  } catch (error) {
    if (!isInvalidInput(error)) throw error;
    const flag = flags.get(error.path) ?? toFlag(error.path);
    throw usageError(`--${flag} ${neededAndReceived(error)}`);
  }
}

/**
 * `must be an integer from 0 to 10, received 11`: a message of the library without its place. Of what was never given,
 * nothing was received.
 */
export function neededAndReceived(error: InvalidInputError): string {
  const needed = error.requirement.replace(/\b(asOf|calibrationEnd)\b/g, (name) => `--${toFlag(name)}`);
  if (error.received === undefined) return needed;
  return needed + error.message.slice(error.message.indexOf(error.requirement) + error.requirement.length);
}

/** `brackets[1]` and `asOf` as they are typed: `brackets` and `as-of`. */
function toFlag(path: string): string {
  return path.replace(/\[.*$/s, "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
