import { parseError } from '../PromqlError';

const UNITS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

const DURATION =
  /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** Milliseconds of `1h30m` and the like; undefined if it is none. */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  const match = DURATION.exec(text);
  if (!match || text === '') return undefined;
  return ['y', 'w', 'd', 'h', 'm', 's', 'ms'].reduce(
    (sum, unit, index) => sum + Number(match[index + 1] ?? 0) * UNITS[unit],
    0,
  );
}

/** The number that a literal stands for, e.g. `1e3`, `0x1f`, `+Inf`, `nan`. */
export function parseNumber(text: string): number | undefined {
  const compact = text.replace(/\s+/g, '').toLowerCase();
  const sign = compact.startsWith('-') ? -1 : 1;
  const digits = compact.replace(/^[+-]/, '');
  if (digits === 'inf' || digits === 'infinity') return sign * Infinity;
  if (digits === 'nan') return NaN;
  if (/^0x[0-9a-f]+$/.test(digits)) return sign * parseInt(digits, 16);
  // A whole number that begins with 0 is octal, as in Go.
  if (/^0[0-7]+$/.test(digits)) return sign * parseInt(digits, 8);
  if (/^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(digits)) {
    return sign * Number(digits);
  }
  return undefined;
}

const ESCAPES: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]))/g;

/** The text of a quoted string, with Go's escapes; nothing is escaped between backticks. */
export function unquote(
  quoted: string,
  query: string,
  position: number,
): string {
  const quote = quoted[0];
  if (quoted.length < 2 || !quoted.endsWith(quote)) {
    throw parseError(query, position, 'unterminated quoted string');
  }
  const body = quoted.slice(1, -1);
  if (quote === '`') return body;
  return body.replace(ESCAPE, (all, hex, short, long, octal, letter) => {
    const code = hex ?? short ?? long;
    if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
    const known =
      letter !== undefined &&
      ESCAPES[letter] !== undefined &&
      (letter === quote || !['"', "'"].includes(letter));
    if (!known) {
      throw parseError(query, position, `unknown escape sequence ${all}`);
    }
    return ESCAPES[letter];
  });
}
