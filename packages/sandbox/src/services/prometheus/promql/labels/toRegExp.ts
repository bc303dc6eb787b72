import { PromqlError } from '../PromqlError';

const CLASSES: Record<string, string> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r\\u0020',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** Escapes that mean something else in JavaScript, or nothing, by what RE2 takes them for. */
const ESCAPES: Record<string, string> = {
  A: '^',
  z: '$',
  a: '\\x07',
  s: '[\\t\\n\\f\\r ]',
  S: '[^\\t\\n\\f\\r ]',
};

const TOKEN =
  /\\Q([\s\S]*?)(?:\\E|$)|\\(p\{\^?\w+\}|P\{\w+\}|[pP][A-Z]|x\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{2}|[\s\S]?)|\[:(\^?)(\w+):\]|\(\?(P<\w+>|:|[imsU-]+[:)]|[\s\S]?)|(\{\d+(?:,\d*)?\})|([\s\S])/gu;

const compiled = new Map<string, RegExp>();

/**
 * The regular expression of a matcher (RE2's syntax), anchored at both ends as Prometheus has it.
 * https://github.com/google/re2/wiki/Syntax
 *
 * @throws PromqlError for one that is malformed or that JavaScript can't be taught
 */
export function toRegExp(pattern: string): RegExp {
  let regexp = compiled.get(pattern);
  if (!regexp) {
    regexp = compile(pattern);
    if (compiled.size > 1000) compiled.clear();
    compiled.set(pattern, regexp);
  }
  return regexp;
}

function compile(pattern: string): RegExp {
  const leading = /^\(\?([is]+)\)/.exec(pattern);
  const flags = leading?.[1] ?? '';
  const body = pattern.slice(leading?.[0].length ?? 0);
  let inClass = false;
  /** Where the contents of the class begin. */
  let classFrom = 0;
  const source = body.replace(
    TOKEN,
    (token, quoted, escape, not, posix, group, repeat, plain, offset) => {
      if (quoted !== undefined) return quoted.replace(/[^\w\s]/g, '\\$&');
      if (escape !== undefined) return translateEscape(escape, inClass, token);
      if (posix !== undefined) {
        if (!inClass || not || !CLASSES[posix]) throw refuse(token);
        return CLASSES[posix];
      }
      if (group !== undefined) {
        return inClass ? token : translateGroup(group, token);
      }
      if (repeat !== undefined) return repeat;
      if (plain === '[') {
        if (inClass) return '\\[';
        inClass = true;
        classFrom = offset + (body[offset + 1] === '^' ? 2 : 1);
      } else if (plain === ']' && inClass) {
        if (offset === classFrom) return '\\]';
        inClass = false;
      } else if (plain === '.' && !inClass && !flags.includes('s')) {
        return '[^\\n]';
      } else if (/[\]{}]/.test(plain) && !inClass) {
        // What closes or repeats nothing stands for itself in RE2.
        return `\\${plain}`;
      }
      return plain;
    },
  );
  try {
    return new RegExp(`^(?:${source})$`, [...new Set(`u${flags}`)].join(''));
  } catch (error) {
    throw malformed((error as Error).message);
  }
}

function translateEscape(escape: string, inClass: boolean, token: string) {
  if (escape === '') throw malformed('trailing backslash at end of expression');
  if (/^[1-9C]/.test(escape)) {
    throw malformed(`invalid escape sequence: \`${token}\``);
  }
  const braced = /^x\{(.+)\}$/.exec(escape);
  if (braced) return `\\u{${braced[1]}}`;
  const property = /^([pP])(?:\{(\w+)\}|([A-Z]))$/.exec(escape);
  if (property) {
    const [, kind, name, letter] = property;
    const isScript = name !== undefined && name.length > 2;
    return `\\${kind}{${isScript ? 'Script=' : ''}${name ?? letter}}`;
  }
  const known = ESCAPES[escape];
  if (known) {
    if (!inClass) return known;
    if (escape === 's') return known.slice(1, -1);
    throw refuse(token);
  }
  // JavaScript lets only syntax characters be escaped, RE2 all of ASCII's punctuation.
  if (/^[^a-zA-Z0-9]$/.test(escape)) {
    return /[\^$\\.*+?()[\]{}|/]/.test(escape) || (escape === '-' && inClass)
      ? `\\${escape}`
      : escape;
  }
  if (/^[dDwWbBtnrfvx]/.test(escape)) return `\\${escape}`;
  throw malformed(`invalid escape sequence: \`${token}\``);
}

function translateGroup(group: string, token: string): string {
  if (group === ':') return '(?:';
  const named = /^P<(\w+)>$/.exec(group);
  if (named) return `(?<${named[1]}>`;
  if (/^[imsU-]+[:)]$/.test(group)) throw refuse(token);
  throw malformed(`invalid or unsupported Perl syntax: \`${token}\``);
}

function malformed(message: string) {
  return new PromqlError('bad_data', `error parsing regexp: ${message}`);
}

function refuse(token: string) {
  return new PromqlError(
    'bad_data',
    `this sandbox does not evaluate \`${token}\` in a regular expression`,
  );
}
