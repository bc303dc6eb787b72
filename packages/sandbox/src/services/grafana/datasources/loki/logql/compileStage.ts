import type { SyntaxNode } from '@lezer/common';
import type { CstReader } from '../../../../prometheus/promql/parse/CstReader';
import { labelFilter } from './labelFilter';
import type { Stage } from './Line';
import { lineFilter } from './lineFilter';
import { lineFormat } from './lineFormat';
import { unsupported } from './LogqlError';
import { jsonParser, logfmtParser, regexpParser } from './parsers';
import { stringOf } from './stringOf';
import { unwrap } from './unwrap';

/**
 * What one stage of a query does to a line.
 * https://grafana.com/docs/loki/latest/query/log_queries/#log-pipeline
 *
 * @throws LogqlError for a stage that the sandbox does not know
 */
export function compileStage(reader: CstReader, node: SyntaxNode): Stage {
  switch (node.name) {
    case 'LineFilters':
      return lineFilter(reader, node);
    case 'LabelParser': {
      const [parser, pattern] = reader.children(node);
      if (parser.name === 'Json') return jsonParser();
      if (parser.name === 'Regexp')
        return regexpParser(stringOf(reader, pattern));
      break;
    }
    case 'LogfmtParser':
      return logfmtParser();
    case 'LabelFilter': {
      const keeps = labelFilter(reader, node);
      return line => keeps(line);
    }
    case 'LineFormatExpr': {
      const template = reader.child(node, 'String');
      if (template) return lineFormat(stringOf(reader, template));
      break;
    }
    case 'DropLabelsExpr':
      return dropOrKeep(namesIn(reader, node), false);
    case 'KeepLabelsExpr':
      return dropOrKeep(namesIn(reader, node), true);
    case 'UnwrapExpr':
      return unwrap(reader, node);
    default:
  }
  throw unsupported(`\`${reader.text(node)}\``);
}

function namesIn(reader: CstReader, node: SyntaxNode): string[] {
  const names: string[] = [];
  node.cursor().iterate(({ name, from, to }) => {
    if (name === 'Matcher') throw unsupported(`\`${reader.text(node)}\``);
    if (name === 'Identifier') names.push(reader.query.slice(from, to));
  });
  return names;
}

function dropOrKeep(names: string[], isKept: boolean): Stage {
  return line => {
    for (const name of Object.keys(line.labels)) {
      if (names.includes(name) !== isKept) delete line.labels[name];
    }
    return true;
  };
}
