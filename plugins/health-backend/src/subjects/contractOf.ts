import type { Entity } from '@backstage/catalog-model';
import { ANNOTATIONS, parseObjectives } from '@portico/plugin-health-common';
import type { EntityFacts } from './factsOf';

/** What is told in the timeline when it changes, by its name there. */
const TOLD: Record<string, string> = {
  'Service objectives': ANNOTATIONS.slo,
  Tier: ANNOTATIONS.tier,
  'Metrics selector': ANNOTATIONS.metricsSelector,
  'Metrics preset': ANNOTATIONS.metricsPreset,
  Probe: ANNOTATIONS.probe,
  'Kubernetes label': ANNOTATIONS.kubernetesId,
  'Argo CD selector': ANNOTATIONS.argocdSelector,
  'Argo CD application': ANNOTATIONS.argocdName,
  'PagerDuty service': ANNOTATIONS.pagerduty,
};

/** Owner and annotations on which verdicts and their consequences rest. */
export function contractOf(
  entity: Entity,
  facts: EntityFacts,
): Record<string, string> {
  const annotations = entity.metadata.annotations ?? {};
  return Object.fromEntries(
    [
      ['Owner', facts.owner],
      ['Lifecycle', facts.lifecycle],
      ...Object.entries(TOLD).map(([name, key]) => [name, annotations[key]]),
    ].filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** One line for each difference, e.g. `Tier: standard → critical`. */
export function contractChanges(
  before: Record<string, string>,
  after: Record<string, string>,
): { title: string; detail: string }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter(name => before[name] !== after[name])
    .map(name => ({
      title: `${name} changed`,
      detail: `${before[name] ?? 'none'} → ${after[name] ?? 'none'}`,
    }));
}

/** What is wrong with the annotations themselves. */
export function contractProblems(entity: Entity): string[] {
  const slo = entity.metadata.annotations?.[ANNOTATIONS.slo];
  return slo === undefined ? [] : parseObjectives(slo).problems;
}
