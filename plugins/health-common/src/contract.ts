import type { Entity } from '@backstage/catalog-model';

/** Annotations of the service contract that health reads (architecture, "The service contract"). */
export const ANNOTATIONS = {
  metricsSelector: 'portico/metrics-selector',
  metricsPreset: 'portico/metrics-preset',
  slo: 'portico/slo',
  tier: 'portico/tier',
  probe: 'portico/probe-url',
  kubernetesId: 'backstage.io/kubernetes-id',
  argocdSelector: 'argocd/app-selector',
  argocdName: 'argocd/app-name',
  pagerduty: 'pagerduty.com/service-id',
} as const;

/** Weight of a component; recovery objectives stand in docs/health.md. */
export type Tier = 'critical' | 'important' | 'standard';
export const TIERS: readonly Tier[] = ['critical', 'important', 'standard'];

/** `availability=99.9`: at most 0.1 % of the requests may fail. */
export interface AvailabilityObjective {
  kind: 'availability';
  /** Share of good requests, from 0 to 1. */
  target: number;
}

/** `latency-p95=300ms`: 95 % of the requests are answered within 0.3 s. */
export interface LatencyObjective {
  kind: 'latency';
  /** e.g. 0.95. */
  quantile: number;
  seconds: number;
}

export type Objective = AvailabilityObjective | LatencyObjective;

/** Objectives that could be read, and what is wrong with the rest: what, where, and what to write instead. */
export interface Objectives {
  objectives: Objective[];
  problems: string[];
}

const FORMS = '`availability=99.9` or `latency-p95=300ms`';

/** Reads `portico/slo`, e.g. `availability=99.9, latency-p95=300ms`. */
export function parseObjectives(text: string): Objectives {
  const found: Objectives = { objectives: [], problems: [] };
  for (const part of text.split(',').map(it => it.trim())) {
    if (part === '') continue;
    const objective = availability(part) ?? latency(part);
    if (objective) found.objectives.push(objective);
    else {
      found.problems.push(
        `${ANNOTATIONS.slo}: '${part}' is no objective; write e.g. ${FORMS}.`,
      );
    }
  }
  return found;
}

function availability(part: string): AvailabilityObjective | undefined {
  const percent = Number(
    /^availability\s*=\s*(\d{1,2}(?:\.\d+)?)\s*%?$/.exec(part)?.[1],
  );
  if (!(percent > 0 && percent < 100)) return undefined;
  return { kind: 'availability', target: percent / 100 };
}

function latency(part: string): LatencyObjective | undefined {
  const [, digits, amount, unit] =
    /^latency-p(\d{2,3})\s*=\s*(\d+(?:\.\d+)?)\s*(ms|s)$/.exec(part) ?? [];
  const quantile = Number(`0.${digits}`);
  const seconds = Number(amount) / (unit === 'ms' ? 1000 : 1);
  if (!(quantile >= 0.5 && quantile < 1 && seconds > 0)) return undefined;
  return { kind: 'latency', quantile, seconds };
}

/** Tier of an entity; `standard` where nothing, or nothing known, is said. */
export function tierOf(entity: Entity): Tier {
  const tier = entity.metadata.annotations?.[ANNOTATIONS.tier];
  return TIERS.find(it => it === tier) ?? 'standard';
}
