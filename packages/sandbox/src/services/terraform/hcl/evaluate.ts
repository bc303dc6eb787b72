import { EvaluationError } from './EvaluationError';
import type { Expression } from './Expression';
import { functions } from './functions';
import { hasUnknown, isMap, UNKNOWN, type Value, type ValueMap } from './Value';

/** What names mean where an expression stands. */
export interface Environment {
  /**
   * The value of a reference such as `var.name` or `aws_db_instance.main`.
   *
   * @returns the value and how many of `names` it used up; the rest are attributes of the value
   * @throws EvaluationError for what is not declared
   */
  lookup(names: string[]): { value: Value; used: number };
  /** An attribute that an object does not hold, if something else knows it. */
  missingAttribute?(target: ValueMap, name: string): Value | undefined;
  /** Told of each object whose attribute is read. */
  onRead?(target: ValueMap, name: string): void;
}

/** Computes the value of an expression; unknown parts make the result unknown. */
export function evaluate(expression: Expression, env: Environment): Value {
  switch (expression.type) {
    case 'literal':
      return expression.value;
    case 'template': {
      const parts = expression.parts.map(part => evaluate(part, env));
      if (parts.some(hasUnknown)) return UNKNOWN;
      return parts.map(part => toText(part)).join('');
    }
    case 'name':
    case 'attribute':
      return evaluateReference(expression, env);
    case 'index': {
      const target = evaluate(expression.target, env);
      const key = evaluate(expression.key, env);
      if (target === UNKNOWN || key === UNKNOWN) return UNKNOWN;
      return readIndex(target, key);
    }
    case 'splat': {
      const target = evaluate(expression.target, env);
      if (target === UNKNOWN) return UNKNOWN;
      let elements: Value[] = [];
      if (Array.isArray(target)) elements = target;
      else if (target !== null) elements = [target];
      return elements.map(element =>
        evaluate(expression.each, withNames(env, { '*': element })),
      );
    }
    case 'element':
      return env.lookup(['*']).value;
    case 'call':
      return evaluateCall(expression, env);
    case 'tuple':
      return expression.items.map(item => evaluate(item, env));
    case 'object': {
      const object: ValueMap = {};
      for (const item of expression.items) {
        const key = evaluate(item.key, env);
        if (key === UNKNOWN) return UNKNOWN;
        object[toText(key)] = evaluate(item.value, env);
      }
      return object;
    }
    case 'for':
      return evaluateFor(expression, env);
    case 'unary': {
      const operand = evaluate(expression.operand, env);
      if (operand === UNKNOWN) return UNKNOWN;
      return expression.operator === '!' ? !truth(operand) : -Number(operand);
    }
    case 'binary':
      return evaluateBinary(expression, env);
    default: {
      const condition = evaluate(expression.condition, env);
      if (condition === UNKNOWN) return UNKNOWN;
      return evaluate(
        truth(condition) ? expression.then : expression.otherwise,
        env,
      );
    }
  }
}

/** The environment in which these names come first, e.g. the variables of a `for`. */
export function withNames(env: Environment, names: ValueMap): Environment {
  return {
    ...env,
    lookup: path =>
      path[0] in names ? { value: names[path[0]], used: 1 } : env.lookup(path),
    missingAttribute: env.missingAttribute?.bind(env),
    onRead: env.onRead?.bind(env),
  };
}

function evaluateReference(expression: Expression, env: Environment): Value {
  const names: string[] = [];
  let root = expression;
  while (root.type === 'attribute') {
    names.unshift(root.name);
    root = root.target;
  }
  if (root.type !== 'name') {
    const target = evaluate(root, env);
    return names.reduce(
      (value, name) => readAttribute(value, name, env),
      target,
    );
  }
  names.unshift(root.name);
  const { value, used } = env.lookup(names);
  return names
    .slice(used)
    .reduce<Value>((target, name) => readAttribute(target, name, env), value);
}

function readAttribute(target: Value, name: string, env: Environment): Value {
  if (target === UNKNOWN) return UNKNOWN;
  if (isMap(target)) {
    env.onRead?.(target, name);
    if (name in target) return target[name];
    const value = env.missingAttribute?.(target, name);
    if (value !== undefined) return value;
  }
  throw new EvaluationError(
    'Unsupported attribute',
    isMap(target)
      ? `This object does not have an attribute named "${name}".`
      : `Can't access attributes on a value that is not an object.`,
  );
}

