import { type CsvRecord, LONGEST_RECORD, MalformedCsv } from "./csvRecord.ts";
import { type Parsed, type QuotedReader, quotedReader } from "./quotedReader.ts";

/**
 * CSV by RFC 4180, in batches of records: lines end with CRLF or LF, mixed as they come, and quoted cells may hold
 * both. Every record is given, with the cells it has; whether that is as many as the header has is the caller's to say.
 *
 * Up to the first quote of a file, lines and cells are split right here; from its line on, csv-parse takes over. Of
 * three readers it is the one that neither loses nor glues anything: udsv glues a short line to the next and goes
 * wrong where a chunk ends between CR and LF, papaparse settles on one line ending for the whole file and lets stray
 * quotes pass. It is the slowest, too: for 5.2 million rows without quotes (190 MB; Node 20, 2 cores, shared) udsv
 * took 1.3 s, papaparse 3.8 s and csv-parse 21.6 s; splitting takes 2.6 s of processor time.
 */
export async function* readCsv(
  texts: AsyncIterable<string>,
  delimiter: string,
  firstLine: number,
): AsyncGenerator<readonly CsvRecord[]> {
  let line = firstLine;
  let rest = "";
  let quoted: QuotedReader | undefined;
  for await (const text of texts) {
    if (quoted !== undefined) {
      yield* valid(await quoted.push(text));
      continue;
    }
    const quote = text.indexOf('"');
    const known = rest.length;
    rest += text;
    const end = quote < 0 ? rest.lastIndexOf("\n") + 1 : rest.lastIndexOf("\n", known + quote) + 1;
    const records = splitLines(rest.slice(0, end), delimiter, line);
    line += records.length;
    rest = rest.slice(end);
    yield records;
    if (quote >= 0) {
      quoted = quotedReader(delimiter, line);
      yield* valid(await quoted.push(rest));
    } else if (rest.length > LONGEST_RECORD) {
      throw new MalformedCsv(line, "must be shorter: a line of 16 MiB is not CSV");
    }
  }
  if (quoted !== undefined) yield* valid(await quoted.end());
  else if (rest !== "") yield [{ line, cells: rest.split(delimiter) }];
}

/** The records before a failure are given before it is thrown, so that what is wrong with them is told, too. */
function* valid({ records, failure }: Parsed): Generator<readonly CsvRecord[]> {
  yield records;
  if (failure !== undefined) throw failure;
}

/** Whole lines without any quote. */
function splitLines(block: string, delimiter: string, firstLine: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  let start = 0;
  while (start < block.length) {
    const end = block.indexOf("\n", start);
    const stop = block[end - 1] === "\r" && end > start ? end - 1 : end;
    records.push({ line: firstLine + records.length, cells: block.slice(start, stop).split(delimiter) });
    start = end + 1;
  }
  return records;
}
