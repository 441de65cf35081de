import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { median } from "./bench/measure.ts";
import * as bans from "./support/rules/bans.ts";
import { importsFollowTheTable } from "./support/rules/importTable.ts";
import { publicNames, undocumentedNames, untestedFiles } from "./support/rules/publicSurface.ts";
import { lengthOf, notTooLong, unknownSources } from "./support/rules/repository.ts";
import { type FileRule, listOf, readTree, type SourceText } from "./support/rules/sourceText.ts";

const sources: SourceText[] = readTree("src", [".ts"]);
const tests: SourceText[] = readTree("test", [".ts", ".js", ".py", ".R", ".sh"]);
const pages: SourceText[] = [...readTree("docs", [".md"]), ...readTree(".ci", ["run"])];
const entries: readonly SourceText[] = ["", "charts/", "display/"].map(
  (folder) => sources.find(({ path }) => path === `src/${folder}index.ts`) ?? { path: "", text: "" },
);
const published = entries.flatMap((entry) => publicNames(entry, sources));

/** A rule about one file at a time: the files it holds for, and pairs of a path and a text that break it. */
interface FileCase {
  readonly name: string;
  readonly rule: FileRule;
  /** All of src, unless said otherwise. */
  readonly files?: readonly SourceText[];
  readonly bad: readonly Example[];
  readonly good?: readonly Example[];
}

type Example = readonly [path: string, text: string];

/** Several texts as the content of one file; of a metric's unless said otherwise. */
const each = (texts: readonly string[], path = "src/survey/x.ts"): Example[] =>
  texts.map((text) => [path, text]);
const cases: readonly FileCase[] = [
  {
    name: "imports follow the table",
    rule: importsFollowTheTable,
    bad: [
      ["src/survey/x.ts", 'import { y } from "../value/y.ts";'],
      ["src/survey/x.ts", 'import type { y } from "../group/y.ts";'],
      ["src/survey/x.ts", 'export { nps } from "../index.ts";'],
      ["src/survey/x.ts", 'type Y = import("../schemas/y.ts").Y;'],
      ["src/survey/x.ts", 'const y = await import("zod");'],
      ["src/survey/x.ts", 'import { y } from "./y";'],
      ["src/math/x.ts", 'import { y } from "../errors.ts";'],
      ["src/rows.ts", 'import { y } from "./stats/y.ts";'],
      ["src/time/x.ts", 'import { addDays } from "date-fns";'],
      ["src/schemas/x.ts", 'import { readFile } from "node:fs";'],
      ["src/utils.ts", ""],
      ["src/utils/x.ts", ""],
    ],
    good: [
      ["src/survey/x.ts", 'import { y } from "../stats/y.ts";\nimport type { z } from "../rows.ts";'],
      ["src/time/x.ts", 'import { a } from "date-fns/addDays";\nimport { b } from "@date-fns/utc";'],
      ["src/cli/x.ts", 'import { y } from "csv-parse";\nimport { stdin } from "node:process";'],
    ],
  },
  {
    name: "no clock and no chance",
    rule: bans.noClockAndNoChance,
    bad: each([
      "const a = Date.now();",
      "const a = [1].map(Math.random);",
      "const a = new Date();",
      "const a = Date();",
      "performance.now();",
    ]),
    good: each(['// Date.now()\nconst a = "new Date()";\nconst b = new Date(0);']),
  },
  {
    name: "no local time",
    rule: bans.noLocalTime,
    bad: each(["a.getFullYear();", "a.setHours(0, 0, 0, 0);", "new Date(2024, 0, 1);"]),
    good: each(["a.getUTCFullYear(); a.getTime();"]),
  },
  {
    name: "no spread into Math.max or Math.min",
    rule: bans.noSpreadMaximum,
    bad: each(["Math.max(...a);", "Math.min(0, ...a);", "Math.max.apply(null, a);"]),
    good: each(["Math.max(a, b);"]),
  },
  {
    name: "no sort without a comparator",
    rule: bans.noSortWithoutComparator,
    bad: each(["[10, 9].sort();"]),
    good: each(["[10, 9].sort((a, b) => a - b);", "const a = new Float64Array(2); a.sort();"]),
  },
  { name: "no instanceof", rule: bans.noInstanceof, bad: each(["a instanceof Date;"]) },
  {
    name: "no eval",
    rule: bans.noEval,
    bad: each(['eval("1");', 'new Function("1");']),
  },
  {
    name: "console and Node only in the command",
    rule: bans.noConsoleAndNoNode,
    bad: each(["console.log(1);", "process.env;"]),
    good: [["src/cli/main.ts", "console.error(1);"]],
  },
  {
    name: "only named exports",
    rule: bans.onlyNamedExports,
    bad: each([
      'export * from "./y.ts";',
      'export * as y from "./y.ts";',
      "export default 1;",
      "export default function f() {}",
      "const a = 1; export { a as default };",
    ]),
    good: each(["export const a = 1; switch (a) { default: }"]),
  },
  {
    name: "zod as a namespace",
    rule: bans.zodAsNamespace,
    bad: [["src/schemas/x.ts", 'import { z } from "zod";']],
    good: [["src/schemas/x.ts", 'import * as z from "zod";']],
  },
  {
    name: "no suppressed compiler errors",
    rule: bans.noSuppression,
    bad: each(["// @ts-ignore\nconst a = 1;"]),
    good: each(['const a = "@ts-ignore";']),
  },
  {
    name: "no file over 200 lines",
    rule: notTooLong,
    files: [...sources, ...tests],
    bad: each(["a\n".repeat(201)]),
    good: [
      ["src/survey/x.ts", "a\n".repeat(200)],
      ["test/reference/fixtures/x.ts", "a\n".repeat(201)],
    ],
  },
];

