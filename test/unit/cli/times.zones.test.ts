import { describe, expect, it } from "vitest";
import { jsonOf, runCommand } from "./runCommand.ts";

const options = ["nps", "a.csv", "--score", "s", "--over", "day", "--at", "at"];
const toronto = ["--wall-clock", "America/Toronto"];
const periodOf = async (at: string, ...more: string[]): Promise<unknown> =>
  (await jsonOf([...options, ...more], `at,s\n${at},9\n`))[0]?.period;

async function problemOf(at: string, ...more: string[]): Promise<string> {
  const { code, out, err } = await runCommand([...options, ...more], `at,s\n${at},9\n`);
  expect({ code, out }).toEqual({ code: 3, out: "" });
  return err;
}

describe("times", () => {
  it("with an offset are instants, dates are civil, whatever the zone of the host", async () => {
    expect(await periodOf("2024-01-15T23:30:00-05:00")).toBe("2024-01-16");
    expect(await periodOf("2024-01-15")).toBe("2024-01-15");
    expect(await periodOf("2024-01-15", "--time-zone", "Pacific/Apia")).toBe("2024-01-15");
    expect(await periodOf("2024-01-15", ...toronto)).toBe("2024-01-15");
  });

  it.each(["", "2024-01-15T10:30", "2024-02-30", "01/02/2024", "1705314600000", " 2024-01-15"])(
    "%j is an error",
    async (at) => {
      const err = await problemOf(at);
      expect(err).toMatch(/^a\.csv line 2, column "at": must /);
      expect(err).toContain(`received ${JSON.stringify(at)}\n`);
      expect(err).not.toContain("milliseconds");
    },
  );

  it("without an offset need --wall-clock", async () => {
    const zone = ["--time-zone", "America/Toronto"];
    expect(await problemOf("2024-01-15 23:30:00")).toContain(
      'must end in "Z" or an offset such as "-05:00", or name its zone with --wall-clock, received',
    );
    expect(await periodOf("2024-01-15 23:30:00", ...toronto)).toBe("2024-01-16");
    expect(await periodOf("2024-01-15 23:30:00", ...toronto, ...zone)).toBe("2024-01-15");
    expect(await periodOf("2024-01-15T23:30:00Z", ...toronto, ...zone)).toBe("2024-01-15");
  });

  it("that the clocks skipped are errors", async () => {
    expect(await problemOf("2024-03-10 02:30:00", ...toronto)).toContain(
      'a.csv line 2, column "at": must be a time that exists: the clocks of America/Toronto skipped it',
    );
    expect(await problemOf("2011-12-30 12:00", "--wall-clock", "Pacific/Apia")).toContain("skipped it");
  });

  it("beyond the years of instants are errors", async () => {
    const tokyo = ["--wall-clock", "Asia/Tokyo"];
    expect(await problemOf("0001-01-01T00:00", ...tokyo)).toContain(
      'a.csv line 2, column "at": must lie in the years 0001 to 9999 of UTC',
    );
  });

  it("that the clocks showed twice are the earlier", async () => {
    // 01:30 in Toronto was at 05:30 and at 06:30 UTC; in Costa Rica, at UTC-6, midnight lies between the two.
    const costaRica = ["--time-zone", "America/Costa_Rica"];
    expect(await periodOf("2024-11-03 01:30", ...toronto, ...costaRica)).toBe("2024-11-02");
    expect(await periodOf("2024-11-03 02:00", ...toronto, ...costaRica)).toBe("2024-11-03");
  });
});
