import type { Matcher } from './Matcher';

const NAMED: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A value as a string literal of PromQL (those of Go). All but printable ASCII is escaped, so that nothing in it
 * can end the literal or confuse who reads the query.
 *
 * See https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
 */
export function quote(value: string): string {
  let text = '';
  for (const character of value) {
    const code = character.codePointAt(0)!;
    if (NAMED[character]) text += NAMED[character];
    else if (code >= 0x20 && code < 0x7f) text += character;
    else if (code <= 0xffff) text += `\\u${code.toString(16).padStart(4, '0')}`;
    else text += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return `"${text}"`;
}

/** A value as a regular expression (RE2) that matches it alone. */
export function literally(value: string): string {
  return value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

/** `a="x",b=~"y|z"`, in one form whatever was written. */
export function formatMatchers(matchers: readonly Matcher[]): string {
  return matchers
    .map(({ label, operator, value }) => `${label}${operator}${quote(value)}`)
    .join(',');
}
