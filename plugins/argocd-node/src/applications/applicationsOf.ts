import type { Entity } from '@backstage/catalog-model';
import type { Application } from '../client/types';
import { parseLabelSelector } from './labelSelector';

/** Annotations that name an entity's applications: a label selector, or a name. */
export const ARGOCD_ANNOTATIONS = {
  selector: 'argocd/app-selector',
  name: 'argocd/app-name',
} as const;

/** Whether an entity names an application at all. */
export function namesApplications({ metadata }: Entity): boolean {
  const { annotations = {} } = metadata;
  return Boolean(
    annotations[ARGOCD_ANNOTATIONS.selector] ??
      annotations[ARGOCD_ANNOTATIONS.name],
  );
}

/**
 * Which of all applications are an entity's.
 *
 * @throws InputError where `argocd/app-selector` can't be read
 */
export function applicationsOf(
  entity: Entity,
  applications: Application[],
): Application[] {
  const { annotations = {} } = entity.metadata;
  const selector = annotations[ARGOCD_ANNOTATIONS.selector];
  if (selector) {
    const matches = parseLabelSelector(selector);
    return applications.filter(({ metadata }) =>
      matches(metadata.labels ?? {}),
    );
  }
  const name = annotations[ARGOCD_ANNOTATIONS.name];
  return applications.filter(({ metadata }) => metadata.name === name);
}

const LABELS = ['portico/environment', 'environment', 'env'];

/** From a label, or from a name such as `orders-production`; `production` where neither says. */
export function environmentOf(
  { metadata }: Application,
  entity: Entity,
): string {
  const label = LABELS.map(key => metadata.labels?.[key]).find(Boolean);
  if (label) return label;
  const prefix = `${entity.metadata.name}-`;
  return metadata.name.startsWith(prefix)
    ? metadata.name.slice(prefix.length)
    : 'production';
}
