import { stringify } from 'yaml';
import type { FileChange } from '../../services/github/git/GitRepositories';
import type { Api, Component } from '../types';
import { grafanaAnnotations, grafanaLinks } from './grafana';

/** A catalog entity, as far as this package writes them. */
export interface EntityDocument {
  apiVersion: 'backstage.io/v1alpha1';
  kind: string;
  metadata: {
    name: string;
    title?: string;
    description: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    tags?: string[];
    links?: { url: string; title: string; icon?: string; type?: string }[];
  };
  spec: Record<string, unknown>;
}

/** Where the repository lives. */
export interface RepositoryPlace {
  /** e.g. `http://127.0.0.1:7101`. */
  githubUrl: string;
  /** e.g. `http://127.0.0.1:7108`. */
  grafanaUrl: string;
  /** e.g. `mini-org`. */
  organization: string;
}

const EXTENSIONS = {
  openapi: 'openapi.yaml',
  asyncapi: 'asyncapi.yaml',
  graphql: 'graphql',
} as const;

/** `catalog-info.yaml` (the component and its APIs) and the API definitions that it points at. */
export function catalogFiles(
  component: Component,
  place: RepositoryPlace,
): FileChange[] {
  const entities = [
    componentEntity(component, place),
    ...component.providesApis.map(api => apiEntity(api, component)),
  ];
  return [
    {
      path: 'catalog-info.yaml',
      content: entities.map(entity => stringify(entity)).join('---\n'),
    },
    ...component.providesApis.map(api => ({
      path: definitionPath(api),
      content: api.definition,
    })),
  ];
}

/** The catalog's view of a component. */
export function componentEntity(
  component: Component,
  place: RepositoryPlace,
): EntityDocument {
  const { name, description, type, lifecycle, owner, system } = component;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      description,
      ...(component.unlinked
        ? {}
        : {
            annotations: annotationsOf(component, place),
            tags: component.tags,
            links: linksOf(component, place),
          }),
    },
    spec: {
      type,
      lifecycle,
      owner: `group:default/${owner}`,
      system: `system:default/${system}`,
      ...list('providesApis', component.providesApis, api => api.name),
      ...list('consumesApis', component.consumesApis, api => api),
      ...list(
        'dependsOn',
        [
          ...component.dependsOn.map(other => `component:default/${other}`),
          ...component.uses.map(other => `resource:default/${other}`),
        ],
        ref => ref,
      ),
    },
  };
}

/** The catalog's view of an API; the definition stays in its own file. */
export function apiEntity(api: Api, component: Component): EntityDocument {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: api.name,
      title: api.title,
      description: api.description,
    },
    spec: {
      type: api.type,
      lifecycle: component.lifecycle,
      owner: `group:default/${component.owner}`,
      system: `system:default/${component.system}`,
      definition: { $text: `./${definitionPath(api)}` },
    },
  };
}

function definitionPath(api: Api): string {
  return `api/${api.name}.${EXTENSIONS[api.type]}`;
}

/** The service contract: what joins an entity to its repository, docs, workload, metrics and bill. */
function annotationsOf(
  component: Component,
  place: RepositoryPlace,
): Record<string, string> {
  const { name, slo, monthlyBudgetUsd, pagerdutyServiceId } = component;
  return {
    'github.com/project-slug': `${place.organization}/${name}`,
    'backstage.io/techdocs-ref': 'dir:.',
    'backstage.io/kubernetes-id': name,
    'argocd/app-selector': `app=${name}`,
    'portico/tier': component.tier,
    'portico/metrics-preset': component.metricsPreset,
    ...(slo && { 'portico/slo': slo }),
    ...(monthlyBudgetUsd && {
      'portico/cost-budget': `${monthlyBudgetUsd} USD`,
    }),
    ...(pagerdutyServiceId && {
      'pagerduty.com/service-id': pagerdutyServiceId,
    }),
    ...grafanaAnnotations(component, place),
  };
}

function linksOf(component: Component, place: RepositoryPlace) {
  const repository = `${place.githubUrl}/${place.organization}/${component.name}`;
  return [
    { url: repository, title: 'Repository', icon: 'github' },
    {
      url: `${repository}/blob/main/docs/runbook.md`,
      title: 'Runbook',
      icon: 'docs',
      type: 'runbook',
    },
    ...grafanaLinks(component, place),
  ];
}

/** `{[key]: values}`, or nothing if there are none. */
function list<T>(key: string, values: T[], ref: (value: T) => string) {
  return values.length ? { [key]: values.map(ref) } : {};
}
