import type { HealthSubject } from '@portico/plugin-health-node';

/** A component with annotations. */
export function subject(
  name: string,
  annotations: Record<string, string> = {},
): HealthSubject {
  return {
    entityRef: `component:default/${name}`,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, annotations },
    },
  };
}
