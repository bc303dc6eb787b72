import type { Binary, Expr } from '../ast';

/** An operator with its modifiers, without operands. */
export type BinaryOperator = Omit<Binary, 'left' | 'right' | 'position'>;

/** A piece of an expression in the order of the text. */
export type InfixToken =
  | { operand: Expr }
  | { unary: '+' | '-'; position: number }
  | { binary: BinaryOperator };

const COMPARISON = 3;
const MULTIPLICATION = 5;
const POWER = 6;

const LEVELS: Record<string, number> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': COMPARISON,
  '!=': COMPARISON,
  '<': COMPARISON,
  '<=': COMPARISON,
  '>': COMPARISON,
  '>=': COMPARISON,
  '+': 4,
  '-': 4,
  '*': MULTIPLICATION,
  '/': MULTIPLICATION,
  '%': MULTIPLICATION,
  atan2: MULTIPLICATION,
  '^': POWER,
};

/**
 * Binds operands to operators as Prometheus does; a sign binds like a multiplication, `^` to the right.
 * https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence
 */
export function arrange(tokens: InfixToken[]): Expr {
  let next = 0;

  function operand(): Expr {
    const token = tokens[next++];
    if ('operand' in token) return token.operand;
    if ('binary' in token) throw new Error('An operator where a value belongs');
    const expr = climb(POWER);
    const { unary, position } = token;
    if (expr.kind === 'number') {
      const value = unary === '-' ? -expr.value : expr.value;
      return { ...expr, position, value };
    }
    return { kind: 'unary', operator: unary, position, expr };
  }

  function climb(lowest: number): Expr {
    let left = operand();
    while (next < tokens.length) {
      const token = tokens[next];
      if (!('binary' in token)) break;
      const { binary } = token;
      const level = LEVELS[binary.operator];
      if (level < lowest) break;
      next += 1;
      const right = climb(level === POWER ? level : level + 1);
      left = { ...binary, position: left.position, left, right };
    }
    return left;
  }

  return climb(0);
}
