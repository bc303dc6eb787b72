const SIMPLE: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

const NUMBER =
  /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/;

/** What an escape stands for, and how many characters follow its backslash; undefined where it is none of Go's. */
export function unescape(
  rest: string,
): { value: string; length: number } | undefined {
  const simple = SIMPLE[rest[0]];
  if (simple !== undefined) return { value: simple, length: 1 };
  const match = NUMBER.exec(rest);
  if (!match) return undefined;
  const [text, byte, short, long, octal] = match;
  const code = octal ? parseInt(octal, 8) : parseInt(byte ?? short ?? long, 16);
  // A single byte above 0x7f is half a character; surrogates are none.
  if ((byte || octal) && code > 0x7f) return undefined;
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { value: String.fromCodePoint(code), length: text.length };
}
