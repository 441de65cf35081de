import { checkChoice } from "../check.ts";

/**
 * Makes every key that is no option a type error. A parameter whose type is inferred takes any key more, so that
 * `minimun: 5` would compile and be ignored.
 */
export type KnownOptions<Options, Known> = Options & {
  readonly [Name in Exclude<keyof Options, keyof Known>]: never;
};

/** Refuses names that a record of options does not have: what is misspelt would be ignored without a word. */
export function checkNames(task: string, path: string, record: object, names: readonly string[]): void {
  for (const name of Object.keys(record)) checkChoice(task, path, name, names);
}
