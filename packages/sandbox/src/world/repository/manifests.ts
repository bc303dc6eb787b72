import { stringify } from 'yaml';
import type { FileChange } from '../../services/github/git/GitRepositories';
import type { Component, World } from '../types';
import { ENVIRONMENTS } from './environments';
import { overlay } from './overlay';

/** Requests and limits by language: what an idle process of each takes, and room above. */
const RESOURCES = {
  nodejs: { cpu: '100m', memory: '256Mi', limit: '512Mi' },
  python: { cpu: '100m', memory: '256Mi', limit: '512Mi' },
  java: { cpu: '250m', memory: '512Mi', limit: '1Gi' },
  go: { cpu: '50m', memory: '64Mi', limit: '256Mi' },
} as const;

/** Limit of a component's container, as Kubernetes writes it: e.g. `512Mi`. */
export function memoryLimitOf(component: Pick<Component, 'language'>): string {
  return RESOURCES[component.language].limit;
}

/** The Kustomize base and an overlay for each environment. */
export function manifestFiles(
  world: World,
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
        overlay(world, component, image, environment),
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
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(component, `${component.name}-config`),
    data: { ENVIRONMENT: 'none', LOG_LEVEL: 'info' },
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
