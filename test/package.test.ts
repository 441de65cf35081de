import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleSize } from "./support/packageSize.ts";
import { type PackedProject, packProject, runCompiler, runNode, write } from "./support/packed.ts";

let project: PackedProject;
beforeAll(() => {
  project = packProject();
}, 60_000);
afterAll(() => project.remove());

const manifest = JSON.parse(readFileSync("package.json", "utf8"));

describe("the tarball", () => {
  const allowed =
    /^(?:dist\/(?:index|schemas|charts|display)\.(?:d\.)?(?:js|cjs|ts|cts)|dist\/isoWeeks\.c?js|dist\/[\w-]+-[\w-]{8}\.(?:js|cjs|d\.ts|d\.cts)|dist\/cli\.js|docs\/[\w/-]+\.md|README\.md|LICENSE|CHANGELOG\.md|package\.json)$/;
  const expected = ["js", "cjs", "d.ts", "d.cts"].flatMap((kind) => [
    `dist/index.${kind}`,
    `dist/schemas.${kind}`,
    `dist/charts.${kind}`,
    `dist/display.${kind}`,
  ]);

  test("holds what the package needs", () => {
    const others = [
      "dist/cli.js",
      "README.md",
      "LICENSE",
      "CHANGELOG.md",
      "package.json",
      "docs/metrics/nps.md",
      "docs/metrics/survival.md",
      "docs/metrics/clv.md",
    ];
    expect([...expected, ...others].filter((path) => !project.files.includes(path))).toEqual([]);
  });
  test("and nothing else", () => expect(project.files.filter((path) => !allowed.test(path))).toEqual([]));

  test("runs nothing when it is installed", () =>
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name)),
    ).toEqual([]));
  test("says what it is", () =>
    expect(manifest).toMatchObject({
      name: "cx-metrics",
      license: "MIT",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20" },
    }));
  test("refers to no source maps", () => {
    const scripts = project.files.filter((path) => /\.c?js$/.test(path));
    const texts = scripts.map((path) =>
      readFileSync(join(project.folder, "node_modules/cx-metrics", path), "utf8"),
    );
    expect(texts.filter((text) => text.includes("sourceMappingURL"))).toEqual([]);
  });
});

describe("the lock file", () => {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync("package-lock.json", "utf8"),
  );
  interface Locked {
    readonly resolved?: string;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }

  test("records no download addresses", () =>
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]));
  test("knows the binaries of every platform, without which npm ci refuses it", () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe("installed, it", () => {
  const use = `console.log(nps([10, 9, 7, 0]).estimate, InvalidInputError === fromSchemas);`;

  test("imports as ESM, with one error class", () => {
    const code = `import { nps, InvalidInputError } from "cx-metrics";
      import { InvalidInputError as fromSchemas } from "cx-metrics/schemas";\n${use}`;
    expect(runNode(project, "use.mjs", code)).toBe("25 true");
  });
  test("imports as CommonJS, with one error class", () => {
    const code = `const { nps, InvalidInputError } = require("cx-metrics");
      const { InvalidInputError: fromSchemas } = require("cx-metrics/schemas");\n${use}`;
    expect(runNode(project, "use.cjs", code)).toBe("25 true");
  });
  test("exports the same names to both", () => {
    const names = "console.log(JSON.stringify([cx, schemas].map((part) => Object.keys(part).sort())));";
    const esm = `import * as cx from "cx-metrics";\nimport * as schemas from "cx-metrics/schemas";\n${names}`;
    const cjs = `const cx = require("cx-metrics");\nconst schemas = require("cx-metrics/schemas");\n${names}`;
    expect(runNode(project, "names.cjs", cjs)).toBe(runNode(project, "names.mjs", esm));
    expect(runNode(project, "names.cjs", cjs)).toContain('"nps"');
  });

  test("has a command", () => {
    const command = join(project.folder, "node_modules/cx-metrics/dist/cli.js");
    expect(statSync(command).mode & 0o111).not.toBe(0);
    const run = spawnSync(command, ["--help"], { cwd: project.folder, encoding: "utf8" });
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("cx-metrics nps");
  });
});

describe("its types", () => {
  const useOfMain = `
    import { nps, type Answer, InvalidInputError } from "cx-metrics";
    const answers: readonly Answer[] = [10, null, { score: 9, count: 2n }];
    const result = nps(answers, { level: 0.9 });
    const estimate: number | null = result.estimate;
    const metric: "nps" = result.metric;
    // @ts-expect-error A result is read-only.
    result.n = 1;
    // @ts-expect-error There is no such option.
    nps(answers, { alpha: 0.1 });
    // @ts-expect-error Text is not a score.
    nps(["10"]);
    export const all: readonly unknown[] = [estimate, metric, new InvalidInputError("a", "b", "c", 1).path];
  `;
  const useOfSchemas = `
    import { InvalidInputError } from "cx-metrics";
    import * as schemas from "cx-metrics/schemas";
    const same: typeof InvalidInputError = schemas.InvalidInputError;
    export const all: readonly unknown[] = [same, schemas];
  `;
  const strict = {
    target: "es2022",
    lib: ["es2022"],
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
  };

  test("need nothing but ES2022, in both module kinds", () => {
    write(project, "main.mts", useOfMain);
    write(project, "main.cts", useOfMain);
    expect(runCompiler(project, ["main.mts", "main.cts"], strict)).toBe("");
  });
  test("hold for the schemas as well", () => {
    write(project, "schemas.mts", useOfSchemas);
    write(project, "schemas.cts", useOfSchemas);
    // zod's own declarations mention the URL that every runtime has, and ES2022 has not.
    write(project, "runtime.d.ts", "declare class URL {}");
    expect(runCompiler(project, ["schemas.mts", "schemas.cts", "runtime.d.ts"], strict)).toBe("");
  });
  test("hold for bundlers", () => {
    write(project, "bundled.ts", useOfMain);
    const options = { ...strict, module: "esnext", moduleResolution: "bundler" };
    expect(runCompiler(project, ["bundled.ts"], options)).toBe("");
  });
});

describe("in a bundle", () => {
  test.each([
    ["nps alone", 'export { nps } from "cx-metrics";', 2560],
    ["kaplanMeier alone", 'export { kaplanMeier } from "cx-metrics";', 3584],
    ["cohortRetention alone", 'export { cohortRetention } from "cx-metrics";', 8448],
    ["fitBgNbd alone", 'export { fitBgNbd } from "cx-metrics";', 10_240],
    ["clv alone", 'export { clv } from "cx-metrics";', 27_648],
    ["the whole main entry", 'export * from "cx-metrics";', 76_800],
  ])("%s stays small", async (name, code, limit) => {
    const { bytes, inputs } = await bundleSize(project.folder, code);
    console.log(`${name}: ${bytes} bytes gzipped, at most ${limit}`);
    expect(bytes).toBeLessThanOrEqual(limit);
    expect(inputs.filter((path) => path.includes("/zod/"))).toEqual([]);
  });
  test("zod comes with the schemas only", async () => {
    const { inputs } = await bundleSize(project.folder, 'export * from "cx-metrics/schemas";');
    expect(inputs.some((path) => path.includes("/zod/"))).toBe(true);
  });
});
