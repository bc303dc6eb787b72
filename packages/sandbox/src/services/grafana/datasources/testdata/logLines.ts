import {
  frameOf,
  jsonColumn,
  stringColumn,
  timeColumn,
} from '../frames/columns';
import type { DataFrameJson } from '../frames/DataFrameJson';
import { logIds } from '../frames/logIds';
import { numberOf, type TestDataQuery } from './TestDataQuery';

const LEVELS = [
  'info',
  'debug',
  'warn',
  'error',
  'notice',
  'critical',
  'trace',
  '',
];
const MOST_LINES = 10_000;

/** Lines of a log, the newest first, one each interval back from the end of the range. */
export function logLines(query: TestDataQuery): DataFrameJson {
  const { from, to, intervalMs } = query.context;
  const isColumn = query.model.levelColumn === true;
  const wanted = Math.min(MOST_LINES, numberOf(query, 'lines', 10));
  const length = Math.min(wanted, Math.ceil((to - from) / intervalMs));
  const rows = Array.from({ length: Math.max(0, length) }, (_, index) => {
    const at = to - index * intervalMs;
    const level = LEVELS[Math.floor(at / intervalMs) % LEVELS.length];
    const labels = {
      container_id:
        'f36a9eaa6d34310686f2b851655212023a216de955cbcc764210cefa71179b1a',
      hostname: `srv-00${1 + (index % 2)}`,
      ...(isColumn && { level }),
    };
    const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
    const line = `t=${time} ${
      isColumn ? '' : `lvl=${level} `
    }msg="Request Completed" logger=context userId=1 orgId=1 uname=admin method=GET path=/api/health status=502 time_ms=${
      index + 1
    } size=0`;
    return { at, labels, line, nanos: `${at}000000` };
  });
  const types = {
    container_id: 'Indexed label',
    hostname: 'Parsed field',
    ...(isColumn && { level: 'Metadata' }),
  };
  return frameOf(
    [
      jsonColumn(
        'labels',
        rows.map(({ labels }) => labels),
      ),
      timeColumn(
        'timestamp',
        rows.map(({ at }) => at),
      ),
      stringColumn(
        'body',
        rows.map(({ line }) => line),
      ),
      stringColumn('id', logIds(rows)),
      jsonColumn(
        'labelTypes',
        rows.map(() => types),
        {
          config: { custom: { hidden: true } },
        },
      ),
    ],
    {
      refId: query.refId,
      name: query.refId,
      meta: {
        type: 'log-lines',
        typeVersion: [0, 0],
        preferredVisualisationType: 'logs',
      },
    },
  );
}
