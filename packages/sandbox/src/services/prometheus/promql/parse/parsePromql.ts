import { parser } from '@prometheus-io/lezer-promql';
import type { Expr } from '../ast';
import { parseError } from '../PromqlError';
import { checkTypes } from './checkTypes';
import { CstReader } from './CstReader';
import { readExpression } from './readExpression';

/**
 * Reads an expression of PromQL as Prometheus 2.42 has it.
 *
 * @throws PromqlError of type `bad_data` that says where it makes no sense
 */
export function parsePromql(query: string): Expr {
  const tree = parser.parse(query);
  const cursor = tree.cursor();
  do {
    if (cursor.type.isError) {
      const { from, to } = cursor;
      const found = query.slice(from, Math.max(to, from + 1)).trim();
      throw parseError(
        query,
        from,
        found ? `unexpected "${found}"` : 'unexpected end of input',
      );
    }
  } while (cursor.next());
  const reader = new CstReader(query);
  const top = reader.children(tree.topNode)[0];
  if (!top) throw parseError(query, 0, 'no expression found in input');
  const expr = readExpression(reader, top);
  checkTypes(query, expr);
  return expr;
}
