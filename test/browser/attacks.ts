import { groupColumns } from "../../src/charts/groups.ts";
import { COLUMNS, OBJECTS, PAYLOADS } from "./payloads.ts";

/** A result with texts in it that it should not have. */
export interface Attack {
  readonly what: string;
  readonly result: unknown;
  /**
   * The same with plain names in their place, whose picture has as many parts. What is of the wrong kind, such as a text
   * where a number belongs, has none: it may be refused in whatever way, or draw nothing.
   */
  readonly plain?: unknown;
}

/** The beginning of every list in a result: the rest is like it. */
export function beginning(result: unknown, most: number): unknown {
  return JSON.parse(JSON.stringify(result), (_, value: unknown) =>
    Array.isArray(value) ? value.slice(0, most) : value,
  );
}

type Row = Readonly<Record<string, unknown>>;

/** Every place of a result where a text could stand, each with payloads. */
export function attacksOn(result: unknown): Attack[] {
  return [...groups(result), ...columns(result), ...texts(result), ...wrongKinds(result)];
}

/** Attacks on every row of a list at a time: each payload is the name of a group. */
function groups(result: unknown): Attack[] {
  if (!isRows(result)) return [];
  const labels = groupColumns("attack", result, undefined);
  const [first] = result;
  const rows = result
    .filter((row) => labels.every((label) => row[label] === first?.[label]))
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !labels.includes(name))));
  const grouped = (names: readonly unknown[]): Row[] =>
    names.flatMap((name) => rows.map((row) => ({ name, ...row })));
  return [
    ...chunks(PAYLOADS, 25).map((names) => ({
      what: "names of groups",
      result: grouped(names),
      plain: grouped(names.map(plainName)),
    })),
    { what: "records as names", result: grouped(OBJECTS) },
  ];
}

function columns(result: unknown): Attack[] {
  if (!isRows(result)) return [];
  // fromEntries, because a literal would not make a field of __proto__.
  const wider = (names: readonly string[]): Row[] =>
    result.map((row) => Object.fromEntries([...names.map((name) => [name, name]), ...Object.entries(row)]));
  return chunks(COLUMNS, 25).map((names) => ({
    what: "names of columns",
    result: wider(names),
    plain: wider(names.map(plainName)),
  }));
}

/** Each kind of text in turn (that of `customers[].segment`, say): payloads instead of what it says. */
function texts(result: unknown): Attack[] {
  return kindsOf(result, "string").map((kind, offset) => {
    const replaced = (names: readonly string[]): unknown => {
      const named = new Map<unknown, string>();
      return replace(result, kind, (text) => {
        const name = named.get(text) ?? names[(1 + named.size + 7 * offset) % names.length] ?? "";
        named.set(text, name);
        return name;
      });
    };
    return { what: kind, result: replaced(PAYLOADS), plain: replaced(PAYLOADS.map(plainName)) };
  });
}

/** Each kind of number in turn: a text or a record instead of it. */
function wrongKinds(result: unknown): Attack[] {
  return kindsOf(result, "number").flatMap((kind, offset) => [
    { what: `${kind} as text`, result: replace(result, kind, () => PAYLOADS[17 + (offset % 40)]) },
    { what: `${kind} as a record`, result: replace(result, kind, () => OBJECTS[offset % OBJECTS.length]) },
  ]);
}

function kindsOf(value: unknown, type: "string" | "number"): string[] {
  const kinds = new Set<string>();
  visit(value, "", (kind, leaf) => {
    if (typeof leaf === type) kinds.add(kind);
    return leaf;
  });
  return [...kinds];
}

function replace(value: unknown, kind: string, by: (leaf: unknown) => unknown): unknown {
  return visit(value, "", (found, leaf) => (found === kind ? by(leaf) : leaf));
}

/** A copy with every leaf replaced; leaves at the same place of different rows have the same name. */
function visit(value: unknown, kind: string, leaf: (kind: string, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => visit(item, `${kind}[]`, leaf));
  if (Object(value) !== value) return leaf(kind, value);
  const entries = Object.entries(value as object);
  return Object.fromEntries(entries.map(([name, item]) => [name, visit(item, `${kind}.${name}`, leaf)]));
}

function isRows(result: unknown): result is readonly Row[] {
  return Array.isArray(result) && Object(result[0]) === result[0];
}

function plainName(_: unknown, index: number): string {
  return `name ${index}`;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
