import { EvaluationError } from '../hcl/EvaluationError';
import { evaluate, type Environment } from '../hcl/evaluate';
import { parseExpression } from '../hcl/parseExpression';
import { isMap, type Known, type Value } from '../hcl/Value';

/** A value that a workspace, a run or a file gives to a variable. */
export interface VariableValue {
  /** A literal, or the text of an HCL expression if `hcl`. */
  value: Known;
  hcl: boolean;
  sensitive: boolean;
}

const NO_NAMES: Environment = {
  lookup: names => {
    throw new EvaluationError(
      'Variables not allowed',
      `Variables may not be used here: ${names.join('.')}.`,
    );
  },
};

/** Reads a value as the type that its variable declares wants it. */
export function readVariable(
  given: VariableValue,
  type: Known | undefined,
): Value {
  const value = given.hcl
    ? evaluate(parseExpression(String(given.value)), NO_NAMES)
    : given.value;
  return convert(value, typeName(type));
}

/** Converts between primitive types as Terraform does; leaves the rest alone. */
export function convert(value: Value, type: string): Value {
  if (typeof value === 'string') {
    if (type === 'number') {
      if (value.trim() === '' || Number.isNaN(Number(value))) {
        throw new EvaluationError(
          'Invalid value for input variable',
          `The given value is not suitable: a number is required, but "${value}" was given.`,
        );
      }
      return Number(value);
    }
    if (type === 'bool') {
      if (value !== 'true' && value !== 'false') {
        throw new EvaluationError(
          'Invalid value for input variable',
          `The given value is not suitable: a bool is required, but "${value}" was given.`,
        );
      }
      return value === 'true';
    }
    if (/^(?:list|set|map|object|tuple)\(/.test(type)) {
      return evaluate(parseExpression(value), NO_NAMES);
    }
  }
  if (
    type === 'string' &&
    (typeof value === 'number' || typeof value === 'boolean')
  ) {
    return String(value);
  }
  if (type.startsWith('set(') && isMap(value)) return Object.values(value);
  return value;
}

/** `${string}` as `hcl2json` writes it, without its wrapping. */
export function typeName(type: Known | undefined): string {
  return String(type ?? 'any').replace(/^\$\{|\}$/g, '');
}
