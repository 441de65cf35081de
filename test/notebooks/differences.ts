/** Numbers that differ by less than this, relatively, are the same; so a picture or a table is, on another machine. */
const TOLERANCE = 1e-8;

const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/**
 * Where two JSON values differ: everything exactly, but for numbers, which may be a little off, within texts as well.
 * At most ten places, each with what was expected and what came.
 */
export function differences(expected: unknown, actual: unknown, at = ""): string[] {
  const found: string[] = [];
  compare(expected, actual, at, found);
  return found.slice(0, 10);
}

function compare(expected: unknown, actual: unknown, at: string, found: string[]): void {
  if (found.length >= 10) return;
  if (typeof expected === "number" && typeof actual === "number") {
    if (!close(expected, actual)) found.push(`${at} must be ${expected}, and is ${actual}`);
  } else if (typeof expected === "string" && typeof actual === "string") {
    if (!sameText(expected, actual)) found.push(`${at} must be ${around(expected, actual)}`);
  } else if (isRecord(expected) && isRecord(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)]))
      compare(expected[name], actual[name], at === "" ? name : `${at}.${name}`, found);
  } else if (expected !== actual) {
    found.push(`${at} must be ${brief(expected)}, and is ${brief(actual)}`);
  }
}

function close(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.replace(NUMBER, "#") !== b.replace(NUMBER, "#")) return false;
  const others = b.match(NUMBER) ?? [];
  return (a.match(NUMBER) ?? []).every((number, index) => close(Number(number), Number(others[index])));
}

function around(expected: string, actual: string): string {
  let from = 0;
  while (expected[from] === actual[from] && from < expected.length) from += 1;
  const start = Math.max(0, from - 30);
  const part = (text: string): string => JSON.stringify(text.slice(start, from + 50));
  return `${part(expected)}, and is ${part(actual)}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? "missing").slice(0, 100);
}
