import { quote, type Scope } from '@portico/plugin-prometheus-node';

/** Label that says to which part of a query a sample belongs. */
export const TAG = 'portico';

/** A part of a query: one reading of the entities of one scope. */
export interface Part {
  /** What it reads, e.g. `requests.5m`. */
  reading: string;
  /** Unlike that of all other parts of the same query. */
  tag: string;
  scope: Scope;
  /** True where the expression is the same for whatever scope: it can't be halved. */
  isWhole?: boolean;
  /** Expression whose result has the scope's labels, and the environment's. */
  build(scope: Scope): string;
}

/** An expression whose samples carry a label; in a replacement, `$1` would stand for a group. */
export function labelled(
  expression: string,
  label: string,
  value: string,
): string {
  const replacement = quote(value.replaceAll('$', '$$$$'));
  return `label_replace(${expression}, "${label}", ${replacement}, "", "")`;
}

/** One query for many parts, told apart by a label. */
export function uniteParts(parts: readonly Part[]): string {
  return unite(
    parts.map(({ tag, scope, build }) => labelled(build(scope), TAG, tag)),
  );
}

/** `a or b`, balanced, so that a thousand of them don't make a thousand levels. */
export function unite(expressions: readonly string[]): string {
  if (expressions.length === 1) return expressions[0];
  const middle = Math.ceil(expressions.length / 2);
  const [left, right] = [
    unite(expressions.slice(0, middle)),
    unite(expressions.slice(middle)),
  ];
  return expressions.length === 2
    ? `${left} or ${right}`
    : `(${left}) or (${right})`;
}

/** Two halves of a list of parts, or of the entities of a single part; undefined where nothing is left to halve. */
export function halve(parts: readonly Part[]): [Part[], Part[]] | undefined {
  if (parts.length > 1) {
    const middle = Math.ceil(parts.length / 2);
    return [parts.slice(0, middle), parts.slice(middle)];
  }
  const [part] = parts;
  const halves = part?.isWhole ? undefined : part?.scope.halves();
  if (!halves) return undefined;
  return [[{ ...part, scope: halves[0] }], [{ ...part, scope: halves[1] }]];
}
