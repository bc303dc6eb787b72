import type { Labels, Matcher, Preset } from '@portico/plugin-prometheus-node';
import type { Counted } from './expressions';
import type { Selection } from './Selection';
import type { Window } from './windows';

const METRICS: Record<Counted['what'], string> = {
  requests: 'portico:http_requests:rate',
  errors: 'portico:http_errors:rate',
  within: 'portico:http_request_buckets:rate',
};

/** Asks which of the recording rules in `rules/` a server has. */
export const RECORDED_QUERY =
  'group by (__name__, preset) ({__name__=~"portico:http_(requests|errors|request_buckets):rate.+"})';

/** What the recording rules that Portico ships with have recorded on a server. */
export class Recorded {
  readonly #series: ReadonlySet<string>;
  readonly #labels: { service: string; environment: string };

  /** @param samples answer to {@link RECORDED_QUERY} */
  constructor(
    samples: readonly { labels: Labels }[],
    labels: { service: string; environment: string },
  ) {
    this.#series = new Set(
      samples.map(({ labels: it }) => `${it.__name__} ${it.preset}`),
    );
    this.#labels = labels;
  }

  /** The recorded metric, if it has the labels that are asked for. */
  find(
    what: Counted['what'],
    window: Window,
    preset: Preset,
    { asksFor }: Selection,
  ): { metric: string; matchers: Matcher[] } | undefined {
    const metric = `${METRICS[what]}${window}`;
    // The error ratio needs both from one place: counters and recordings differ by an interval.
    const needed =
      what === 'errors' ? [metric, `${METRICS.requests}${window}`] : [metric];
    const known = [
      preset.serviceLabel ?? this.#labels.service,
      this.#labels.environment,
    ];
    const isThere = needed.every(it =>
      this.#series.has(`${it} ${preset.name}`),
    );
    if (!isThere || !asksFor.every(label => known.includes(label))) {
      return undefined;
    }
    return {
      metric,
      matchers: [{ label: 'preset', operator: '=', value: preset.name }],
    };
  }
}
