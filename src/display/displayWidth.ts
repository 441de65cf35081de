const WIDE = /[\p{sc=Han}\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff01-\uff60]/u;

let graphemes: Intl.Segmenter | undefined;

/** How many columns of a terminal a text takes: one for a character with its marks, two for a wide one. */
export function displayWidth(text: string): number {
  if (/^[ -~–]*$/.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    // A mark with nothing before it joins whatever stands to its left; a sign of direction, as some languages have before
    // a minus, takes no room.
    if (!/^[\p{M}\p{Cf}]/u.test(segment)) width += WIDE.test(segment) ? 2 : 1;
  }
  return width;
}
