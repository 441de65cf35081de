import { defineConfig, type Options } from "tsup";

const library: Options = {
  entry: { index: "src/index.ts", schemas: "src/schemas/index.ts" },
  format: ["esm", "cjs"],
  // Declarations come from the same sources; splitting lets both entries share one InvalidInputError class.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  splitting: true,
  target: "es2022",
  treeshake: true,
  clean: true,
};

const command: Options = {
  entry: { cli: "src/cli/main.ts" },
  format: ["esm"],
  platform: "node",
  target: "node20",
  banner: { js: "#!/usr/bin/env node" },
};

const config: ReturnType<typeof defineConfig> = defineConfig([library, command]);
export default config;
