import { StoredIncidents, worldIncidents } from '../../../../incidents';
import { createWorld } from '../../../../world';
import { testCluster } from '../../../kubernetes/testCluster';
import { createWorldSeries } from '../createWorldSeries';
import type { Matcher, SeriesSource } from '../SeriesSource';

/** The series of the whole world over a cluster that is empty at first. */
export function testSeries(options: { withIncidents?: boolean } = {}) {
  const { cluster, kit } = testCluster();
  const world = createWorld();
  const incidents = new StoredIncidents({
    kit,
    components: () => world.components.map(one => one.name),
  });
  if (options.withIncidents) {
    incidents.seed(worldIncidents(world, kit.clock.now()));
  }
  const source = createWorldSeries({ kit, world, incidents, cluster });
  return { cluster, kit, world, incidents, source };
}

/** Equality matchers. */
export function where(labels: Record<string, string>): Matcher[] {
  return Object.entries(labels).map(([name, value]) => ({
    name,
    operator: '=',
    value,
  }));
}

/** What `sum(increase(…))` would give, without extrapolation. */
export function increase(
  source: SeriesSource,
  labels: Record<string, string>,
  after: number,
  until: number,
): number {
  let sum = 0;
  for (const series of source.select(where(labels), after, until)) {
    const window = series.counterWindow?.(after, until);
    if (window) sum += window.last.value - window.first.value + window.lost;
  }
  return sum;
}

/** The newest values of gauges within five minutes. */
export function newest(
  source: SeriesSource,
  labels: Record<string, string>,
  at: number,
): number[] {
  return source
    .select(where(labels), at - 300_000, at)
    .flatMap(one => one.samples(at - 300_000, at).slice(-1))
    .map(sample => sample.value);
}

/** The estimate of `histogram_quantile(0.95, sum by (le) (increase(…)))`. */
export function p95(
  source: SeriesSource,
  labels: Record<string, string>,
  after: number,
  until: number,
): number {
  const counts = new Map<number, number>();
  for (const series of source.select(where(labels), after, until)) {
    const window = series.counterWindow?.(after, until);
    if (!window) continue;
    const { le } = series.labels;
    const bound = le === '+Inf' ? Infinity : Number(le);
    const grown = window.last.value - window.first.value + window.lost;
    counts.set(bound, (counts.get(bound) ?? 0) + grown);
  }
  const bounds = [...counts].sort(([a], [b]) => a - b);
  const rank = 0.95 * (counts.get(Infinity) ?? 0);
  const index = bounds.findIndex(([, count]) => count >= rank);
  const [lower, below] = bounds[index - 1] ?? [0, 0];
  const [upper, count] = bounds[index];
  return lower + ((upper - lower) * (rank - below)) / (count - below);
}
