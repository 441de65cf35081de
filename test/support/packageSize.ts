import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a line of code costs a web page: everything it pulls in, minified and compressed. */
export interface BundleSize {
  readonly bytes: number;
  /** The files that end up in the bundle. */
  readonly inputs: readonly string[];
}

/** Bundles code as a web site would, dependencies included. */
export async function bundleSize(folder: string, code: string): Promise<BundleSize> {
  const result = await build({
    stdin: { contents: code, resolveDir: folder, sourcefile: join(folder, "entry.js") },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error("esbuild wrote nothing");
  const used = Object.values(result.metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return { bytes: gzipSync(output.contents, { level: 9 }).length, inputs: used };
}
