/** What an expression may name, e.g. `{ github: { ref: 'refs/heads/main' } }`. */
export type Contexts = Record<string, unknown>;

/** Functions that look at how the steps or jobs before went. */
export interface Outcome {
  failed: boolean;
  cancelled: boolean;
}

const TOKEN =
  /\s*(?:(&&|\|\||==|!=|<=|>=|[!<>()[\],.*])|'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w-]*))/y;

type Token = { kind: 'operator' | 'text' | 'number' | 'name'; value: string };

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim()) {
    const match = TOKEN.exec(source);
    if (!match)
      throw new SyntaxError(`Unexpected symbol in expression: '${source}'`);
    const [, operator, text, number, name] = match;
    if (operator) tokens.push({ kind: 'operator', value: operator });
    else if (text !== undefined)
      tokens.push({ kind: 'text', value: text.replaceAll("''", "'") });
    else if (number) tokens.push({ kind: 'number', value: number });
    else tokens.push({ kind: 'name', value: name });
  }
  return tokens;
}

/**
 * Evaluates an expression of a workflow without its `${{ }}`.
 * https://docs.github.com/actions/reference/workflows-and-actions/expressions
 *
 * @throws SyntaxError
 */
export function evaluate(
  source: string,
  contexts: Contexts,
  outcome: Outcome,
): unknown {
  const tokens = tokenize(source);
  let at = 0;
  const take = (value: string) => {
    const is = tokens[at]?.kind === 'operator' && tokens[at].value === value;
    if (is) at += 1;
    return is;
  };
  const expect = (value: string) => {
    if (!take(value))
      throw new SyntaxError(`Expected '${value}' in expression: '${source}'`);
  };

  function primary(): unknown {
    if (take('!')) return !primary();
    if (take('(')) {
      const inner = or();
      expect(')');
      return inner;
    }
    const token = tokens[at];
    if (!token || token.kind === 'operator') {
      throw new SyntaxError(`Unexpected end of expression: '${source}'`);
    }
    at += 1;
    if (token.kind === 'text') return token.value;
    if (token.kind === 'number') return Number(token.value);
    if (token.value === 'true' || token.value === 'false')
      return token.value === 'true';
    if (token.value === 'null') return null;
    if (take('(')) {
      const values: unknown[] = [];
      while (!take(')')) {
        values.push(or());
        take(',');
      }
      return call(token.value, values, outcome);
    }
    let value = contexts[token.value];
    for (;;) {
      if (take('.')) {
        const key = tokens[at]?.value ?? '';
        at += 1;
        value = member(value, key);
      } else if (take('[')) {
        value = member(value, String(or()));
        expect(']');
      } else return value;
    }
  }
  function comparison(): unknown {
    const left = primary();
    if (take('==')) return same(left, primary());
    if (take('!=')) return !same(left, primary());
    if (take('<=')) return Number(left) <= Number(primary());
    if (take('>=')) return Number(left) >= Number(primary());
    if (take('<')) return Number(left) < Number(primary());
    if (take('>')) return Number(left) > Number(primary());
    return left;
  }
  function and(): unknown {
    let left = comparison();
    while (take('&&')) {
      const right = comparison();
      left = left && right;
    }
    return left;
  }
  function or(): unknown {
    let left = and();
    while (take('||')) {
      const right = and();
      left = left || right;
    }
    return left;
  }

  const value = or();
  if (at < tokens.length)
    throw new SyntaxError(
      `Unexpected symbol '${tokens[at].value}' in expression: '${source}'`,
    );
  return value;
}

function member(value: unknown, key: string): unknown {
  return value && typeof value === 'object'
    ? (value as Contexts)[key]
    : undefined;
}

function same(left: unknown, right: unknown): boolean {
  const fold = (value: unknown) => String(value ?? '').toLowerCase();
  return fold(left) === fold(right);
}

function call(name: string, values: unknown[], outcome: Outcome): unknown {
  const [first, second] = values.map(value =>
    String(value ?? '').toLowerCase(),
  );
  switch (name) {
    case 'always':
      return true;
    case 'success':
      return !outcome.failed && !outcome.cancelled;
    case 'failure':
      return outcome.failed;
    case 'cancelled':
      return outcome.cancelled;
    case 'contains':
      return Array.isArray(values[0])
        ? values[0].some(item => same(item, second))
        : first.includes(second);
    case 'startsWith':
      return first.startsWith(second);
    case 'endsWith':
      return first.endsWith(second);
    case 'format':
      return String(values[0]).replace(/\{(\d+)\}/g, (_, index) =>
        String(values[Number(index) + 1] ?? ''),
      );
    case 'join':
      return Array.isArray(values[0])
        ? values[0].join(String(values[1] ?? ','))
        : values[0];
    case 'toJSON':
      return JSON.stringify(values[0] ?? null, null, 2);
    case 'fromJSON':
      return JSON.parse(String(values[0]));
    case 'hashFiles':
      return 'sandbox';
    default:
      throw new SyntaxError(`Unrecognized function: '${name}'`);
  }
}

/** Puts values in for each `${{ }}` of a text; secrets become `***`. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (whole, source: string) => {
    if (/\bsecrets\b/.test(source)) return '***';
    try {
      const value = evaluate(source, contexts, {
        failed: false,
        cancelled: false,
      });
      return typeof value === 'object' && value
        ? JSON.stringify(value)
        : String(value ?? '');
    } catch {
      return whole;
    }
  });
}

/** The `secrets.X` and `vars.X` that a text names within `${{ }}` (or as a whole, for a condition). */
export function referencesOf(text: string, isExpression = false): string[] {
  const sources = isExpression
    ? [text]
    : [...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map(match => match[1]);
  const found = sources.flatMap(source => [
    ...source.matchAll(/\b(secrets|vars)(?:\.([A-Za-z_]\w*)|\['(\w+)'\])/g),
  ]);
  return [
    ...new Set(
      found.map(
        ([, kind, dotted, quoted]) =>
          `${kind}.${(dotted ?? quoted).toUpperCase()}`,
      ),
    ),
  ];
}
