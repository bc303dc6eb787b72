const NARROW = /[.,:;'|!ijlt() ]/;
/** Widths by the size of the type, wide enough for the widest system font in common use. */
const WIDE = 0.66;
const SLIM = 0.38;

/** About how wide a line of text is, in CSS pixels: enough to leave room for it, without a page to measure on. */
export function textWidth(text: string, fontSize = 11): number {
  let width = 0;
  for (const letter of text) width += NARROW.test(letter) ? SLIM : WIDE;
  return Math.ceil(width * fontSize);
}

/** A text cut at its end to fit; empty where not even two letters would. */
export function fittedText(text: string, room: number, fontSize = 11): string {
  if (textWidth(text, fontSize) <= room) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, fontSize) > room) {
    kept = kept.slice(0, -1);
  }
  return kept.length > 1 ? `${kept.trimEnd()}…` : '';
}
