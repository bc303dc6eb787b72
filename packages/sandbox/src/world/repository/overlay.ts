import { stringify } from 'yaml';
import type { Component, World } from '../types';
import {
  namespaceIn,
  replicasIn,
  versionIn,
  type Environment,
} from './environments';

/** What differs from the base: place, size, version and the environment's own settings. */
export function overlay(
  world: World,
  component: Component,
  image: string,
  environment: Environment,
) {
  const { name } = component;
  const version = versionIn(environment, component);
  const settings = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${name}-config` },
    data: {
      ENVIRONMENT: environment,
      LOG_LEVEL: environment === 'dev' ? 'debug' : 'info',
      ...addressesIn(environment, world, component),
    },
  };
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace: namespaceIn(environment, component),
    resources: ['../../base'],
    labels: [{ pairs: { environment, version }, includeTemplates: true }],
    replicas: [{ name, count: replicasIn(environment, component) }],
    images: [{ name: image, newTag: `v${version}` }],
    patches: [{ patch: stringify(settings) }],
  };
}

/** Where a component finds those it calls, e.g. `PAYMENTS_URL`: they may live in other namespaces. */
function addressesIn(
  environment: Environment,
  world: World,
  component: Component,
): Record<string, string> {
  const called = world.components.filter(({ name }) =>
    component.dependsOn.includes(name),
  );
  return Object.fromEntries(
    called.map(other => [
      `${other.name.replace(/-/g, '_').toUpperCase()}_URL`,
      `http://${other.name}.${namespaceIn(environment, other)}`,
    ]),
  );
}
