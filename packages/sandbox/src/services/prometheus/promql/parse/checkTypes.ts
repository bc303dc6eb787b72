import type { Binary, Call, Expr, ValueType } from '../ast';
import { parseError, unsupported } from '../PromqlError';
import { SET_OPERATORS } from './readBinaryOperator';
import { REFUSED, SIGNATURES } from './signatures';

const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='];

const TITLES: Record<ValueType, string> = {
  scalar: 'scalar',
  vector: 'instant vector',
  matrix: 'range vector',
  string: 'string',
};

/** What the type is called in errors. */
export function titleOf(type: ValueType): string {
  return TITLES[type];
}

/** What an expression yields; it must have passed {@link checkTypes}. */
export function typeOf(expr: Expr): ValueType {
  switch (expr.kind) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'range':
    case 'subquery':
      return 'matrix';
    case 'call':
      return SIGNATURES.get(expr.name)!.returns;
    case 'unary':
      return typeOf(expr.expr);
    case 'binary':
      return typeOf(expr.left) === 'scalar' && typeOf(expr.right) === 'scalar'
        ? 'scalar'
        : 'vector';
    default:
      return 'vector';
  }
}

/**
 * Checks that each operator and function gets what it takes.
 *
 * @throws PromqlError as Prometheus words it
 */
export function checkTypes(query: string, expr: Expr): void {
  const fail = (at: Expr, message: string) =>
    parseError(query, at.position, message);
  const expect = (at: Expr, wanted: ValueType, where: string) => {
    const type = typeOf(at);
    if (type !== wanted) {
      throw fail(
        at,
        `expected type ${titleOf(wanted)} in ${where}, got ${titleOf(type)}`,
      );
    }
  };

  switch (expr.kind) {
    case 'subquery':
      checkTypes(query, expr.expr);
      if (typeOf(expr.expr) !== 'vector') {
        throw fail(
          expr,
          `subquery is only allowed on instant vector, got ${titleOf(
            typeOf(expr.expr),
          )} instead`,
        );
      }
      break;
    case 'unary':
      checkTypes(query, expr.expr);
      if (!['scalar', 'vector'].includes(typeOf(expr.expr))) {
        throw fail(
          expr,
          `unary expression only allowed on expressions of type scalar or instant vector, got "${titleOf(
            typeOf(expr.expr),
          )}"`,
        );
      }
      break;
    case 'aggregation':
      checkTypes(query, expr.expr);
      expect(expr.expr, 'vector', 'aggregation expression');
      if (expr.parameter) {
        checkTypes(query, expr.parameter);
        const wanted = expr.operator === 'count_values' ? 'string' : 'scalar';
        expect(expr.parameter, wanted, 'aggregation parameter');
      }
      break;
    case 'call':
      checkCall(expr);
      break;
    case 'binary':
      checkTypes(query, expr.left);
      checkTypes(query, expr.right);
      checkBinary(expr);
      break;
    default:
  }

  function checkCall(call: Call) {
    const { name, args } = call;
    if (REFUSED.includes(name)) throw unsupported(`the function ${name}`);
    const signature = SIGNATURES.get(name);
    if (!signature) throw fail(call, `unknown function with name "${name}"`);
    const { args: types, optional } = signature;
    const least = types.length - Math.abs(optional);
    const most = optional < 0 ? Infinity : types.length;
    if (args.length < least || args.length > most) {
      const tooFew = args.length < least;
      const bound = tooFew ? 'at least ' : 'at most ';
      throw fail(
        call,
        `expected ${optional === 0 ? '' : bound}${
          tooFew ? least : most
        } argument(s) in call to "${name}", got ${args.length}`,
      );
    }
    args.forEach((argument, index) => {
      checkTypes(query, argument);
      const wanted = types[Math.min(index, types.length - 1)];
      expect(argument, wanted, `call to function "${name}"`);
    });
  }

  function checkBinary(binary: Binary) {
    const { operator, bool, matching } = binary;
    const left = typeOf(binary.left);
    const right = typeOf(binary.right);
    const scalars = [left, right].filter(type => type === 'scalar').length;
    const compares = COMPARISONS.includes(operator);
    if (bool && !compares) {
      throw fail(
        binary,
        'bool modifier can only be used on comparison operators',
      );
    }
    for (const type of [left, right]) {
      if (type !== 'scalar' && type !== 'vector') {
        throw fail(
          binary,
          'binary expression must contain only scalar and instant vector types',
        );
      }
    }
    if (compares && !bool && scalars === 2) {
      throw fail(binary, 'comparisons between scalars must use BOOL modifier');
    }
    if (scalars > 0 && SET_OPERATORS.includes(operator)) {
      throw fail(
        binary,
        `set operator "${operator}" not allowed in binary scalar expression`,
      );
    }
    if (scalars > 0 && (matching.on || matching.labels.length > 0)) {
      throw fail(
        binary,
        'vector matching only allowed between instant vectors',
      );
    }
  }
}