describe.each(cases)("$name", ({ rule, files = sources, bad, good = [] }) => {
  test("holds", () => expect(listOf(files.flatMap(rule))).toBe(""));
  test.each(bad)("objects to %s: %s", (path, text) => expect(rule({ path, text })).not.toEqual([]));
  test.each(good)("accepts %s: %s", (path, text) => expect(rule({ path, text })).toEqual([]));
});

test("the folders are read", () =>
  expect(Math.min(sources.length, tests.length, ...entries.map(({ text }) => text.length))).toBeGreaterThan(
    5,
  ));

test("the lengths of the metric files", () => {
  const lengths = sources
    .filter(({ path }) => /^src\/(?:survey|retention|value)\//.test(path))
    .map(({ text }) => lengthOf(text));
  console.log(`${lengths.length} metric files, median length ${median(lengths)} lines`);
  expect(lengths.length).toBeGreaterThan(0);
});

describe("the public surface", () => {
  const example = (text: string): SourceText[] => [{ path: "src/survey/x.ts", text }];
  const entry: SourceText = { path: "src/index.ts", text: 'export { x, type Y } from "./survey/x.ts";' };

  test("every public name has a doc comment, every function an example", () =>
    expect(listOf(undocumentedNames(published))).toBe(""));
  test("objects to a name without comment, a function without example, a name that is nowhere", () => {
    const silent = publicNames(entry, example("/** A. */\nexport function x() {}\nexport interface Y {}"));
    expect(undocumentedNames(silent).map(({ line }) => line)).toEqual([2, 3]);
    expect(undocumentedNames(publicNames(entry, []))).toHaveLength(2);
  });
  test("accepts documented ones", () => {
    const text =
      "/**\n * A.\n * @example\n * x();\n */\nexport function x() {}\n/** B. */\nexport type Y = 1;";
    expect(undocumentedNames(publicNames(entry, example(text)))).toEqual([]);
  });

  test("every file with a public function has unit tests", () => {
    const paths = tests.map(({ path }) => path);
    expect(listOf(untestedFiles(published, paths))).toBe("");
  });
  test("objects to a file without tests", () => {
    const names = publicNames(entry, example("export function x() {}\nexport interface Y {}"));
    expect(untestedFiles(names, ["test/unit/survey/xy.test.ts"])).toHaveLength(1);
    expect(untestedFiles(names, ["test/unit/survey/x.zones.test.ts"])).toEqual([]);
  });
});

describe("sources", () => {
  const page = "docs/references.md";
  const references = existsSync(page) ? readFileSync(page, "utf8") : "";

  test("every source key is in docs/references.md", () =>
    expect(listOf(unknownSources([...sources, ...tests, ...pages], references))).toBe(""));
  test("objects to a key that is not listed, in comments and on pages", () => {
    const code = {
      path: "src/x.ts",
      text: 'const a = "[No2000]";\n/** See [Wilson1927]\n * and [Tango1998]. */',
    };
    const text = { path: "docs/x.md", text: "```ts\na[Yes2000];\n```\n[Tango1998b]" };
    const problems = unknownSources([code, text], "- [Wilson1927] Wilson, E. B.");
    expect(problems.map(({ path, line }) => [path, line])).toEqual([
      ["src/x.ts", 3],
      ["docs/x.md", 4],
    ]);
  });
});
