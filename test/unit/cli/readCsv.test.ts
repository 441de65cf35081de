import { expect, it } from "vitest";
import { readCsv } from "../../../src/cli/readCsv.ts";
import { dropLines } from "../../../src/cli/readText.ts";

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

it.each(Array.from({ length: 14 }, (_, index) => index + 1))(
  "lines are dropped in pieces of %i",
  async (size) => {
    const text = 'one "\r\n\ntwo,2\n3\n';
    const dropped = async (lines: number): Promise<string> =>
      (await all(dropLines(pieces(text, size), lines))).join("");
    expect([await dropped(0), await dropped(1), await dropped(2), await dropped(9)]).toEqual([
      text,
      "\ntwo,2\n3\n",
      "two,2\n3\n",
      "",
    ]);
  },
);

it.each([
  ["a line without an end", "a,b\n1,2\n", "must be shorter: a line of 16 MiB is not CSV"],
  [
    "a quote that nobody closed",
    'a,b\n1,2\n"',
    "must be shorter than 16 MiB: look for a quote that is not closed",
  ],
])("%s does not fill the memory", async (_, start, message) => {
  const text = `${start}${"x".repeat(2 ** 24 + 2 ** 17)}\n3,4\n`;
  const read = all(readCsv(pieces(text, 2 ** 16), ",", 1));
  await expect(read).rejects.toMatchObject({ name: "MalformedCsv", line: 3, message });
});

it("a tab, a bar or a character outside of ASCII may separate", async () => {
  for (const delimiter of ["\t", "|", "¦", "😀"]) {
    const records = await all(
      readCsv(pieces(`a,${delimiter}b\n"${delimiter}"${delimiter}`, 3), delimiter, 1),
    );
    expect(records.flat()).toEqual([
      { line: 1, cells: ["a,", "b"] },
      { line: 2, cells: [delimiter, ""] },
    ]);
  }
});
