import type { Incidents } from '../../../../../incidents';
import type { Component, World } from '../../../../../world';
import type { Labels, SeriesSource } from '../../../../prometheus';
import { matchesAll } from '../../../../prometheus/promql/labels/matches';
import type {
  Matcher,
  Series,
} from '../../../../prometheus/series/SeriesSource';
import type { LogEntry, LogSource, LogStream } from './LogSource';
import { REQUEST_COUNTS, requestEntries } from './requestEntries';
import { startEntries } from './startEntries';

/** Labels of streams that are those of the metrics. */
const SHARED = ['service', 'environment', 'namespace', 'pod'];

const named = (operator: Matcher['operator'], value: string): Matcher => ({
  name: '__name__',
  operator,
  value,
});

/**
 * What the pods of the world write down. Lines are made of the counters that Prometheus has, so that volume, errors,
 * restarts and deploys agree with the metrics.
 */
export class WorldLogs implements LogSource {
  readonly #source: SeriesSource;
  readonly #incidents: Incidents;
  readonly #components: Map<string, Component>;

  constructor(options: {
    world: World;
    source: SeriesSource;
    incidents: Incidents;
  }) {
    this.#source = options.source;
    this.#incidents = options.incidents;
    this.#components = new Map(
      options.world.components.map(one => [one.name, one]),
    );
  }

  select(matchers: Matcher[], after: number, until: number): LogStream[] {
    const shared = matchers.filter(({ name }) => SHARED.includes(name));
    // Each pod has one series that says whether it answers.
    const pods = this.#source.select(
      [named('=', 'up'), ...shared],
      after,
      until,
    );
    return pods
      .map(up => ({ up, labels: streamLabels(up.labels) }))
      .filter(({ labels }) => matchesAll(matchers, labels))
      .map(({ up, labels }) => ({
        labels,
        entries: (from, to) => this.#entries(up, from, to),
      }));
  }

  #entries(up: Series, after: number, until: number): LogEntry[] {
    const { service } = up.labels;
    const facts = {
      component: this.#components.get(service),
      incidents: this.#incidents.of(service, after, until),
    };
    const ofPod = SHARED.map(
      (name): Matcher => ({ name, operator: '=', value: up.labels[name] }),
    );
    const counters = this.#source.select(
      [named('=~', REQUEST_COUNTS), ...ofPod],
      after,
      until,
    );
    return counters
      .flatMap(one => requestEntries(one, facts, after, until))
      .concat(startEntries(up, facts, after, until))
      .sort((a, b) => a.at - b.at || (a.nanos < b.nanos ? -1 : 1));
  }
}

function streamLabels(labels: Labels): Labels {
  const { service, environment, namespace, pod } = labels;
  return {
    container: service,
    environment,
    namespace,
    pod,
    service,
    service_name: service,
  };
}
