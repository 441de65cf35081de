const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;

let graphemes: Intl.Segmenter | undefined;

/** How many columns of a terminal a text takes: one for a character with its marks, two for a wide one. */
export function displayWidth(text: string): number {
  if (/^[ -~\u00a0-\u02ff–…]*$/.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    // A mark with nothing before it joins whatever stands to its left.
    if (!/^[\p{M}\u200c\u200d]/u.test(segment)) width += WIDE.test(segment) ? 2 : 1;
  }
  return width;
}
