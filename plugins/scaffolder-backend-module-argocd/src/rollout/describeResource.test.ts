import type { Application, ResourceHealth } from '@portico/plugin-argocd-node';
import { listResources } from './describeResource';

const describeDeployment = (health: ResourceHealth, status = 'Synced') =>
  listResources(
    {
      metadata: { name: 'orders' },
      spec: { project: 'default', destination: {} },
      status: {
        resources: [{ kind: 'Deployment', name: 'orders', status, health }],
      },
    } as Application,
    [],
  )[0];

describe('listResources', () => {
  it.each<[ResourceHealth, string]>([
    [
      {
        status: 'Progressing',
        message:
          'Waiting for rollout to finish: 1 of 2 updated replicas are available...',
      },
      '1 of 2 replicas ready',
    ],
    [
      {
        status: 'Progressing',
        message:
          'Waiting for rollout to finish: 0 out of 2 new replicas have been updated...',
      },
      '0 of 2 replicas updated',
    ],
    [
      { status: 'Progressing', message: 'Pending deletion' },
      'in progress, pending deletion',
    ],
    [
      { status: 'Degraded', message: 'exceeded its deadline' },
      'Degraded: exceeded its deadline',
    ],
    [{ status: 'Healthy' }, 'healthy'],
    [{}, 'synced'],
  ])('says of %j: %s', (health, text) => {
    expect(describeDeployment(health)).toMatchObject({
      title: 'Deployment orders',
      text,
    });
  });

  it('says that a resource is not there yet', () => {
    expect(
      describeDeployment({ status: 'Missing' }, 'OutOfSync'),
    ).toMatchObject({ text: 'waits to be made', ready: false });
  });

  it('takes the health from the tree where the application carries none, and shows pods', () => {
    const tree = [
      {
        kind: 'Deployment',
        name: 'orders',
        health: { status: 'Healthy' as const },
      },
      {
        kind: 'Pod',
        name: 'orders-x',
        health: { status: 'Degraded' as const, message: 'Back-off' },
      },
    ];
    const application = {
      metadata: { name: 'orders' },
      spec: { project: 'default', destination: {} },
      status: {
        resources: [
          { kind: 'Deployment', name: 'orders', status: 'Synced' as const },
        ],
      },
    };
    expect(
      listResources(application, tree).map(({ title, text }) => [title, text]),
    ).toEqual([
      ['Deployment orders', 'healthy'],
      ['Pod orders-x', 'Degraded: Back-off'],
    ]);
  });
});
