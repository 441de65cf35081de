import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Nothing may depend on where the process runs, so unit tests, hazards and calendars run under each of these. */
const hostTimeZones: readonly string[] = ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Apia"];
const underEveryTimeZone: string[] = ["test/unit/**/*.test.ts", "test/**/*.zones.test.ts"];

/** Long simulations do not fit a default run: `npm run calibration:wide` asks for it by name. */
const wide: readonly string[] = process.env.CALIBRATION === "wide" ? ["test/calibration/*.wide.ts"] : [];

/** Where to write the results for a program to read; `.ci/run` counts them. */
const report: string | undefined = process.env.TEST_REPORT;

const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    pool: "forks",
    // Not one less than the machine has: with two, that would be half of it.
    maxWorkers: "100%",
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        extends: true,
        test: {
          name: "tests",
          include: wide.length > 0 ? [...wide] : ["test/**/*.test.ts"],
          exclude: underEveryTimeZone,
          testTimeout: wide.length > 0 ? 3_600_000 : 60_000,
        },
      },
      ...hostTimeZones.map((zone) => ({
        extends: true as const,
        test: {
          name: `TZ=${zone}`,
          include: underEveryTimeZone,
          env: { TZ: zone },
          // One process for all files of a zone: four times hundreds of small files spend their time on imports.
          isolate: false,
          testTimeout: 60_000,
        },
      })),
    ],
  },
});
export default config;
