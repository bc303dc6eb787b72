import type { AdHocFilter } from '@portico/plugin-grafana-common';

/** Strings, braces of selectors, durations in brackets, lists of labels, names and everything else. */
const TOKEN =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|#[^\n]*|\{|\[[^\]]*\]|\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)|\d[\w.]*|[a-zA-Z_:][\w:.]*|[\s\S]/gi;
const WORDS = new Set(
  'and or unless by without on ignoring group_left group_right bool offset start end atan2 inf nan'.split(
    ' ',
  ),
);

/**
 * An expression of PromQL or LogQL with filters added to each selector of series.
 *
 * @param options.bareNames whether a name without braces selects series, as in PromQL
 */
export function addMatchers(
  expr: string,
  filters: readonly AdHocFilter[],
  options: { bareNames: boolean },
): string {
  const added = filters
    .filter(({ operator }) => operator !== '<' && operator !== '>') // labels have no order
    .map(writeMatcher)
    .join(', ');
  if (!added) return expr;
  const tokens = expr.match(TOKEN) ?? [];
  let written = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === '{') {
      const end = endOfSelector(tokens, at);
      const inside = tokens
        .slice(at + 1, end)
        .join('')
        .trim()
        .replace(/,$/, '');
      written += `{${[inside, added].filter(Boolean).join(', ')}}`;
      at = end;
    } else if (options.bareNames && isSelector(tokens, at)) {
      written += `${token}{${added}}`;
    } else {
      written += token;
    }
  }
  return written;
}

function endOfSelector(tokens: readonly string[], start: number): number {
  const end = tokens.indexOf('}', start);
  return end < 0 ? tokens.length : end;
}

/** A name that is no function, no keyword, and has no braces of its own. */
function isSelector(tokens: readonly string[], at: number): boolean {
  const token = tokens[at];
  if (!/^[a-zA-Z_:][\w:.]*$/.test(token)) return false;
  if (WORDS.has(token.toLocaleLowerCase('en-US'))) return false;
  const next = tokens.slice(at + 1).find(it => it.trim() !== '') ?? '';
  if (next === '(' || next === '{') return false;
  return !/^(by|without)\s*\(/i.test(next); // sum by (job) (…)
}

function writeMatcher({ key, operator, value }: AdHocFilter): string {
  const text = (it: string) =>
    `"${it.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  switch (operator) {
    case '=|':
      return `${key}=~${text(alternatives(value))}`;
    case '!=|':
      return `${key}!~${text(alternatives(value))}`;
    default:
      return `${key}${operator}${text(value)}`;
  }
}

function alternatives(value: string): string {
  return value
    .split(/\||__gfp__/)
    .map(it => it.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'))
    .join('|');
}
