import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { renderTestApp } from '@backstage/frontend-test-utils';
import type { ClusterObjects } from '@backstage/plugin-kubernetes-common';
import {
  kubernetesApiRef,
  kubernetesAuthProvidersApiRef,
} from '@backstage/plugin-kubernetes-react';
import { screen } from '@testing-library/react';
import { kubernetesTab } from './kubernetesModule';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'backstage.io/kubernetes-id': 'orders' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'commerce' },
};

const pod = (name: string) => ({ metadata: { name, namespace: 'shop' } });

const up = (name: string, pods: number): ClusterObjects => ({
  cluster: { name },
  podMetrics: [],
  resources: [
    {
      type: 'pods',
      resources: Array.from({ length: pods }, (_, n) => pod(`orders-${n}`)),
    },
  ],
  errors: [],
});

const down = (name: string, statusCode: number): ClusterObjects => ({
  cluster: { name },
  podMetrics: [],
  resources: [],
  errors: ['/api/v1/pods', '/apis/apps/v1/deployments'].map(resourcePath => ({
    errorType: 'UNKNOWN_ERROR',
    statusCode,
    resourcePath,
  })),
});

function show(getObjectsByEntity: () => Promise<{ items: ClusterObjects[] }>) {
  renderTestApp({
    extensions: [createTestEntityPage({ entity }), kubernetesTab],
    apis: [
      [kubernetesApiRef, { getObjectsByEntity, getClusters: async () => [] }],
      [kubernetesAuthProvidersApiRef, {}],
    ],
  });
}

const answers = (...items: ClusterObjects[]) => show(async () => ({ items }));

describe('the Kubernetes tab', () => {
  it('says that nothing is known, and counts nothing, when no cluster answers', async () => {
    answers(down('mini-org', 503));
    expect(
      await screen.findByText('Unknown: Kubernetes has not answered.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(
      'mini-org: 503, its API server cannot answer now. Asked again every 10 s.',
    );
    expect(
      screen.getByRole('link', { name: 'Status of sources' }),
    ).toHaveAttribute('href', '/sources#kubernetes');
    expect(screen.queryByText(/\d+ pods?/)).not.toBeInTheDocument();
    expect(screen.queryByText(/no pods with errors/i)).not.toBeInTheDocument();
  });

  it('counts the pods of those that answered and names the one that did not', async () => {
    answers(
      up('eks-production', 6),
      up('eks-dev', 1),
      down('eks-staging', 401),
    );
    expect(
      await screen.findByText('2 of 3 clusters answered.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(
      'eks-staging: 401, its credential was refused or has expired.',
    );
    expect(screen.getByText('6 pods')).toBeInTheDocument();
    expect(screen.queryByText('0 pods')).not.toBeInTheDocument();
  });

  it('takes pods that could not be read for unknown, whatever else came', async () => {
    answers({
      ...up('mini-org', 0),
      resources: [{ type: 'services', resources: [] }],
      errors: [
        {
          errorType: 'UNAUTHORIZED_ERROR',
          statusCode: 403,
          resourcePath: '/api/v1/namespaces/shop/pods',
        },
      ],
    });
    expect(await screen.findByRole('status')).toHaveTextContent(
      "mini-org: 403, the portal's account may not read them.",
    );
    expect(screen.queryByText('0 pods')).not.toBeInTheDocument();
  });

  it('says what a cluster kept back beside the pods it told', async () => {
    answers({
      ...up('mini-org', 2),
      errors: [
        {
          errorType: 'UNKNOWN_ERROR',
          statusCode: 503,
          resourcePath: '/apis/networking.k8s.io/v1/ingresses',
        },
      ],
    });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'mini-org: ingresses 503, its API server cannot answer now.',
    );
    expect(screen.getByText('2 pods')).toBeInTheDocument();
  });

  it('says so when the portal itself could not ask', async () => {
    show(async () => {
      throw new Error('Request failed with 502 Bad Gateway');
    });
    expect(
      await screen.findByText('Unknown: Kubernetes has not answered.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Request failed with 502 Bad Gateway\. Asked again/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Status of sources' }),
    ).toHaveAttribute('href', '/sources#kubernetes');
  });

  it('stays quiet when every cluster answers', async () => {
    answers(up('mini-org', 2));
    expect(await screen.findByText('2 pods')).toBeInTheDocument();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });
});
