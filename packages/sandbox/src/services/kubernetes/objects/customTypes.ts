import type { ResourceType } from './ResourceTypes';
import type { KubernetesObject } from './types';

interface CustomResourceDefinition extends KubernetesObject {
  spec: {
    group: string;
    scope: 'Namespaced' | 'Cluster';
    names: { plural: string; kind: string; shortNames?: string[] };
    versions: { name: string; served: boolean }[];
  };
}

/** The types that custom resource definitions add. */
export function customTypes(definitions: KubernetesObject[]): ResourceType[] {
  return (definitions as CustomResourceDefinition[]).flatMap(({ spec }) =>
    spec.versions
      .filter(version => version.served)
      .map(version => ({
        group: spec.group,
        version: version.name,
        plural: spec.names.plural,
        kind: spec.names.kind,
        shortNames: spec.names.shortNames,
        namespaced: spec.scope === 'Namespaced',
      })),
  );
}
