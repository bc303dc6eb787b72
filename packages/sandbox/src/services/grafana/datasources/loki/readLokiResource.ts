import { compareLabels } from '../../../prometheus/promql/labels/labelSets';
import { LogqlError } from './logql/LogqlError';
import { parseLogql } from './logql/parseLogql';
import type { LogSource } from './logs/LogSource';

const SIX_HOURS_MS = 21_600_000;

/**
 * What Grafana's Loki plugin answers at a path; undefined for what it does not know.
 *
 * @param asked.path `labels`, `label/<name>/values` or `series`
 * @param asked.now milliseconds since 1970
 * @throws LogqlError
 */
export function readLokiResource(asked: {
  source: LogSource;
  path: string;
  query: URLSearchParams;
  now: number;
}): unknown[] | undefined {
  const { source, path, query, now } = asked;
  const until = momentOf(query.get('end')) ?? now;
  const from = momentOf(query.get('start')) ?? until - SIX_HOURS_MS;
  const find = (selectors: string[]) => {
    const all = selectors.map(matchersOf);
    return (all.length > 0 ? all : [[]]).flatMap(matchers =>
      source.select(matchers, from, until).map(({ labels }) => labels),
    );
  };
  const [, label] = /^label\/([^/]+)\/values$/.exec(path) ?? [];
  if (label) {
    const name = decodeURIComponent(label);
    const found = find(query.getAll('query')).map(one => one[name]);
    return [...new Set(found)].filter(one => one !== undefined).sort();
  }
  switch (path) {
    case 'labels': {
      const found = find(query.getAll('query')).flatMap(Object.keys);
      return [...new Set(found)].sort();
    }
    case 'series': {
      const selectors = query.getAll('match[]');
      if (selectors.length === 0) {
        throw new LogqlError('0 matcher groups supplied');
      }
      return find(selectors).sort(compareLabels);
    }
    default:
      return undefined;
  }
}

function matchersOf(selector: string) {
  const query = parseLogql(selector);
  if (query.kind !== 'log') {
    throw new LogqlError('only label matchers are supported');
  }
  return query.matchers;
}

/** Milliseconds of a moment in nanoseconds, seconds or RFC 3339. */
function momentOf(text: string | null): number | undefined {
  if (!text) return undefined;
  if (/^\d{16,}$/.test(text)) return Number(text.slice(0, -6));
  const number = Number(text);
  const moment = Number.isNaN(number) ? Date.parse(text) : number * 1000;
  return Number.isNaN(moment) ? undefined : moment;
}
