import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { ChartId, HealthChart } from '@portico/plugin-health-common';
import type {
  HealthSeriesProvider,
  HealthSubject,
} from '@portico/plugin-health-node';
import { SharedRequests } from '@portico/plugin-upstream-node';
import type { Visibility } from '../read/Visibility';

import { alignRange } from './alignRange';

const KEPT_SECONDS = 15;
const AT_ONCE = 6;
const MOST_WAITING = 60;
const TIMEOUT_MS = 30_000;

/** What somebody wants to see. */
export interface ChartQuery {
  chart: ChartId;
  from: Date;
  to: Date;
  environment: string;
}

/** Draws charts on demand: each once, however many look at it. */
export class SeriesService {
  readonly #providers: Map<string, HealthSeriesProvider>;
  readonly #visibility: Visibility;
  readonly #requests: SharedRequests<HealthChart>;
  readonly #now: () => Date;

  constructor(options: {
    providers: Map<string, HealthSeriesProvider>;
    visibility: Visibility;
    now: () => Date;
  }) {
    this.#providers = options.providers;
    this.#visibility = options.visibility;
    this.#now = options.now;
    this.#requests = new SharedRequests({
      keptSeconds: KEPT_SECONDS,
      atOnce: AT_ONCE,
      mostWaiting: MOST_WAITING,
      now: options.now,
    });
  }

  /**
   * @param options.signal of the one who asks; the source is left alone once nobody waits
   * @throws InputError for a range or an environment that can't be drawn
   * @throws NotFoundError for what the caller may not see, or nobody can draw
   */
  async chart(
    entityRef: string,
    query: ChartQuery,
    options: { credentials: BackstageCredentials; signal: AbortSignal },
  ): Promise<HealthChart> {
    if (!/^[\w.-]{1,63}$/.test(query.environment)) {
      throw new InputError(
        `environment: '${query.environment}' is no name of an environment.`,
      );
    }
    const range = alignRange(query, this.#now());
    const entity = await this.#visibility.entity(
      entityRef,
      options.credentials,
    );
    const subject = { entityRef: stringifyEntityRef(entity), entity };
    const provider = this.#providerOf(subject, query.chart);
    const { chart, environment } = query;
    const key = JSON.stringify([
      subject.entityRef,
      entity.metadata.etag,
      provider.id,
      chart,
      environment,
      range,
    ]);
    return this.#requests.ask(key, options.signal, signal =>
      provider.series(subject, {
        chart,
        environment,
        ...range,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      }),
    );
  }

  #providerOf(subject: HealthSubject, chart: ChartId): HealthSeriesProvider {
    const provider = [...this.#providers.values()].find(
      it => it.charts.includes(chart) && it.appliesTo(subject),
    );
    if (!provider) {
      throw new NotFoundError(
        `No source draws '${chart}' of ${subject.entityRef}. Charts come from Prometheus: see 'health.prometheus' in docs/health.md.`,
      );
    }
    return provider;
  }
}
