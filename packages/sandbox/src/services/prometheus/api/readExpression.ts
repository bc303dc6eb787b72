import type { Expr } from '../promql/ast';
import { parsePromql } from '../promql/parse/parsePromql';
import { PromqlError } from '../promql/PromqlError';
import { invalidParameter } from './ApiError';

/**
 * Reads the expression that a parameter holds.
 *
 * @throws PromqlError that names the parameter, where the expression makes no sense
 */
export function readExpression(text: string, parameter = 'query'): Expr {
  try {
    return parsePromql(text);
  } catch (error) {
    if (error instanceof PromqlError) {
      throw invalidParameter(parameter, error.message);
    }
    throw error;
  }
}
