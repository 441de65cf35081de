import { resolve } from "node:path";
import ts from "typescript";
import type { CodePage } from "./page.ts";

/**
 * What the compiler objects to in the code of the pages, with the repository's own strictness. Pages of "tsx" are for a
 * browser, and see the package as it was built.
 */
export function checkTypes(pages: readonly CodePage[], language: "ts" | "tsx" = "ts"): string[] {
  const options = language === "ts" ? compilerOptions() : browserOptions();
  // Each page is a file at the root, so that the paths in its imports mean what they mean there.
  const files = new Map(pages.map((page, index) => [resolve(`page-${index}.${language}`), page]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name)?.code ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) => {
    const page = files.get(name);
    return page === undefined
      ? getSourceFile(name, target, ...rest)
      : ts.createSourceFile(name, `${page.code}\nexport {};`, target, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([name, page]) => {
    const file = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ start = 0, messageText }) => {
      const line = page.code.slice(0, start).split("\n").length;
      return `${page.path}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve("."));
  return {
    ...options,
    // Pages show values without using them, and import types as any reader would.
    noUnusedLocals: false,
    verbatimModuleSyntax: false,
    isolatedDeclarations: false,
    declaration: false,
    paths: {
      "cx-metrics": [resolve("src/index.ts")],
      ...Object.fromEntries(
        ["schemas", "charts", "display"].map((name) => [
          `cx-metrics/${name}`,
          [resolve(`src/${name}/index.ts`)],
        ]),
      ),
    },
  };
}

function browserOptions(): ts.CompilerOptions {
  const { paths: _, ...options } = compilerOptions();
  return {
    ...options,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    jsx: ts.JsxEmit.ReactJSX,
  };
}
