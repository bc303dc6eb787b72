import type {
  Evidence,
  HealthSignal,
  HealthState,
} from '@portico/plugin-health-common';
import type { PrometheusInstance } from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import type { EntityReadings } from '../cycle/Readings';
import { ofEntity } from '../query/ofEntity';
import type { Selection } from '../query/Selection';
import type { Target } from '../query/Target';
import type { Bracket } from '../query/Boundaries';

export const PROVIDER_ID = 'prometheus';

/** What signals of one entity in one environment are made from. */
export interface SignalContext {
  target: Target;
  environment: string;
  instance: PrometheusInstance;
  settings: PrometheusSettings;
  now: Date;
  read: EntityReadings;
  /** Bounds of the entity's buckets around a duration. */
  bracketOf(seconds: number): Bracket | undefined;
}

/** What makes a signal, without what all of an entity have in common. */
export type SignalFacts = Omit<
  HealthSignal,
  'id' | 'provider' | 'environment' | 'instance' | 'observedAt' | 'evidence'
> & {
  /** Within the provider, e.g. `latency-p95`. */
  name: string;
  /** PromQL that shows it, for this entity alone. */
  query: string;
};

/** A signal with its id, place and evidence. */
export function makeSignal(
  context: SignalContext,
  { name, query, ...facts }: SignalFacts,
): HealthSignal {
  const { environment, settings, instance, now, read } = context;
  const decides = environment === settings.environment;
  const scrapedAt = read('scrapedAt');
  const observedMs = Math.min(now.getTime(), (scrapedAt ?? Infinity) * 1000);
  return {
    id: `${PROVIDER_ID}:${name}${decides ? '' : `:${environment}`}`,
    provider: PROVIDER_ID,
    environment,
    instance: instance.name,
    observedAt: new Date(observedMs).toISOString(),
    evidence: evidenceOf(instance, query),
    ...facts,
  };
}

/** Selection of this entity in this environment. */
export function selectionOf(
  { target, environment, instance, settings }: SignalContext,
  matchers = target.matchers,
): Selection {
  return ofEntity(matchers, environment, instance, settings);
}

/** The page of Prometheus with this query, as a graph of two hours. */
export function evidenceOf(
  { externalUrl }: PrometheusInstance,
  query: string,
): Evidence {
  const parameters = new URLSearchParams({
    'g0.expr': query,
    'g0.tab': '0',
    'g0.range_input': '2h',
  });
  return { title: 'Prometheus', url: `${externalUrl}/graph?${parameters}` };
}

/** The worse of two states; unknown is not asked for here. */
export function worse(a: HealthState, b: HealthState): HealthState {
  if (a === 'failing' || b === 'failing') return 'failing';
  return a === 'degraded' || b === 'degraded' ? 'degraded' : 'healthy';
}

export const NO_REQUESTS = 'none, no requests';
