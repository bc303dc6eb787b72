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
    value: unquote(raw),
    isRegex: operator.endsWith('~'),
    isEqual: operator.startsWith('='),
  };
  const problem =
    matcher.isRegex && regexpProblem(matcher.value, `^(?:${matcher.value})$`);
  if (problem) throw new AlertmanagerError(400, problem);
  return matcher;
}

/** A value's quotes taken away; without quotes it stands as it is. */
function unquote(raw: string): string {
  const isQuoted = raw.startsWith('"');
  const body = isQuoted ? raw.slice(1, -1) : raw;
  if (isQuoted && !/^"(?:[^"\\]|\\[\s\S])*"$/.test(raw)) {
    throw unescaped(raw);
  }
  if (!isQuoted && /(?:^|[^\\])"/.test(raw)) {
    throw unescaped(raw);
  }
  return body.replace(/\\([n"\\])/g, (_, letter: string) => ESCAPES[letter]);
}

/** Whether a label's value is what a matcher asks; a label that is absent has an empty one. */
export function matchesValue(matcher: Matcher, value: string): boolean {
  const fits = matcher.isRegex
    ? anchored(matcher.value).test(value)
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

/** Why this is no regular expression, in Go's words where they are easy to tell; undefined where it is one. */
export function regexpProblem(source: string, shown: string) {
  try {
    anchored(source);
    return undefined;
  } catch {
    const opened = source.split('(').length - source.split(')').length;
    const bracket = opened < 0 ? 'unexpected )' : 'missing closing )';
    const what = opened === 0 ? 'invalid syntax' : bracket;
    return `error parsing regexp: ${what}: \`${shown}\``;
  }
}

function unescaped(raw: string): AlertmanagerError {
  return new AlertmanagerError(
    400,
    `matcher value contains unescaped double quote: ${raw}`,
  );
}

/** As it is written, e.g. `service="orders"`. */
export function formatMatcher(matcher: Matcher): string {
  const { name, value, isRegex, isEqual } = matcher;
  const operator = `${isEqual ? '=' : '!'}${isRegex ? '~' : ''}`;
  const sign = operator === '!' ? '!=' : operator;
  return `${name}${sign}${JSON.stringify(value)}`;
}
