import type { Application } from '@portico/plugin-argocd-node';
import { ANNOTATIONS } from '@portico/plugin-health-common';
import type { HealthSubject } from '@portico/plugin-health-node';
import { parseLabelSelector } from './labelSelector';

/** Whether an entity names an application at all. */
export function namesApplications({ entity }: HealthSubject): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return Boolean(
    annotations[ANNOTATIONS.argocdSelector] ??
      annotations[ANNOTATIONS.argocdName],
  );
}

/**
 * Which of all applications are an entity's.
 *
 * @throws InputError where `argocd/app-selector` can't be read
 */
export function applicationsOf(
  { entity }: HealthSubject,
  applications: Application[],
): Application[] {
  const annotations = entity.metadata.annotations ?? {};
  const selector = annotations[ANNOTATIONS.argocdSelector];
  if (selector) {
    const matches = parseLabelSelector(selector);
    return applications.filter(({ metadata }) =>
      matches(metadata.labels ?? {}),
    );
  }
  const name = annotations[ANNOTATIONS.argocdName];
  return applications.filter(({ metadata }) => metadata.name === name);
}

const LABELS = ['portico/environment', 'environment', 'env'];

/** From a label, or from a name such as `orders-production`; `production` where neither says. */
export function environmentOf(
  { metadata }: Application,
  { entity }: HealthSubject,
): string {
  const label = LABELS.map(key => metadata.labels?.[key]).find(Boolean);
  if (label) return label;
  const prefix = `${entity.metadata.name}-`;
  return metadata.name.startsWith(prefix)
    ? metadata.name.slice(prefix.length)
    : 'production';
}
