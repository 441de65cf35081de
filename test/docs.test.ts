import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { checkTypes } from "./support/docs/checkTypes.ts";
import { entryOf, examplePage } from "./support/docs/examples.ts";
import { joinBlocks } from "./support/docs/page.ts";
import {
  brokenLinks,
  codeOf,
  componentsOf,
  filesOf,
  missingPages,
  shellOf,
  strayBlocks,
} from "./support/docs/pages.ts";
import { runCode } from "./support/docs/runCode.ts";
import { runShell } from "./support/docs/shell.ts";
import { makeWorkspace, type Workspace } from "./support/docs/workspace.ts";
import { readTree, type SourceText } from "./support/rules/sourceText.ts";

const read = (path: string): SourceText[] =>
  existsSync(path) ? [{ path, text: readFileSync(path, "utf8") }] : [];
const pages: SourceText[] = [...read("README.md"), ...read("CHANGELOG.md"), ...readTree("docs", [".md"])];
const sources: SourceText[] = readTree("src", [".ts"]);
const entries = [
  ...read("src/index.ts").map((index) => entryOf("cx-metrics", index)),
  ...["schemas", "charts", "display"].flatMap((name) =>
    read(`src/${name}/index.ts`).map((index) => entryOf(`cx-metrics/${name}`, index)),
  ),
];
const examples = sources.flatMap((file) => examplePage(file, entries) ?? []);

const workspaces: Workspace[] = [];
afterAll(() => {
  for (const { remove } of workspaces) remove();
});

function workspaceOf(page: SourceText): Workspace {
  const workspace = makeWorkspace(filesOf(page));
  workspaces.push(workspace);
  return workspace;
}

test("the package is built, and there are pages and examples to test", () => {
  expect(existsSync("dist/index.js"), "run npm run build first").toBe(true);
  expect(existsSync("README.md")).toBe(true);
  expect(examples.length).toBeGreaterThan(5);
});

describe.each(pages)("$path", (page) => {
  test("holds only blocks that can be run or read", () => expect(strayBlocks(page)).toEqual([]));
  test("links to what is there", () => expect(brokenLinks(page)).toEqual([]));

  const code = codeOf(page);
  if (code !== undefined) {
    test("code gives what its comments say", async () =>
      expect(await runCode(code, workspaceOf(page))).toEqual([]));
  }

  const blocks = shellOf(page);
  if (blocks.length > 0) {
    test("commands print what the page shows", () => {
      const workspace = workspaceOf(page);
      expect(blocks.flatMap((block) => runShell(page.path, block, workspace))).toEqual([]);
    });
  }
});

describe("examples in doc comments", () => {
  test.each(examples)("$path", async (page) => {
    expect(await runCode(page, workspaceOf({ path: page.path, text: "" }))).toEqual([]);
  });
  test("name pages that are there", () => expect(sources.flatMap(missingPages)).toEqual([]));
});

test("code in pages and examples is valid TypeScript", () => {
  const typed = pages.flatMap((page) => codeOf(page, ["ts"]) ?? []);
  expect(checkTypes([...typed, ...examples])).toEqual([]);
});

test("components in pages are valid TypeScript for a browser", () =>
  expect(checkTypes(pages.flatMap(componentsOf), "tsx")).toEqual([]));

