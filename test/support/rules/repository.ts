import { commentsOf, type FileRule, lineAt, type Problem, type SourceText } from "./sourceText.ts";

const LONGEST = 200;

/** A file is read in one sitting. Data is exempt. */
export const notTooLong: FileRule = ({ path, text }) => {
  const lines = lengthOf(text);
  // The index is a list of names, which nothing would be gained by cutting in two.
  if (lines <= LONGEST || /\/fixtures\/|\.json$|^src\/index\.ts$/.test(path)) return [];
  return [{ path, line: LONGEST + 1, message: `has ${lines} lines, at most ${LONGEST} are wanted` }];
};

/** How many lines a text has; a final line break does not begin another. */
export function lengthOf(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}

const KEY = /\[([A-Z][\p{L}'’-]*\d{4}[a-z]?)\]/gu;

/** Every source key, such as the one of a paper by its author and year, is an entry of the list of references. */
export function unknownSources(files: readonly SourceText[], references: string): Problem[] {
  const known = new Set([...references.matchAll(/^[\s>|*#-]*\[([^\]]+)\]/gm)].map((entry) => entry[1]));
  return files.flatMap(({ path, text }) =>
    proseOf({ path, text }).flatMap((part) =>
      [...part.text.matchAll(KEY)]
        .filter((match) => !known.has(match[1]))
        .map((match) => ({
          path,
          line: part.line + lineAt(part.text, match.index) - 1,
          message: `cites ${match[0]}, which docs/references.md does not list`,
        })),
    ),
  );
}

/** Where a file speaks to people: the comments of code, the text of a page without its code blocks. */
function proseOf(file: SourceText): { readonly line: number; readonly text: string }[] {
  if (!file.path.endsWith(".md")) return commentsOf(file);
  // Blank lines stand in for the code, so that line numbers stay.
  const text = file.text.replace(/^[ \t]*(```+).*?^[ \t]*\1/gms, (block) => block.replace(/[^\n]/g, ""));
  return [{ line: 1, text }];
}
