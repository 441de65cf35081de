import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../../../src/display/displayWidth.ts";
import { display, toCsv, toHtml, toMarkdown, toTable } from "../../../src/display/index.ts";
import { oneLine } from "../../../src/format/oneLine.ts";
import { AWKWARD_NAMES } from "../../support/charts.ts";
import { elementsOf, parseHtml, textOf } from "../../support/html.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(..."<>&\"'|\\`*_[]()!#~$=+-@\t\r\n,;: \u202e\u2028عа字e\u0301👩‍👩‍👧"),
    maxLength: 12,
  }),
  fc.constantFrom(...AWKWARD_NAMES),
);
const value = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.bigInt(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.date({ noInvalidDate: false }),
  fc.array(text, { maxLength: 2 }),
  fc.dictionary(text, text, { maxKeys: 2 }),
);
type Row = Readonly<Record<string, unknown>>;
const rowsOf = (cell: fc.Arbitrary<unknown>, fewest = 1): fc.Arbitrary<readonly Row[]> =>
  fc.uniqueArray(text, { minLength: 1, maxLength: 4 }).chain((names) =>
    fc.array(
      fc.array(cell, { minLength: names.length, maxLength: names.length }).map((cells) =>
        // As JSON.parse does: a name such as __proto__ is a field.
        Object.fromEntries(names.map((name, index) => [name, cells[index]])),
      ),
      { minLength: fewest, maxLength: 5 },
    ),
  );

/** What people are to read of a text. */
const shown = (cell: unknown): string =>
  cell === "" ? '""' : oneLine(String(cell)).replace(/[\ud800-\udfff]/gu, "\ufffd");

describe("HTML", () => {
  test("shows every text as it is, and makes no element of it", () =>
    fc.assert(
      fc.property(rowsOf(text), (rows) => {
        const nodes = parseHtml(toHtml(rows));
        const [first = {}] = rows;
        expect(elementsOf(nodes, "th").map(textOf)).toEqual(Object.keys(first).map(shown));
        expect(elementsOf(nodes, "td").map(textOf)).toEqual(
          rows.flatMap((row) => Object.values(row).map(shown)),
        );
        const names = ["div", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"];
        const elements = (toHtml(rows).match(/<[^/]/g) ?? []).length;
        expect(names.reduce((sum, name) => sum + elementsOf(nodes, name).length, 0)).toBe(elements);
      }),
    ));
});

describe("Markdown", () => {
  test("has one cell for each field in every line", () =>
    fc.assert(
      fc.property(rowsOf(value), (rows) => {
        const lines = toMarkdown(rows).split("\n");
        expect(lines).toHaveLength(rows.length + 2);
        const columns = Object.keys(rows[0] ?? {}).length;
        for (const line of lines) expect(line.match(/\|/g)).toHaveLength(columns + 1);
        expect(lines.join("")).not.toMatch(/[<>]|&(?!#\d+;)|(?<!\\)(?:\\\\)*[[\]`*_$]/);
      }),
    ));
});

describe("text", () => {
  test("has lines of one width, without anything that a terminal obeys", () =>
    fc.assert(
      fc.property(rowsOf(value), (rows) => {
        const lines = toTable(rows).split("\n");
        expect(lines).toHaveLength(rows.length + 1);
        // A sign that joins what follows it, such as U+0D4E at the end of a cell, would take a space along.
        if (
          !/[\u0d4e\u{111c2}\u{111c3}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]/u.test(
            lines.join(""),
          )
        )
          expect(new Set(lines.map(displayWidth)).size).toBe(1);
        expect(lines.join("")).not.toMatch(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    ));
});

describe("CSV", () => {
  const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, "");

  test("is read back as it was, but for the guard of formulas", () =>
    fc.assert(
      fc.property(rowsOf(text), (rows) => {
        const [header = [], ...body] = parse(toCsv(rows), { record_delimiter: "\r\n" }) as string[][];
        expect(header.map(unguarded)).toEqual(Object.keys(rows[0] ?? {}).map(unguarded));
        expect(body.map((cells) => cells.map(unguarded))).toEqual(
          rows.map((row) => Object.values(row).map((cell) => unguarded(String(cell)))),
        );
      }),
    ));
  test("holds no cell that a spreadsheet would run, and numbers unchanged", () =>
    fc.assert(
      fc.property(rowsOf(value), (rows) => {
        const [, ...body] = parse(toCsv(rows), { record_delimiter: "\r\n" }) as string[][];
        rows.forEach((row, line) => {
          Object.values(row).forEach((cell, column) => {
            const written = body[line]?.[column] ?? "";
            if (typeof cell === "number") expect(Number(written)).toBe(cell + 0);
            else if (typeof cell === "bigint") expect(BigInt(written)).toBe(cell);
            else expect(written).not.toMatch(/^[=+\-@\t\r]/);
          });
        });
      }),
    ));
});

test("input stays as it was, frozen or not", () =>
  fc.assert(
    fc.property(rowsOf(value, 0), (rows) => {
      const before = structuredClone(rows);
      for (const row of rows) Object.freeze(row);
      const frozen = Object.freeze(rows);
      for (const show of [toTable, toMarkdown, toHtml, toCsv, display]) String(show(frozen));
      expect(frozen).toEqual(before);
    }),
  ));
