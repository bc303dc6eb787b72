/** A piece of a template such as `"${var.name}-db"`. */
export type TemplatePart = { text: string } | { expression: string };

const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/**
 * Splits a template into text and interpolations. Directives (`%{if …}`) stay text.
 *
 * @param options.escaped true for the inside of a quoted literal, whose backslashes are still to be read;
 *   false for strings that `hcl2json` has read already
 */
export function splitTemplate(
  source: string,
  options: { escaped: boolean },
): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = '';
  let i = 0;
  while (i < source.length) {
    if (source.startsWith('$${', i)) {
      text += '${';
      i += 3;
    } else if (source.startsWith('${', i)) {
      const end = interpolationEnd(source, i + 2);
      if (text) parts.push({ text });
      text = '';
      parts.push({
        expression: source.slice(i + 2, end).replace(/^~|~$/g, ''),
      });
      i = end + 1;
    } else if (options.escaped && source[i] === '\\') {
      text += ESCAPES[source[i + 1]] ?? source[i + 1];
      i += 2;
    } else {
      text += source[i];
      i += 1;
    }
  }
  if (text || parts.length === 0) parts.push({ text });
  return parts;
}

/** Index of the brace that closes an interpolation whose inside begins at `start`. */
export function interpolationEnd(source: string, start: number): number {
  let depth = 0;
  for (let i = start; i < source.length; i += 1) {
    if (source[i] === '"') i = stringEnd(source, i + 1);
    else if (source[i] === '{') depth += 1;
    else if (source[i] === '}') {
      if (depth === 0) return i;
      depth -= 1;
    }
  }
  return source.length;
}

/** Index of the quote that closes a string whose inside begins at `start`; interpolations may hold quotes. */
export function stringEnd(source: string, start: number): number {
  for (let i = start; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === '"') return i;
    else if (source.startsWith('${', i) && source[i - 1] !== '$') {
      i = interpolationEnd(source, i + 2);
    }
  }
  return source.length;
}
