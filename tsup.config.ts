import { fileURLToPath } from "node:url";
import { defineConfig, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

const entries: Record<string, string> = {
  index: "src/index.ts",
  schemas: "src/schemas/index.ts",
  charts: "src/charts/index.ts",
  display: "src/display/index.ts",
};

// date-fns in UTC patches a class when it is loaded. In a file of its own, bundlers can leave it out of programs that
// do not count ISO weeks, because package.json says that our files have no side effects of their own.
const apart: Record<string, string> = { isoWeeks: "src/time/isoWeeks.ts" };

// simple-statistics does not say that its files are free of side effects, and its one-file build is not: everything
// that it builds when loaded would stay in every program. So its sources are taken, and only those that are used.
const simpleStatistics: Plugin = {
  name: "simple-statistics by source file",
  setup(build) {
    const entry = fileURLToPath(new URL("node_modules/simple-statistics/index.js", import.meta.url));
    build.onResolve({ filter: /^simple-statistics$/ }, () => ({ path: entry, sideEffects: false }));
    build.onResolve({ filter: /^\.\/src\// }, ({ path, importer }) =>
      importer === entry
        ? { path: fileURLToPath(new URL(path, `file://${entry}`)), sideEffects: false }
        : undefined,
    );
  },
};

// The entries share chunks in both module kinds, so that there is one InvalidInputError class whatever is
// imported, and the command adds only its own code.
// With treeshake, Rollup writes the CommonJS chunks; otherwise tsup would lower class fields and `??` in them.
const shared: Options = {
  splitting: true,
  treeshake: true,
  target: "es2022",
  removeNodeProtocol: false,
  // What is small goes into the package, so that importing it reads few files; docs/licenses.md has the notices.
  noExternal: ["simple-statistics", "pure-rand", "date-fns", "@date-fns/utc"],
  esbuildPlugins: [simpleStatistics],
  // Folds arithmetic of constants, which bundlers would otherwise keep for fear of side effects.
  esbuildOptions: (options) => {
    options.minifySyntax = true;
  },
  // tsup's declaration builder sets baseUrl, which TypeScript 6 calls deprecated.
  dts: { entry: entries, compilerOptions: { ignoreDeprecations: "6.0" } },
};

const config: ReturnType<typeof defineConfig> = defineConfig([
  { ...shared, entry: { ...entries, ...apart, cli: "src/cli/main.ts" }, format: ["esm"] },
  { ...shared, entry: { ...entries, ...apart }, format: ["cjs"] },
]);
export default config;
