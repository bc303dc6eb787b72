import { stringify } from 'yaml';
import type { FileChange } from '../../services/github/git/GitRepositories';
import type { Component } from '../types';
import {
  ENVIRONMENTS,
  namespaceIn,
  replicasIn,
  versionIn,
  type Environment,
} from './environments';

/** Requests and limits by language: what an idle process of each takes, and room above. */
const RESOURCES = {
  nodejs: { cpu: '100m', memory: '256Mi', limit: '512Mi' },
  python: { cpu: '100m', memory: '256Mi', limit: '512Mi' },
  java: { cpu: '250m', memory: '512Mi', limit: '1Gi' },
  go: { cpu: '50m', memory: '64Mi', limit: '256Mi' },
} as const;

/** The Kustomize base and an overlay for each environment. */
export function manifestFiles(
  component: Component,
  organization: string,
): FileChange[] {
  const image = `ghcr.io/${organization.toLowerCase()}/${component.name}`;
  const base = {
    'deployment.yaml': deployment(component, image),
    'service.yaml': service(component),
    'configmap.yaml': configMap(component),
    'serviceaccount.yaml': serviceAccount(component),
  };
  return [
    yaml('deploy/base/kustomization.yaml', {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: Object.keys(base),
    }),
    ...Object.entries(base).map(([file, manifest]) =>
      yaml(`deploy/base/${file}`, manifest),
    ),
    ...ENVIRONMENTS.map(environment =>
      yaml(
        `deploy/overlays/${environment}/kustomization.yaml`,
        overlay(component, image, environment),
      ),
    ),
  ];
}

function yaml(path: string, document: object): FileChange {
  return {
    path,
    content: stringify(document, { aliasDuplicateObjects: false }),
  };
}

function labelsOf(component: Component): Record<string, string> {
  return {
    'app.kubernetes.io/name': component.name,
    'app.kubernetes.io/part-of': component.system,
    ...(!component.unlinked && {
      'backstage.io/kubernetes-id': component.name,
    }),
    team: component.owner,
    version: component.version,
  };
}

function metadata(component: Component, name = component.name) {
  return { name, labels: labelsOf(component) };
}

function deployment(component: Component, image: string) {
  const { name, port, replicas } = component;
  const selector = { 'app.kubernetes.io/name': name };
  const { cpu, memory, limit } = RESOURCES[component.language];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(component),
    spec: {
      replicas,
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: labelsOf(component) },
        spec: {
          serviceAccountName: name,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 1001,
            fsGroup: 1001,
          },
          containers: [
            {
              name,
              image,
              ports: [{ name: 'http', containerPort: port }],
              env: [{ name: 'PORT', value: String(port) }],
              envFrom: [
                { configMapRef: { name: `${name}-config` } },
                { secretRef: { name: `${name}-secrets`, optional: true } },
              ],
              resources: {
                requests: { cpu, memory },
                limits: { memory: limit },
              },
              livenessProbe: {
                httpGet: { path: '/health', port },
                initialDelaySeconds: 30,
                periodSeconds: 10,
              },
              readinessProbe: {
                httpGet: { path: '/ready', port },
                initialDelaySeconds: 5,
                periodSeconds: 5,
              },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      },
    },
  };
}

function service(component: Component) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(component),
    spec: {
      selector: { 'app.kubernetes.io/name': component.name },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  };
}

function configMap(component: Component) {
  const addresses = component.dependsOn.map(other => [
    `${other.replace(/-/g, '_').toUpperCase()}_URL`,
    `http://${other}`,
  ]);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(component, `${component.name}-config`),
    data: {
      ENVIRONMENT: 'dev',
      LOG_LEVEL: 'info',
      ...Object.fromEntries(addresses),
    },
  };
}

function serviceAccount(component: Component) {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: metadata(component),
    automountServiceAccountToken: false,
  };
}

/** What differs from the base: place, size, version and the environment's own settings. */
function overlay(
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
