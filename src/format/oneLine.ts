// Control characters can rewrite a terminal's screen; bidirectional and invisible ones turn or hide text. The two
// joiners stay: Persian words and emoji need them.
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text on one line, with the characters that a terminal or a page obeys rather than shows written as escapes. */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\t") return "\\t";
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
