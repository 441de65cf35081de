// Control characters can rewrite a terminal's screen; bidirectional and invisible ones turn or hide text.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text for a terminal: one line, with the characters that a terminal obeys rather than shows written as escapes. */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\t") return "\\t";
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
