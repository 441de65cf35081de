import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
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
  const entries = ["", "/schemas", "/charts", "/display"].map((entry) =>
    JSON.stringify(`cx-metrics${entry}`),
  );
  const esm = entries.map((entry, index) => `import * as part${index} from ${entry};`).join("\n");
  const cjs = entries.map((entry, index) => `const part${index} = require(${entry});`).join("\n");
  const parts = entries.map((_, index) => `part${index}`).join(", ");
  const use = `console.log(part0.nps([10, 9, 7, 0]).estimate, [${parts}].every(
    ({ InvalidInputError }) => InvalidInputError === part0.InvalidInputError && InvalidInputError !== undefined));`;
  const names = `console.log(JSON.stringify([${parts}].map((part) => Object.keys(part).sort())));`;

  test("imports as ESM, with one error class", () =>
    expect(runNode(project, "use.mjs", `${esm}\n${use}`)).toBe("25 true"));
  test("imports as CommonJS, with one error class", () =>
    expect(runNode(project, "use.cjs", `${cjs}\n${use}`)).toBe("25 true"));
  test("exports the same names to both", () => {
    const exported = runNode(project, "names.cjs", `${cjs}\n${names}`);
    expect(exported).toBe(runNode(project, "names.mjs", `${esm}\n${names}`));
    for (const name of ["nps", "parseScoreRows", "estimateChart", "display"])
      expect(exported).toContain(JSON.stringify(name));
  });
  test("imports nothing but its own files, outside schemas and command", () => {
    const dist = join(project.folder, "node_modules/cx-metrics/dist");
    const pending = ["index.js", "charts.js", "display.js"];
    const seen = new Set(pending);
    for (const file of pending) {
      const text = readFileSync(join(dist, file), "utf8");
      for (const [, path = ""] of text.matchAll(/^(?:import|export)[^"';]*["']([^"']+)["'];?$/gm)) {
        expect(path, file).toMatch(/^\.\/[\w-]+\.js$/);
        if (!seen.has(path.slice(2))) pending.push(path.slice(2));
        seen.add(path.slice(2));
      }
    }
    expect(seen.size).toBeGreaterThan(4);
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
  const consumers = "test/runtimes/consumers";
  /** What a project might write, in both module kinds; test/runtimes/types.mjs does the same with other compilers. */
  const writeConsumers = (): string[] => {
    const files = readdirSync(consumers).map((name) => ({
      name: name.replace(/\.txt$/, ""),
      text: readFileSync(join(consumers, name), "utf8"),
    }));
    return files.flatMap(({ name, text }) => {
      const kinds = name.endsWith(".d.ts")
        ? [name]
        : [".mts", ".cts"].map((kind) => name.replace(".ts", kind));
      for (const kind of kinds) write(project, kind, text);
      return kinds;
    });
  };
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

  test("need nothing but ES2022, in both module kinds", () =>
    expect(runCompiler(project, writeConsumers(), strict)).toBe(""));
  test("hold for bundlers", () => {
    const options = { ...strict, module: "esnext", moduleResolution: "bundler" };
    expect(runCompiler(project, writeConsumers(), options)).toBe("");
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
    ["one chart", 'export { estimateChart } from "cx-metrics/charts";', 4608],
    ["the largest chart", 'export { survivalChart } from "cx-metrics/charts";', 6144],
    ["all charts", 'export * from "cx-metrics/charts";', 15_360],
  ])("%s stays small", async (name, code, limit) => {
    const { bytes, inputs } = await bundleSize(project.folder, code);
    console.log(`${name}: ${bytes} bytes gzipped, at most ${limit}`);
    expect(bytes).toBeLessThanOrEqual(limit);
    expect(inputs.filter((path) => path.includes("/zod/"))).toEqual([]);
  });
  test("display stays small beyond the charts that it draws", async () => {
    const charts = await bundleSize(project.folder, 'export * from "cx-metrics/charts";');
    const both = 'export * from "cx-metrics/charts"; export * as display from "cx-metrics/display";';
    const { bytes } = await bundleSize(project.folder, both);
    const beyond = bytes - charts.bytes;
    console.log(`display with charts: ${bytes} bytes gzipped, ${beyond} beyond charts, at most 5120`);
    expect(beyond).toBeGreaterThan(0);
    expect(beyond).toBeLessThanOrEqual(5120);
  });
  test("zod comes with the schemas only", async () => {
    const { inputs } = await bundleSize(project.folder, 'export * from "cx-metrics/schemas";');
    expect(inputs.some((path) => path.includes("/zod/"))).toBe(true);
  });
});
