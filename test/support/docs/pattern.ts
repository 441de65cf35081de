/** What a comment such as `// => { estimate: 48.00, … }` says a value is. Plain data, so it can be sent to a process. */
export type Pattern =
  | { readonly kind: "number"; readonly value: number; readonly decimals: number | null }
  | { readonly kind: "plain"; readonly value: string | boolean | null }
  | { readonly kind: "undefined" }
  | { readonly kind: "array"; readonly items: readonly Pattern[]; readonly open: boolean }
  | {
      readonly kind: "object";
      readonly fields: readonly (readonly [name: string, value: Pattern])[];
      readonly open: boolean;
    };

/** How a value differs from what the page says, or `undefined` where it does not. */
export function difference(pattern: Pattern, actual: unknown, at = "the value"): string | undefined {
  switch (pattern.kind) {
    case "number":
      return sameNumber(pattern.value, pattern.decimals, actual) ? undefined : wrong(at, actual);
    case "plain":
      return actual === pattern.value ? undefined : wrong(at, actual);
    case "undefined":
      return actual === undefined ? undefined : wrong(at, actual);
    case "array":
      return arrayDifference(pattern.items, pattern.open, actual, at);
    case "object":
      return objectDifference(pattern.fields, pattern.open, actual, at);
  }
}

/** `48.00` shows two decimals and is compared at two; `48` is exact. */
function sameNumber(shown: number, decimals: number | null, actual: unknown): boolean {
  if (typeof actual !== "number") return false;
  if (decimals === null || !Number.isFinite(actual)) return Object.is(actual, shown);
  return Number(actual.toFixed(decimals)) === shown;
}

function arrayDifference(
  items: readonly Pattern[],
  open: boolean,
  actual: unknown,
  at: string,
): string | undefined {
  if (!Array.isArray(actual)) return wrong(at, actual);
  if (actual.length < items.length || (!open && actual.length > items.length)) {
    return `${at} has ${actual.length} items: ${show(actual)}`;
  }
  return firstOf(items, (item, index) => difference(item, actual[index], `${at}[${index}]`));
}

function objectDifference(
  fields: readonly (readonly [string, Pattern])[],
  open: boolean,
  actual: unknown,
  at: string,
): string | undefined {
  if (typeof actual !== "object" || actual === null || Array.isArray(actual)) return wrong(at, actual);
  const values = new Map<string, unknown>(Object.entries(actual));
  const missing = fields.find(([name]) => !values.has(name));
  if (missing !== undefined) return `${at} has no ${missing[0]}: ${show(actual)}`;
  const extra = [...values.keys()].find((name) => !fields.some(([known]) => known === name));
  if (!open && extra !== undefined) return `${at} also has ${extra}: ${show(actual)}`;
  return firstOf(fields, ([name, field]) => difference(field, values.get(name), `${at}.${name}`));
}

function firstOf<Item>(items: readonly Item[], judge: (item: Item, index: number) => string | undefined) {
  for (const [index, item] of items.entries()) {
    const found = judge(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wrong(at: string, actual: unknown): string {
  return `${at} is ${show(actual)}`;
}

function show(value: unknown): string {
  if (typeof value === "number" || value === undefined) return Object.is(value, -0) ? "-0" : String(value);
  return typeof value === "bigint" ? `${value}n` : (JSON.stringify(value) ?? String(value));
}