function readIndex(target: Value, key: Value): Value {
  if (Array.isArray(target)) {
    const index = Number(key);
    if (index in target) return target[index];
  } else if (isMap(target) && toText(key) in target) {
    return target[toText(key)];
  }
  throw new EvaluationError(
    'Invalid index',
    'The given key does not identify an element in this collection value.',
  );
}

function evaluateCall(
  call: Extract<Expression, { type: 'call' }>,
  env: Environment,
): Value {
  if (call.name === 'try' || call.name === 'can') {
    for (const arg of call.args) {
      try {
        const value = evaluate(arg, env);
        return call.name === 'can' ? true : value;
      } catch (error) {
        if (!(error instanceof EvaluationError)) throw error;
      }
    }
    if (call.name === 'can') return false;
    throw new EvaluationError(
      'Error in function call',
      'Call to function "try" failed: no expression succeeded.',
    );
  }
  const known = Object.hasOwn(functions, call.name);
  if (!known) {
    throw new EvaluationError(
      'Call to unknown function',
      `The sandbox has no function named "${call.name}".`,
    );
  }
  let args = call.args.map(arg => evaluate(arg, env));
  if (call.expandLast) {
    const last = args[args.length - 1];
    if (last === UNKNOWN) return UNKNOWN;
    args = [...args.slice(0, -1), ...(Array.isArray(last) ? last : [last])];
  }
  const passesUnknown = ['merge', 'concat', 'tolist', 'tomap', 'toset'];
  if (
    args.some(
      passesUnknown.includes(call.name) ? a => a === UNKNOWN : hasUnknown,
    )
  ) {
    return UNKNOWN;
  }
  return functions[call.name](...args);
}

function evaluateFor(
  loop: Extract<Expression, { type: 'for' }>,
  env: Environment,
): Value {
  const collection = evaluate(loop.collection, env);
  if (collection === UNKNOWN) return UNKNOWN;
  const entries: [Value, Value][] = Array.isArray(collection)
    ? collection.map((value, index) => [index, value])
    : Object.entries(isMap(collection) ? collection : {});
  const list: Value[] = [];
  const object: ValueMap = {};
  for (const [key, value] of entries) {
    const inner = withNames(env, {
      ...(loop.keyName ? { [loop.keyName]: key } : {}),
      [loop.valueName]: value,
    });
    if (loop.condition) {
      const wanted = evaluate(loop.condition, inner);
      if (wanted === UNKNOWN) return UNKNOWN;
      if (!truth(wanted)) continue;
    }
    const item = evaluate(loop.value, inner);
    if (!loop.key) {
      list.push(item);
      continue;
    }
    const itemKey = evaluate(loop.key, inner);
    if (itemKey === UNKNOWN) return UNKNOWN;
    const name = toText(itemKey);
    if (loop.grouped) {
      const group = object[name];
      object[name] = [...(Array.isArray(group) ? group : []), item];
    } else {
      object[name] = item;
    }
  }
  return loop.key ? object : list;
}

function evaluateBinary(
  { operator, left, right }: Extract<Expression, { type: 'binary' }>,
  env: Environment,
): Value {
  const a = evaluate(left, env);
  const b = evaluate(right, env);
  if (hasUnknown(a) || hasUnknown(b)) return UNKNOWN;
  switch (operator) {
    case '&&':
      return truth(a) && truth(b);
    case '||':
      return truth(a) || truth(b);
    case '==':
      return JSON.stringify(a) === JSON.stringify(b);
    case '!=':
      return JSON.stringify(a) !== JSON.stringify(b);
    case '<':
      return Number(a) < Number(b);
    case '>':
      return Number(a) > Number(b);
    case '<=':
      return Number(a) <= Number(b);
    case '>=':
      return Number(a) >= Number(b);
    case '+':
      return Number(a) + Number(b);
    case '-':
      return Number(a) - Number(b);
    case '*':
      return Number(a) * Number(b);
    case '/':
      return Number(a) / Number(b);
    default:
      return Number(a) % Number(b);
  }
}

function truth(value: Value): boolean {
  return value === true || value === 'true';
}

/** How Terraform writes a primitive value into a string. */
export function toText(value: Value): string {
  if (value === UNKNOWN) return '(known after apply)';
  if (value === null || typeof value === 'object') {
    throw new EvaluationError(
      'Invalid template interpolation value',
      'Cannot include the given value in a string template: string required.',
    );
  }
  return String(value);
}
