/** Seven rows of five points a character; each row is a digit of base 32. */
const ROWS: Record<string, string> = {
  A: 'ehhvhhh',
  B: 'uhhuhhu',
  C: 'ehggghe',
  D: 'uhhhhhu',
  E: 'vgguggv',
  F: 'vgguggg',
  G: 'ehgnhhf',
  H: 'hhhvhhh',
  I: 'e44444e',
  J: '72222ic',
  K: 'hikokih',
  L: 'ggggggv',
  M: 'hrllhhh',
  N: 'hhpljhh',
  O: 'ehhhhhe',
  P: 'uhhuggg',
  Q: 'ehhhlid',
  R: 'uhhukih',
  S: 'fgge11u',
  T: 'v444444',
  U: 'hhhhhhe',
  V: 'hhhhha4',
  W: 'hhhllla',
  X: 'hha4ahh',
  Y: 'hhha444',
  Z: 'v1248gv',
  '0': 'ehjlphe',
  '1': '4c4444e',
  '2': 'eh1248v',
  '3': 'v2421he',
  '4': '26aiv22',
  '5': 'vgu11he',
  '6': '68guhhe',
  '7': 'v124888',
  '8': 'ehhehhe',
  '9': 'ehhf12c',
  '.': '00000cc',
  ',': '0000c48',
  ':': '0cc0cc0',
  '/': '01248g0',
  '-': '000v000',
  _: '000000v',
  '(': '2488842',
  ')': '8422248',
  '%': 'op248j3',
  '+': '044v440',
  '=': '00v0v00',
  "'": 'c480000',
  '?': 'eh12404',
  ' ': '0000000',
};

export const GLYPH_WIDTH = 5;
export const GLYPH_HEIGHT = 7;

/** Rows of a character, each a number whose five lowest bits are its points, the leftmost being the highest. */
export function glyphOf(character: string): number[] {
  const rows = ROWS[character.toUpperCase()] ?? ROWS['?'];
  return [...rows].map(row => parseInt(row, 32));
}
