import { describe, expect, it } from "vitest";
import { toCsv } from "../../../src/display/index.ts";
import { nps, npsFromCounts, rollup } from "../../../src/index.ts";

describe("toCsv", () => {
  it("quotes by RFC 4180 and leaves cells of null empty", () => {
    expect(toCsv([{ a: 'x "y"', b: "1,2", c: "two\nlines", d: null, e: -1.5, f: false }])).toBe(
      'a,b,c,d,e,f\r\n"x ""y""","1,2","two\nlines",,-1.5,false\r\n',
    );
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx"])("guards the text %j, in headers too", (text) => {
    const guarded = text.includes("\r") ? `"'${text}"` : `'${text}`;
    // A header alone on its line is the same cell.
    expect(toCsv([{ [text]: text }])).toBe(`${guarded}\r\n${guarded}\r\n`);
  });

  it("leaves numbers alone, and prints nothing of nothing", () => {
    expect(toCsv([{ low: -12.5, big: -3n }])).toBe("low,big\r\n-12.5,-3\r\n");
    expect(toCsv([])).toBe("");
  });

  it("has every field of every row, in order of first appearance", () => {
    expect(toCsv([{ a: 1 }, { b: 2, a: 3 }])).toBe("a,b\r\n1,\r\n3,2\r\n");
  });

  it("keeps a line of nothing", () => expect(toCsv([{ a: null }, { a: 1 }])).toBe('a\r\n""\r\n1\r\n'));

  it("rounds nothing and hides nothing", () => {
    const [header, line] = toCsv(npsFromCounts({ promoters: 2, passives: 0, detractors: 1 })).split("\r\n");
    expect(header).toBe(
      "metric,unit,estimate,low,high,standardError,level,method,n,promoters,passives,detractors,missing",
    );
    expect(line?.split(",")[2]).toBe(String(100 / 3));
    expect(toCsv(rollup([{ g: "a", score: 9 }], ["g"], nps))).toContain("\r\na,nps,points,100,");
  });

  it("writes dates as ISO 8601, lists and records as JSON", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(
      toCsv([
        { at: new Date(0), list: [1.23456, "a"], record: { big: 2n }, bad: new Date(Number.NaN), loop },
      ]),
    ).toBe(
      'at,list,record,bad,loop\r\n1970-01-01T00:00:00.000Z,"[1.23456,""a""]","{""big"":""2""}",Invalid Date,[object Object]\r\n',
    );
  });

  it("quotes whatever becomes text", () => {
    const f = Object.assign((): number => 1, { toString: () => '=a,"b"' });
    expect(toCsv([{ f, s: Symbol("a,b"), x: -1 }])).toBe(`f,s,x\r\n"'=a,""b""","Symbol(a,b)",-1\r\n`);
  });

  it("reads a one-shot iterator once, and each field once", () => {
    let reads = 0;
    const row = {
      get a(): number {
        reads++;
        return 1;
      },
    };
    expect(toCsv([row].values())).toBe("a\r\n1\r\n");
    expect(reads).toBe(1);
  });

  it("refuses what is no rows", () => {
    expect(() => toCsv("a,b" as never)).toThrow("Cannot make CSV: rows must be a record or an iterable of");
    expect(() => toCsv([{ a: 1 }, 2] as never)).toThrow(
      "Cannot make CSV: rows[1] must be a record, received 2",
    );
  });
});
