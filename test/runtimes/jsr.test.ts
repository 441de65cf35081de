import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importsOf } from "../support/rules/importTable.ts";
import { readTree } from "../support/rules/sourceText.ts";

// What needs Deno is in jsr.sh; here is what npm and JSR have to say alike.
const npm: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const jsr: Manifest = JSON.parse(readFileSync("jsr.json", "utf8"));

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly imports: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

test("npm and JSR get the same version under the same license", () =>
  expect([jsr.version, jsr.license]).toEqual([npm.version, npm.license]));

test("and the same entries", () =>
  expect(Object.keys(jsr.exports)).toEqual(
    Object.keys(npm.exports).filter((entry) => entry !== "./package.json"),
  ));

test("with the same libraries inside", () => {
  const used = readTree("src", [".ts"])
    .filter(({ path }) => !path.startsWith("src/cli/"))
    .flatMap((file) => importsOf(file).map(({ specifier }) => specifier))
    .filter((specifier) => !specifier.startsWith("."))
    .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  const ranges = { ...npm.devDependencies, ...npm.dependencies };
  const expected = [...new Set(used)].sort(byCodeUnit).map((name) => [name, `npm:${name}@${ranges[name]}`]);
  expect(expected.length).toBeGreaterThan(3);
  expect(Object.entries(jsr.imports).sort(([a], [b]) => byCodeUnit(a, b))).toEqual(expected);
});

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
