import { describe, expect, it } from "vitest";
import { runCommand } from "./runCommand.ts";

const by = ["nps", "a.csv", "--score", "score", "--by", "group"];

describe("the table for people", () => {
  it("lines up labels at the left and numbers at the right", async () => {
    const { out } = await runCommand(
      [...by, "--method", "wald"],
      "group,score\nweb,9\n,9\n日本語,3\ncafe\u0301,\n",
    );
    // Wide characters take two columns, and a combining mark none.
    expect(out.split("\n")).toEqual([
      "group        nps (95% wald)  n  missing  promoters  passives  detractors",
      "web        100 (100 to 100)  1        0          1         0           0",
      '""         100 (100 to 100)  1        0          1         0           0',
      "日本語  -100 (-100 to -100)  1        0          0         0           1",
      "cafe\u0301                      –  0        1          0         0           0",
      "",
    ]);
  });

  it("shows what a terminal would obey", async () => {
    const { out } = await runCommand(by, 'group,score\n"\u001b[2J\u202Eevil\nline\u0000",9\n');
    expect(out).toContain("\\u{1b}[2J\\u{202e}evil\\nline\\u{0}");
    expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it("says which results are hidden", async () => {
    const { out } = await runCommand([...by, "--minimum", "5"], "group,score\nweb,9\n");
    expect(out.split("\n")[1]?.trim().split(/ {2,}/)).toEqual(["web", "under 5", "–", "–", "–", "–", "–"]);
  });

  it("names level and method, and the counts of the metric", async () => {
    const csat = await runCommand(
      ["csat", "-", "--score", "s", "--level", "0.999", "--method", "jeffreys"],
      "s\n5\n",
    );
    expect(csat.out).toMatch(/^csat \(99\.9% jeffreys\) +n +missing +satisfied\n/);
    const ces = await runCommand(["ces", "-", "--score", "s"], "s\n5\n6\n");
    expect(ces.out).toMatch(/^ +ces \(95% t\) +n +missing +standard deviation\n.* 2 +0 +0\.71\n$/);
  });
});

describe("--csv", () => {
  it("prints the same fields as --json", async () => {
    const text = "group,score\nweb,9\napp,3\n";
    const json = JSON.parse((await runCommand([...by, "--json"], text)).out) as Record<string, unknown>[];
    const [header, ...lines] = (await runCommand([...by, "--csv"], text)).out.trim().split("\r\n");
    expect(header?.split(",")).toEqual(Object.keys(json[0] ?? {}));
    expect(lines.map((line) => line.split(","))).toEqual(
      json.map((row) => Object.values(row).map((value) => (value === null ? "" : String(value)))),
    );
  });
});
