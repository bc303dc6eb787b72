import type {
  DaySlice,
  UnitCount,
  UnitProvider,
  UnitSubject,
} from '@portico/plugin-cost-node';
import {
  PrometheusClient,
  readSeriesTarget,
  type PrometheusServers,
} from '@portico/plugin-prometheus-node';
import type { OwnUnit } from './config/OwnUnit';
import { DailyCounts, dayEnds } from './count/DailyCounts';

/** A business metric of the config, by day and entity. */
export class OwnUnits implements UnitProvider {
  readonly id: string;
  readonly unit: string;
  readonly title = 'Prometheus';
  readonly sliceDays = 31;
  readonly #own: OwnUnit;
  readonly #servers: PrometheusServers;
  readonly #client: PrometheusClient;

  constructor(own: OwnUnit, servers: PrometheusServers) {
    this.id = `prometheus:${own.unit}`;
    this.unit = own.unit;
    this.#own = own;
    this.#servers = servers;
    this.#client = new PrometheusClient(
      servers.instances.find(({ name }) => name === own.instance)!,
    );
  }

  async pull(
    slice: DaySlice,
    options: { signal: AbortSignal; subjects: readonly UnitSubject[] },
  ): Promise<UnitCount[]> {
    const { signal, subjects } = options;
    const { query, label } = this.#own;
    const named = new Map<string, string[]>();
    for (const subject of subjects) {
      const value = this.#valueOf(subject, label);
      named.set(value, [...(named.get(value) ?? []), subject.entityRef]);
    }
    const counts = new DailyCounts();
    const series = await this.#client.queryRange(query, {
      ...dayEnds(slice),
      signal,
    });
    counts.add(series, labels => named.get(labels[label] ?? '') ?? []);
    return counts.all();
  }

  /** What the entity's selector says of the label, or its name. */
  #valueOf(subject: UnitSubject, label: string): string {
    const target = readSeriesTarget(subject, this.#servers);
    if ('problem' in target) return subject.name;
    const matcher = target.matchers.find(
      it => it.label === label && it.operator === '=',
    );
    return matcher?.value ?? subject.name;
  }
}
