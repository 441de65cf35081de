import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

describe("the workflows", () => {
  const folder = ".github/workflows";
  const workflows = readdirSync(folder).map(
    (name) => [name, readFileSync(join(folder, name), "utf8")] as const,
  );
  const pinned = /^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

  test.each(workflows)("%s pins actions by commit, and may only read by default", (_, text) => {
    const used = [...text.matchAll(/^ *(?:- )?uses: *(.*)$/gm)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(pinned);
    expect(text).toContain("\npermissions:\n  contents: read\n");
    expect(text).not.toMatch(/pull_request_target|write-all|secrets: inherit/);
  });
  test.each(["actions/checkout@v6", "actions/checkout@de0fac2e4500 # v6.0.2", "a/b@main # v1.0.0"])(
    "%s is not pinned",
    (action) => expect(action).not.toMatch(pinned),
  );
  test("publishing proves where the package comes from, and runs no scripts of others", () => {
    const publish = readFileSync(join(folder, "publish.yml"), "utf8");
    expect(publish).toContain("id-token: write");
    expect(publish).toContain("npm publish --provenance --access public");
    expect(publish).toContain("npm ci --ignore-scripts");
  });
  test("both registries get the same version", () =>
    expect(JSON.parse(readFileSync("jsr.json", "utf8")).version).toBe(
      JSON.parse(readFileSync("package.json", "utf8")).version,
    ));
});
