/** Comparison operators of Okta's `filter` and `search`, from SCIM (RFC 7644, 3.4.2.2). */
const OPERATORS = ['eq', 'ne', 'sw', 'ew', 'co', 'gt', 'ge', 'lt', 'le'];

export type FilterValue = string | number | boolean | null;

export type Filter =
  | { kind: 'and' | 'or'; parts: Filter[] }
  | { kind: 'not'; part: Filter }
  | { kind: 'present'; attribute: string }
  | {
      kind: 'compare';
      attribute: string;
      operator: string;
      value: FilterValue;
    };

const TOKEN =
  /\s*(?:([()])|("(?:[^"\\]|\\.)*")|([A-Za-z_][\w.]*)|(-?\d+(?:\.\d+)?))/y;

/**
 * Reads an expression such as `status eq "ACTIVE" and profile.title sw "Staff"`.
 *
 * @throws SyntaxError that quotes what was not understood
 */
export function parseFilter(expression: string): Filter {
  const tokens = tokenize(expression);
  let position = 0;
  const peek = () => tokens[position]?.toLowerCase();
  const take = () => {
    const token = tokens[position];
    if (token === undefined) {
      throw new SyntaxError(`'${expression}' ends too early`);
    }
    position += 1;
    return token;
  };

  const parseList = (kind: 'and' | 'or', parseItem: () => Filter): Filter => {
    const parts = [parseItem()];
    while (peek() === kind) {
      take();
      parts.push(parseItem());
    }
    return parts.length === 1 ? parts[0] : { kind, parts };
  };
  function parseOr(): Filter {
    return parseList('or', () => parseList('and', parsePart));
  }
  function parsePart(): Filter {
    const token = take();
    if (token === '(') {
      const inner = parseOr();
      const closing = take();
      if (closing !== ')')
        throw new SyntaxError(`')' expected at '${closing}'`);
      return inner;
    }
    if (token.toLowerCase() === 'not')
      return { kind: 'not', part: parsePart() };
    if (!/^[A-Za-z_]/.test(token)) {
      throw new SyntaxError(`An attribute was expected at '${token}'`);
    }
    const operator = take().toLowerCase();
    if (operator === 'pr') return { kind: 'present', attribute: token };
    if (!OPERATORS.includes(operator)) {
      throw new SyntaxError(`'${operator}' is not an operator`);
    }
    return {
      kind: 'compare',
      attribute: token,
      operator,
      value: parseValue(take()),
    };
  }

  const filter = parseOr();
  if (position < tokens.length) {
    throw new SyntaxError(`'and' or 'or' was expected at '${peek()}'`);
  }
  return filter;
}

function tokenize(expression: string): string[] {
  const tokens: string[] = [];
  const end = expression.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(expression);
    if (!match) {
      throw new SyntaxError(`Not understood: '${expression.slice(start)}'`);
    }
    tokens.push(match[0].trim());
  }
  return tokens;
}

function parseValue(token: string): FilterValue {
  try {
    return JSON.parse(token) as FilterValue;
  } catch {
    throw new SyntaxError(
      `A value in double quotes was expected at '${token}'`,
    );
  }
}
