import type { Component } from '../types';

/** Where a component runs, in the order in which a change gets there. */
export const ENVIRONMENTS = ['dev', 'staging', 'production'] as const;

/** One of {@link ENVIRONMENTS}: also the name of its Kustomize overlay. */
export type Environment = (typeof ENVIRONMENTS)[number];

/** Production has the namespace's own name, so that all environments fit into one cluster. */
export function namespaceIn(
  environment: Environment,
  component: Component,
): string {
  return environment === 'production'
    ? component.namespace
    : `${component.namespace}-${environment}`;
}

/** Pods wanted: all in production, at most two in staging, one in dev. */
export function replicasIn(
  environment: Environment,
  component: Component,
): number {
  const most = { dev: 1, staging: 2, production: Infinity }[environment];
  return Math.min(component.replicas, most);
}

/** Staging runs what production runs; dev runs the candidate for the next patch. */
export function versionIn(
  environment: Environment,
  component: Component,
): string {
  if (environment !== 'dev') return component.version;
  const [major, minor, patch] = component.version.split('.').map(Number);
  return `${major}.${minor}.${patch + 1}-rc.1`;
}
