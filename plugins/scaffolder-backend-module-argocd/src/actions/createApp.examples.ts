import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const IN_CLUSTER = 'https://kubernetes.default.svc';

function example(description: string, input: object): TemplateExample {
  return {
    description,
    example: stringify({
      steps: [
        {
          id: 'deploy-k8s',
          name: 'Deploy',
          action: 'argocd:create-app',
          input,
        },
      ],
    }),
  };
}

/** Shown in the portal's list of actions; the tests hold them against the schema. */
export const examples: TemplateExample[] = [
  example('Deploys a folder of the repository that an earlier step made', {
    name: '${{ parameters.name }}',
    repoUrl: "${{ steps['create-repo'].output.remoteUrl }}",
    path: 'k8s',
    revision: 'main',
    destination: { server: IN_CLUSTER, namespace: 'orders-dev' },
    project: 'commerce',
    syncPolicy: {
      automated: { prune: true, selfHeal: true },
      syncOptions: ['CreateNamespace=true'],
    },
    entityRef: 'component:default/${{ parameters.name }}',
  }),
  example('Deploys a Helm chart with values', {
    name: 'redis',
    repoUrl: 'https://charts.example.com',
    revision: '19.6.4',
    helm: {
      chart: 'redis',
      releaseName: 'orders-cache',
      values: { architecture: 'standalone', auth: { enabled: false } },
    },
    destination: { name: 'in-cluster', namespace: 'orders-dev' },
  }),
  example('Deploys a Kustomize overlay with another image, without waiting', {
    name: 'orders-api-staging',
    instance: 'main',
    repoUrl: 'https://github.com/mini-org/orders-api.git',
    path: 'k8s/overlays/staging',
    kustomize: {
      images: ['orders-api=ghcr.io/mini-org/orders-api:1.4.0'],
      namePrefix: 'staging-',
    },
    destination: { server: IN_CLUSTER, namespace: 'orders-staging' },
    wait: false,
  }),
  example('Takes the chart from one repository and its values from another', {
    name: 'orders-gateway',
    sources: [
      {
        repoUrl: 'https://charts.example.com',
        revision: '2.1.0',
        helm: { chart: 'gateway', valueFiles: ['$values/gateway/dev.yaml'] },
      },
      {
        repoUrl: 'https://github.com/mini-org/settings.git',
        revision: 'main',
        ref: 'values',
      },
    ],
    destination: { server: IN_CLUSTER, namespace: 'orders-dev' },
    labels: { team: 'commerce' },
    timeoutMinutes: 5,
  }),
];
