import { isInvalidInput } from "../errors.ts";

/** What came of reading one value: itself, or what would have been needed. */
export type Reading<Value> = { readonly value: Value } | { readonly problem: string };

/** Calls something that throws an {@link InvalidInputError}, and keeps what was needed. */
export function reading<Value>(read: () => Value): Reading<Value> {
  try {
    return { value: read() };
  } catch (error) {
    if (isInvalidInput(error)) return { problem: error.requirement };
    throw error;
  }
}
