import type { SeriesSource } from '../series/SeriesSource';

/** What is known of a metric. */
interface MetricMetadata {
  type: 'histogram' | 'counter' | 'gauge';
  help: string;
  unit: string;
}

/** Types of metrics by name, as `/api/v1/metadata` has them; of one if it is named. */
export function metricMetadata(
  source: SeriesSource,
  wanted: string,
): Record<string, MetricMetadata[]> {
  const all = source.select([], 0, Number.MAX_SAFE_INTEGER);
  const names = new Set(all.map(({ labels }) => labels.__name__ ?? ''));
  return Object.fromEntries(
    [...names]
      .map(name => familyOf(name, names))
      .filter(({ family }) => !wanted || family === wanted)
      .map(({ family, type }) => [family, [{ type, help: '', unit: '' }]]),
  );
}

/** The metric that a series belongs to, as it is exposed, and its type as far as names tell. */
function familyOf(
  name: string,
  names: Set<string>,
): { family: string; type: MetricMetadata['type'] } {
  const family = name.replace(/_(bucket|count|sum)$/, '');
  if (names.has(`${family}_bucket`)) return { family, type: 'histogram' };
  const type = name.endsWith('_total') ? 'counter' : 'gauge';
  return { family: name, type };
}
