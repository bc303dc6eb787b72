import type { Matcher } from './Matcher';
import { unescape } from './unescape';

/** Matchers that were read, or why they could not be. */
export type ParsedSelector =
  | { matchers: Matcher[]; problem?: undefined }
  | { problem: string };

const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*/;
const OPERATOR = /^(?:=~|!~|!=|=)/;
const SPACE = /^[ \t\r\n]*/;
const LONGEST = 2_000;

/** Labels that the queries themselves use. */
const RESERVED = ['__name__', 'le', 'portico'];

class NotASelector extends Error {}

/**
 * Reads label matchers as in `service="orders", team=~"a|b"`: labels, one of `=`, `!=`, `=~`, `!~`, and values in
 * double quotes with Go's escapes. Nothing else: what can't be read is a problem, and never part of a query.
 */
export function parseSelector(text: string): ParsedSelector {
  try {
    if (text.length > LONGEST) fail(`has more than ${LONGEST} characters`);
    const matchers = readAll(text);
    if (!matchers.some(selectsSomething)) {
      fail('needs one label with = or =~ and a value');
    }
    return { matchers };
  } catch (error) {
    if (error instanceof NotASelector) return { problem: error.message };
    throw error;
  }
}

function selectsSomething({ operator, value }: Matcher): boolean {
  return (operator === '=' || operator === '=~') && value !== '';
}

function readAll(text: string): Matcher[] {
  const matchers: Matcher[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    const { matcher, end } = readMatcher(text, at);
    matchers.push(matcher);
    at = skip(text, end);
    if (at === text.length) break;
    if (text[at] !== ',') fail(`needs a comma at ${place(text, at)}`);
    at = skip(text, at + 1);
  }
  return matchers;
}

function readMatcher(text: string, start: number) {
  const label = LABEL.exec(text.slice(start))?.[0];
  if (!label) fail(`needs a label's name at ${place(text, start)}`);
  if (RESERVED.includes(label)) fail(`can't ask for the label ${label}`);
  let at = skip(text, start + label.length);
  const operator = OPERATOR.exec(text.slice(at))?.[0];
  if (!operator) fail(`needs =, !=, =~ or !~ at ${place(text, at)}`);
  at = skip(text, at + operator.length);
  const { value, end } = readValue(text, at);
  const matcher: Matcher = {
    label,
    operator: operator as Matcher['operator'],
    value,
  };
  return { matcher, end };
}

function readValue(text: string, start: number) {
  if (text[start] !== '"') {
    fail(`needs a value in double quotes at ${place(text, start)}`);
  }
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      if (/\p{Surrogate}/u.test(value))
        fail('has half of a character in a value');
      return { value, end: at + 1 };
    }
    if (character === '\n') fail('has a line break in a value; write \\n');
    if (character === '\\') {
      const escape = unescape(text.slice(at + 1, at + 10));
      if (!escape) fail(`has an unknown escape at ${place(text, at)}`);
      value += escape.value;
      at += escape.length;
    } else value += character;
  }
  return fail('has a value whose quotes are not closed');
}

function skip(text: string, at: number): number {
  return at + SPACE.exec(text.slice(at))![0].length;
}

function place(text: string, at: number): string {
  return at >= text.length
    ? 'its end'
    : `character ${at + 1} (${JSON.stringify(text.slice(at, at + 10))})`;
}

function fail(problem: string): never {
  throw new NotASelector(problem);
}