describe("a page that is wrong is found out", () => {
  const run = (text: string): Promise<string[]> =>
    runCode(joinBlocks("bad.md", [{ line: 3, text }]), workspaceOf({ path: "bad.md", text: "" }));

  test.each([
    ["1 + 1; // => 3", "the value is 2"],
    ["0.126; // => 0.12", "the value is 0.126"],
    ["48.2; // => 48", "the value is 48.2"],
    ["-0; // => 0", "the value is -0"],
    ['"a"; // => "b"', 'the value is "a"'],
    ["({ a: 1, b: 2 }); // => { a: 1 }", "also has b"],
    ["({ a: 1 });\n// => { a: 1,\n//   b: 2, … }", "has no b"],
    ["[1, [2]]; // => [1, [3]]", "the value[1][0] is 2"],
    ["[1, 2]; // => [1]", "has 2 items"],
    ["console.log(null); // => undefined", "the value is null"],
    ["const a = 1; // => 2", "the value is 1"],
    ["1; // => about one", "cannot be checked"],
    ["// => 1", "cannot be checked"],
    ["if (Math.PI < 3) {\n  1; // => 1\n}", "was never reached"],
    ['JSON.parse("{}"); // throws: Cannot', "nothing was thrown"],
    ['JSON.parse("{"); // throws SyntaxError: Cannot', "the message is"],
    ["await Promise.resolve(1); // throws: Cannot", "nothing was thrown"],
    ['import { nope } from "cx-metrics";\nnope;', "nope"],
    ["const a = ;", "cannot be compiled"],
    ["throw new Error('stop');", "bad.md.ts:3"],
  ])("%s", async (text, objection) => expect((await run(text)).join("\n")).toContain(objection));

  test("and one that is right is not", async () => {
    const text = [
      'import { InvalidInputError } from "cx-metrics";',
      '({ a: [48.004, -1.25], "b": null, c: undefined });\n// => { a: [48.00, -1.3],\n//      b: null, … }',
      '[1, 2, 3]; // => [1, 2, ...]\nconsole.log("…"); // => "…"',
      "throw_(); // throws InvalidInputError: Cannot compute x: y…",
      'await Promise.reject(new Error("late")); // throws: late',
      'function throw_() { throw new InvalidInputError("compute x", "y", "z", 1); }',
    ];
    expect(await run(text.join("\n"))).toEqual([]);
  });

  test("by the compiler", () => {
    const page = joinBlocks("bad.md", [
      { line: 3, text: 'const a: string = 1;\nimport { x } from "cx-metrics";' },
    ]);
    expect(checkTypes([page]).join("\n")).toMatch(/bad\.md:1 .*no exported member 'x'[\s\S]*bad\.md:3 /);
  });

  test("by the compiler, in a component", () => {
    const text = [
      "```tsx",
      'import { estimateChart } from "cx-metrics/charts";',
      "export const A = () => <p title={1}>{document.title}</p>;",
      "export const b: number = estimateChart([]);",
      "process.exit();",
      "```",
    ];
    const found = checkTypes(componentsOf({ path: "bad.md", text: text.join("\n") }), "tsx");
    expect(found.map((line) => line.slice(0, 8))).toEqual(["bad.md:3", "bad.md:4", "bad.md:5"]);
  });

  test.each([
    ["sh", "rm -rf nothing", "cannot be run"],
    ["sh", "cx-metrics nothing", "exits"],
    ["sh", "cx-metrics --help; rm nothing", "cannot be run"],
    ["sh", "npm run nothing", "no script nothing"],
    ["sh", "npm install cx-metric", "is called cx-metrics"],
    ["console", "$ printf 'a\\n' | cat | cx-metrics --help\nsomething else", "and the page says"],
    ["console", "$ cx-metrics nothing\n$ echo $?\n77", "the exit status is"],
  ])("%s: %s", (language, text, objection) => {
    const workspace = workspaceOf({ path: "bad.md", text: "" });
    expect(runShell("bad.md", { language, text, line: 2 }, workspace).join("\n")).toContain(objection);
  });

  test.each(["```\na\n```", "```yaml\na: 1\n```", "```json\n{,}\n```", "```csv\na,b\n```"])("%s", (text) =>
    expect(strayBlocks({ path: "bad.md", text })).toHaveLength(1),
  );

  test("links", () => {
    const text = "# A `b` (c)\n[1](#a-b-c) [2](#d) [3](nothing.md) [4](docs/) `[5](x)`\n```text\n[6](y)\n```";
    expect(brokenLinks({ path: "bad.md", text })).toHaveLength(2);
    expect(missingPages({ path: "src/x.ts", text: "@see docs/metrics/nothing.md" })).toHaveLength(1);
  });
});
