import type { Component } from '../types';

/** What has to be said of a component; the rest has a usual value. */
export type ComponentSpec = Pick<
  Component,
  'name' | 'description' | 'system' | 'language' | 'version' | 'replicas'
> &
  Partial<Component>;

const PRESETS = {
  nodejs: 'otel',
  python: 'prom-client',
  java: 'micrometer',
  go: 'otel',
} as const;

/** Makes the components of one team from what is particular about them. */
export function componentsOf(
  team: Pick<Component, 'owner' | 'namespace'>,
  specs: ComponentSpec[],
): Component[] {
  return specs.map(spec => ({
    title: titleOf(spec.name),
    type: 'service',
    lifecycle: 'production',
    tier: 'standard',
    dependsOn: [],
    uses: [],
    providesApis: [],
    consumesApis: [],
    port: 8080,
    metricsPreset: PRESETS[spec.language],
    tags: [spec.language],
    ...team,
    ...spec,
  }));
}

/** `workflow-engine` becomes `Workflow engine`. */
function titleOf(name: string): string {
  const words = name.replace(/-/g, ' ');
  return words[0].toUpperCase() + words.slice(1);
}
