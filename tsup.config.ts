import { defineConfig, type Options } from "tsup";

const entries: Record<string, string> = { index: "src/index.ts", schemas: "src/schemas/index.ts" };

// The entries share chunks in both module kinds, so that there is one InvalidInputError class whatever is
// imported, and the command adds only its own code.
// With treeshake, Rollup writes the CommonJS chunks; otherwise tsup would lower class fields and `??` in them.
const shared: Options = { splitting: true, treeshake: true, target: "es2022", removeNodeProtocol: false };

const esm: Options = {
  ...shared,
  entry: { ...entries, cli: "src/cli/main.ts" },
  format: ["esm"],
  // tsup's declaration builder sets baseUrl, which TypeScript 6 calls deprecated.
  dts: { entry: entries, compilerOptions: { ignoreDeprecations: "6.0" } },
};

const cjs: Options = {
  ...shared,
  entry: entries,
  format: ["cjs"],
  dts: { entry: entries, compilerOptions: { ignoreDeprecations: "6.0" } },
};

const config: ReturnType<typeof defineConfig> = defineConfig([esm, cjs]);
export default config;
