import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CsvRecord } from "../../../src/cli/csvRecord.ts";
import { readCsv } from "../../../src/cli/readCsv.ts";
import { readText } from "../../../src/cli/readText.ts";

/** The records of some bytes that arrive in pieces of `size`, and the error if there is one. */
async function read(
  bytes: Uint8Array,
  size: number,
): Promise<{ records: CsvRecord[]; error: string | undefined }> {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  };
  const records: CsvRecord[] = [];
  try {
    const texts = readText(chunks(), "answers.csv", () => undefined);
    for await (const batch of readCsv(texts, ",", 1)) records.push(...batch);
  } catch (error) {
    const { name, line, message } = error as Error & { line: number };
    return { records, error: `${name} line ${line}: ${message}` };
  }
  return { records, error: undefined };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const nasty =
  '\uFEFFid,né,comment\r\n1,ü,plain\n2,"a ""quoted"" word","two\r\nlines, one\n\ncell"\r\n' +
  '"3","","😀"\n\n,,\n4,x\r,y\n"5\n","",""\r\n6,last,"one"';

describe("any chunk size gives the same records", () => {
  it.each(Array.from({ length: encode(nasty).length }, (_, index) => index + 1))("%i bytes", async (size) => {
    expect(await read(encode(nasty), size)).toEqual({
      error: undefined,
      records: [
        { line: 1, cells: ["id", "né", "comment"] },
        { line: 2, cells: ["1", "ü", "plain"] },
        { line: 3, cells: ["2", 'a "quoted" word', "two\r\nlines, one\n\ncell"] },
        { line: 7, cells: ["3", "", "😀"] },
        { line: 8, cells: [""] },
        { line: 9, cells: ["", "", ""] },
        { line: 10, cells: ["4", "x\r", "y"] },
        { line: 11, cells: ["5\n", "", ""] },
        { line: 13, cells: ["6", "last", "one"] },
      ],
    });
  });
});

const cell = fc.string({
  unit: fc.constantFrom("a", "é", "😀", ",", '"', "\n", "\r\n", " ", ";", "0"),
  maxLength: 6,
});
const ending = fc.constantFrom("\n", "\r\n");
const written = (text: string, quote: boolean): string =>
  quote || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

it("reads back whatever was written, with the line where each record starts", async () => {
  const record = fc.tuple(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 4 }), ending);
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      async (rows, size) => {
        const lines = rows.map(
          ([cells, end]) => cells.map(([text, quote]) => written(text, quote)).join(",") + end,
        );
        const expected = rows.map(([cells], index) => ({
          line: 1 + lines.slice(0, index).join("").split("\n").length - 1,
          cells: cells.map(([text]) => text),
        }));
        expect(await read(encode(lines.join("")), size)).toEqual({ records: expected, error: undefined });
      },
    ),
    { numRuns: 300 },
  );
});

it("says the same of any text, valid or not, in chunks of any size", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", "\r\n"), maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (csv, size) => {
      const bytes = encode(csv);
      expect(await read(bytes, size)).toEqual(await read(bytes, bytes.length + 1));
    }),
    { numRuns: 500 },
  );
});
