import type { SeriesSource } from '../../../prometheus';
import { readMoment } from '../../../prometheus/api/parameters';
import { presentResult } from '../../../prometheus/api/present';
import { readExpression } from '../../../prometheus/api/readExpression';
import {
  labelNames,
  labelValues,
  seriesLabels,
} from '../../../prometheus/api/readMetadata';
import { metricMetadata } from '../../../prometheus/api/metricMetadata';
import { queryInstant } from '../../../prometheus/promql/runQuery';

/**
 * What the API of Prometheus has at a path, which Grafana passes on; undefined for what it does not know.
 *
 * @param asked.path e.g. `api/v1/labels`
 * @param asked.now milliseconds since 1970
 * @throws PromqlError
 */
export async function readResource(asked: {
  source: SeriesSource;
  path: string;
  query: URLSearchParams;
  now: number;
}): Promise<unknown> {
  const { source, path, query, now } = asked;
  const text = (name: string) => query.get(name) ?? '';
  const moment = (name: string, otherwise?: number) =>
    readMoment(text(name), name, otherwise);
  const selection = () => ({
    selectors: query.getAll('match[]'),
    from: moment('start', 0),
    until: moment('end', Number.MAX_SAFE_INTEGER),
  });
  const [, label] = /^api\/v1\/label\/([^/]+)\/values$/.exec(path) ?? [];
  if (label) {
    return labelValues(source, decodeURIComponent(label), selection());
  }
  switch (path) {
    case 'api/v1/labels':
      return labelNames(source, selection());
    case 'api/v1/series':
      return seriesLabels(source, selection());
    case 'api/v1/metadata':
      return metricMetadata(source, text('metric'));
    case 'api/v1/query': {
      const expr = readExpression(text('query'));
      return presentResult(
        await queryInstant(expr, moment('time', now), { source }),
      );
    }
    default:
      return undefined;
  }
}
