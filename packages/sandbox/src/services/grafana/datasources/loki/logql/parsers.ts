import { extract, markError, type Line, type Stage } from './Line';
import { unsupported } from './LogqlError';

/** `| json`: a label for each value, those inside others joined by `_`; lists are left out. */
export function jsonParser(): Stage {
  return line => {
    let parsed: unknown;
    try {
      parsed = JSON.parse(line.text);
    } catch {
      markError(
        line,
        'JSONParserErr',
        "Value looks like object, but can't find closing '}' symbol",
      );
      return true;
    }
    flatten(line, parsed, '');
    return true;
  };
}

function flatten(line: Line, value: unknown, name: string) {
  if (Array.isArray(value) || value === null || value === undefined) return;
  if (typeof value !== 'object') {
    if (name !== '') extract(line, name, String(value));
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    flatten(line, inner, name === '' ? key : `${name}_${key}`);
  }
}

const PAIR = /([^\s=]+)(?:=(?:"((?:[^"\\]|\\.)*)"|(\S*)))?/g;

/** `| logfmt`: a label for each `name=value`. */
export function logfmtParser(): Stage {
  return line => {
    for (const [, name, quoted, plain] of line.text.matchAll(PAIR)) {
      const value = quoted?.replace(/\\(["\\])/g, '$1') ?? plain ?? '';
      if (value !== '') extract(line, name, value);
    }
    return true;
  };
}

/** `| regexp "…"`: a label for each named group. */
export function regexpParser(pattern: string): Stage {
  let regexp: RegExp;
  try {
    regexp = new RegExp(pattern.replaceAll('(?P<', '(?<'), 'u');
  } catch {
    throw unsupported(`the regular expression ${JSON.stringify(pattern)}`);
  }
  return line => {
    const groups = regexp.exec(line.text)?.groups ?? {};
    for (const [name, value] of Object.entries(groups)) {
      extract(line, name, value ?? '');
    }
    return true;
  };
}
