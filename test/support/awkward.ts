/** Names of customers and groups that code which is careless with objects, numbers or text would mix up. */
export const awkwardNames: readonly (string | number)[] = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  1,
  "1",
  "A",
  "a ",
  "é",
  "e\u0301",
];

/** Instants that are none, and the end of what is said about them. */
export const badInstants: readonly (readonly [at: Date | string | number, message: string])[] = [
  [new Date(Number.NaN), "must be a valid Date"],
  ["2024-02-30", "must be a date that exists"],
  ["01/02/2024", "must be ISO 8601 text"],
  ["2024-01-02T10:00", 'must end in "Z" or an offset'],
  [1_704_067_200, "looks like epoch seconds: multiply it by 1000"],
];
