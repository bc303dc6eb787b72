import { AlertmanagerError } from './AlertmanagerError';
import type { Labels, Matcher } from './types';

const FORM = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(=~|=|!=|!~)\s*([\s\S]*?)\s*$/;
const ESCAPES: Record<string, string> = { n: '\n', '"': '"', '\\': '\\' };

/**
 * Reads one matcher, e.g. `service="orders"` or `severity=~page|critical`, as
 * https://prometheus.io/docs/alerting/latest/configuration/#label-matchers describes.
 *
 * @throws AlertmanagerError 400
 */
export function parseMatcher(text: string): Matcher {
  const [, name, operator, raw] = FORM.exec(text) ?? [];
  if (!name) throw new AlertmanagerError(400, `bad matcher format: ${text}`);
  const matcher = {
    name,
    value: unquote(raw, text),
    isRegex: operator.endsWith('~'),
    isEqual: operator.startsWith('='),
  };
  compile(matcher);
  return matcher;
}

/** A value's quotes taken away; without quotes it stands as it is. */
function unquote(raw: string, text: string): string {
  const isQuoted = raw.startsWith('"');
  const body = isQuoted ? raw.slice(1, -1) : raw;
  if (isQuoted && !/^"(?:[^"\\]|\\[\s\S])*"$/.test(raw)) {
    throw new AlertmanagerError(
      400,
      `matcher value contains unescaped double quote: ${text}`,
    );
  }
  if (!isQuoted && /(?:^|[^\\])"/.test(raw)) {
    throw new AlertmanagerError(
      400,
      `matcher value contains unescaped double quote: ${text}`,
    );
  }
  return body.replace(/\\([n"\\])/g, (_, letter: string) => ESCAPES[letter]);
}

/** Whether a label's value is what a matcher asks; a label that is absent has an empty one. */
export function matchesValue(matcher: Matcher, value: string): boolean {
  const fits = matcher.isRegex
    ? compile(matcher).test(value)
    : matcher.value === value;
  return fits === matcher.isEqual;
}

export function matchesAll(matchers: Matcher[], labels: Labels): boolean {
  return matchers.every(one => matchesValue(one, labels[one.name] ?? ''));
}

/** A regular expression that has to fit the whole of a value. */
export function anchored(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 's');
}

function compile({ isRegex, value }: Matcher): RegExp {
  if (!isRegex) return /^/;
  try {
    return anchored(value);
  } catch {
    throw new AlertmanagerError(
      400,
      `error parsing regexp: invalid syntax: \`${value}\``,
    );
  }
}

/** As it is written, e.g. `service="orders"`. */
export function formatMatcher(matcher: Matcher): string {
  const { name, value, isRegex, isEqual } = matcher;
  const operator = `${isEqual ? '=' : '!'}${isRegex ? '~' : ''}`;
  const sign = operator === '!' ? '!=' : operator;
  return `${name}${sign}${JSON.stringify(value)}`;
}
