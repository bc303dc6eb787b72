/** Part of a line. */
export interface LinePart {
  text: string;
  /** It is what is searched for. */
  found: boolean;
}

/** A line cut at what is searched for, whatever its case. */
export function highlight(line: string, term: string): LinePart[] {
  const wanted = term.toLowerCase();
  if (!wanted) {
    return [{ text: line, found: false }];
  }
  const lower = line.toLowerCase();
  const parts: LinePart[] = [];
  let from = 0;
  for (;;) {
    const at = lower.indexOf(wanted, from);
    const end = at < 0 ? line.length : at;
    if (end > from) {
      parts.push({ text: line.slice(from, end), found: false });
    }
    if (at < 0) {
      return parts;
    }
    from = at + wanted.length;
    parts.push({ text: line.slice(at, from), found: true });
  }
}

/** A line over several lines, where it is JSON. */
export function prettified(line: string): string {
  if (!/^\s*[{[]/.test(line)) {
    return line;
  }
  try {
    return JSON.stringify(JSON.parse(line), null, 2);
  } catch {
    return line; // It only begins like JSON.
  }
}
