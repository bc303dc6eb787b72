import type {
  DaySlice,
  UnitCount,
  UnitProvider,
  UnitSubject,
} from '@portico/plugin-cost-node';
import {
  literally,
  PrometheusClient,
  readSeriesTarget,
  scopesOf,
  type Matcher,
  type Preset,
  type PrometheusInstance,
  type PrometheusServers,
  type Scope,
  type SeriesTarget,
} from '@portico/plugin-prometheus-node';
import { REQUESTS } from './config/readUnits';
import { DailyCounts, dayEnds } from './count/DailyCounts';
import { inParts } from './count/inParts';

/**
 * Requests that services answered, by day, as their health has them: by the same servers, presets and selectors, in
 * the environment that decides (`health.environment`).
 */
export class RequestUnits implements UnitProvider {
  readonly id = 'prometheus:requests';
  readonly unit = REQUESTS;
  readonly title = 'Prometheus';
  readonly sliceDays = 7;
  readonly #servers: PrometheusServers;
  readonly #clients: readonly PrometheusClient[];

  constructor(servers: PrometheusServers) {
    this.#servers = servers;
    this.#clients = servers.instances.map(it => new PrometheusClient(it));
  }

  async pull(
    slice: DaySlice,
    options: { signal: AbortSignal; subjects: readonly UnitSubject[] },
  ): Promise<UnitCount[]> {
    const { signal, subjects } = options;
    // What is wrong with an entity's annotations is told with its health.
    const targets = subjects.flatMap(subject => {
      const target = readSeriesTarget(subject, this.#servers);
      return 'problem' in target ? [] : [target];
    });
    const counts = new DailyCounts();
    for (const client of this.#clients) {
      const { instance } = client;
      const own = targets.filter(it => it.instance === instance.name);
      for (const [preset, members] of byPreset(own)) {
        for (const scope of scopesOf(members)) {
          await inParts(slice, scope, async (days, part) => {
            const query = this.#query(preset, part, instance);
            const series = await client.queryRange(query, {
              ...dayEnds(days),
              signal,
            });
            counts.add(series, labels => part.refsOf(labels));
          });
        }
      }
    }
    return counts.all();
  }

  #query(preset: Preset, scope: Scope, instance: PrometheusInstance): string {
    const { environment, environmentLabel: label } = this.#servers;
    const isImplied = (instance.environment ?? environment) === environment;
    const where: Matcher = isImplied
      ? { label, operator: '=~', value: `${literally(environment)}|` }
      : { label, operator: '=', value: environment };
    const series = scope.select(preset.requests, [...preset.matchers, where]);
    const by = scope.isSingle ? '' : ` by (${scope.labels.join(', ')})`;
    return `sum${by} (increase(${series}[1d]))`;
  }
}

function byPreset(
  targets: readonly SeriesTarget[],
): Map<Preset, SeriesTarget[]> {
  const found = new Map<Preset, SeriesTarget[]>();
  for (const target of targets) {
    found.set(target.preset, [...(found.get(target.preset) ?? []), target]);
  }
  return found;
}
