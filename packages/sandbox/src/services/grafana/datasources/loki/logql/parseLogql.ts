import type { SyntaxNode } from '@lezer/common';
import { parser } from '@grafana/lezer-logql';
import { parseDuration } from '../../../../prometheus/promql/parse/literals';
import { CstReader } from '../../../../prometheus/promql/parse/CstReader';
import type { Matcher } from '../../../../prometheus/series/SeriesSource';
import { compileStage } from './compileStage';
import type { Stage } from './Line';
import { parseError, unsupported } from './LogqlError';
import { stringOf } from './stringOf';

/** Which lines, and what is done to each. */
export interface LogPipeline {
  matchers: Matcher[];
  stages: Stage[];
}

/** A function over the lines of a time, e.g. `rate({…} [5m])`. */
export interface RangeAggregation extends LogPipeline {
  operator: string;
  /** Of `quantile_over_time`. */
  parameter?: number;
  rangeMs: number;
  grouping?: { labels: string[]; without: boolean };
  isUnwrapped: boolean;
}

/** A query: of lines, or of numbers that are made of them. */
export type LogQuery =
  | ({ kind: 'log' } & LogPipeline)
  | {
      kind: 'metric';
      /** The query as PromQL over series called `__range_0`, `__range_1` …, each of a range aggregation. */
      promql: string;
      ranges: RangeAggregation[];
    };

/** @throws LogqlError */
export function parseLogql(query: string): LogQuery {
  const tree = parser.parse(query);
  tree.iterate({
    enter({ type, from, to }) {
      if (!type.isError) return;
      const found = query.slice(from, to) || query.slice(from).trim()[0];
      throw parseError(
        query,
        from,
        `syntax error: unexpected ${found ? JSON.stringify(found) : '$end'}`,
      );
    },
  });
  const reader = new CstReader(query);
  const expr = tree.topNode.getChild('Expr');
  const log = expr?.getChild('LogExpr');
  if (log) return { kind: 'log', ...readPipeline(reader, log) };
  if (!expr?.firstChild) {
    throw parseError(query, 0, 'syntax error: unexpected $end');
  }
  const ranges: RangeAggregation[] = [];
  let promql = '';
  let done = 0;
  tree.iterate({
    enter({ name, node, from, to }) {
      if (name !== 'RangeAggregationExpr') return true;
      promql += `${query.slice(done, from)}__range_${ranges.length}`;
      done = to;
      ranges.push(readRange(reader, node));
      return false;
    },
  });
  return { kind: 'metric', promql: promql + query.slice(done), ranges };
}

function readPipeline(reader: CstReader, node: SyntaxNode): LogPipeline {
  const matchers: Matcher[] = [];
  const stages: Stage[] = [];
  const visit = (one: SyntaxNode) => {
    switch (one.name) {
      case 'Matcher':
        matchers.push(readMatcher(reader, one));
        break;
      case 'PipelineStage':
        for (const part of reader.children(one)) {
          if (part.name !== 'Pipe') stages.push(compileStage(reader, part));
        }
        break;
      case 'UnwrapExpr':
        stages.push(compileStage(reader, one));
        break;
      default:
        for (const child of reader.children(one)) visit(child);
    }
  };
  visit(node);
  return { matchers, stages };
}

function readMatcher(reader: CstReader, node: SyntaxNode): Matcher {
  const [name, operator, value] = reader.children(node);
  return {
    name: reader.text(name),
    operator: reader.text(operator) as Matcher['operator'],
    value: stringOf(reader, value),
  };
}

function readRange(reader: CstReader, node: SyntaxNode): RangeAggregation {
  const range = reader.child(node, 'LogRangeExpr');
  const operator = reader.child(node, 'RangeOp');
  const duration = range && reader.child(range, 'Range');
  if (!range || !operator || !duration) {
    throw unsupported(reader.text(node));
  }
  if (reader.child(range, 'OffsetExpr') ?? reader.child(node, 'OffsetExpr')) {
    throw unsupported('offset');
  }
  const number = reader.child(node, 'Number');
  const text = reader.text(duration).slice(1, -1).trim();
  const rangeMs = parseDuration(text);
  if (!rangeMs) {
    throw parseError(
      reader.query,
      duration.from,
      `not a valid duration string: ${JSON.stringify(text)}`,
    );
  }
  return {
    ...readPipeline(reader, range),
    operator: reader.text(operator),
    ...(number && { parameter: Number(reader.text(number)) }),
    rangeMs,
    grouping:
      readGrouping(reader, node) ??
      groupingAround(reader, node, reader.text(operator)),
    isUnwrapped: reader.child(range, 'UnwrapExpr') !== undefined,
  };
}

function readGrouping(reader: CstReader, node: SyntaxNode) {
  const grouping = reader.child(node, 'Grouping');
  if (!grouping) return undefined;
  const labels: string[] = [];
  grouping.cursor().iterate(({ name, from, to }) => {
    if (name === 'Identifier') labels.push(reader.query.slice(from, to));
  });
  return { labels, without: reader.child(grouping, 'Without') !== undefined };
}

/** What may be counted per group at once, since a sum over series follows. */
const SUMMABLE = [
  'rate',
  'count_over_time',
  'bytes_rate',
  'bytes_over_time',
  'sum_over_time',
];

/**
 * The grouping of a `sum` around a range aggregation: each line has labels of its own (its moment, its trace), and a
 * series for each of them would be far too many.
 */
function groupingAround(
  reader: CstReader,
  node: SyntaxNode,
  operator: string,
): RangeAggregation['grouping'] {
  const around = node.parent?.parent;
  if (around?.name !== 'VectorAggregationExpr') return undefined;
  const vector = reader.child(around, 'VectorOp');
  if (!vector || reader.text(vector) !== 'sum') return undefined;
  if (!SUMMABLE.includes(operator)) return undefined;
  return readGrouping(reader, around) ?? { labels: [], without: false };
}
