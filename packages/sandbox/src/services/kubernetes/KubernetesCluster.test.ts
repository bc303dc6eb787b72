import { Store } from '../../kit';
import type { ClusterEvent } from './controllers/EventRecorder';
import { conditionOf } from './controllers/conditions';
import type { Deployment, Pod, ReplicaSet } from './objects/workloads';
import { deploymentManifest, eventually, testCluster } from './testCluster';

function setUp() {
  const { cluster, kit } = testCluster();
  cluster.seed();
  cluster.start();
  const { objects } = cluster;
  const deployment = () =>
    objects.get<Deployment>('deployments', 'default', 'orders')!;
  const pods = () => objects.list<Pod>('pods', 'default');
  const reason = () =>
    pods()
      .flatMap(pod => pod.status?.containerStatuses ?? [])
      .map(status => status.state.waiting?.reason)
      .find(Boolean);
  return { cluster, kit, objects, deployment, pods, reason };
}

jest.setTimeout(240_000);

describe('KubernetesCluster', () => {
  it('brings a deployment up, with the events of a real one', async () => {
    const { objects, deployment, pods, kit } = setUp();
    objects.create('deployments', deploymentManifest());
    await eventually(() => deployment().status?.readyReplicas === 2);
    expect(
      conditionOf(deployment().status?.conditions, 'Progressing'),
    ).toMatchObject({
      reason: 'NewReplicaSetAvailable',
    });
    expect(pods()[0]).toMatchObject({
      spec: { nodeName: expect.stringContaining('ip-10-0-') },
      status: { phase: 'Running', podIP: expect.stringMatching(/^10\.0\./) },
    });
    const reasons = objects
      .list<ClusterEvent>('events', 'default')
      .filter(event => event.involvedObject.name === pods()[0].metadata.name)
      .map(event => event.reason);
    expect(reasons).toEqual([
      'Scheduled',
      'Pulling',
      'Pulled',
      'Created',
      'Started',
    ]);
    kit.clock.stop();
  });

  it('rolls a new image out without losing availability', async () => {
    const { objects, deployment, pods, kit } = setUp();
    objects.create('deployments', deploymentManifest({ replicas: 4 }));
    await eventually(() => deployment().status?.readyReplicas === 4);
    let fewest = 4;
    objects.onChange(() => {
      fewest = Math.min(fewest, deployment().status?.availableReplicas ?? 0);
    });
    objects.replace(
      'deployments',
      deploymentManifest({ replicas: 4, image: 'nginx:1.28' }),
    );
    await eventually(
      () =>
        pods().length === 4 &&
        pods().every(pod => pod.spec.containers[0].image === 'nginx:1.28'),
    );
    expect(fewest).toBeGreaterThanOrEqual(3);
    expect(
      objects.list<ReplicaSet>('replicasets').map(set => set.spec.replicas),
    ).toEqual([0, 4]);
    kit.clock.stop();
  });

  it.each([
    [{ image: 'nginx:does-not-exist' }, 'ImagePullBackOff'],
    [{ image: 'registry.invalid/nginx:1' }, 'ImagePullBackOff'],
    [
      { container: { envFrom: [{ configMapRef: { name: 'settings' } }] } },
      'CreateContainerConfigError',
    ],
    [
      { annotations: { 'sandbox.portico/behaviour': 'crash-loop' } },
      'CrashLoopBackOff',
    ],
    [
      { annotations: { 'sandbox.portico/behaviour': 'oom' } },
      'CrashLoopBackOff',
    ],
  ])('tells why pods of %j do not start: %s', async (options, expected) => {
    const { objects, deployment, reason, kit } = setUp();
    objects.create('deployments', deploymentManifest(options));
    await eventually(() => reason() === expected);
    await eventually(
      () =>
        conditionOf(deployment().status?.conditions, 'Progressing')?.reason ===
        'ProgressDeadlineExceeded',
    );
    expect(await eventually(() => reason() === expected)).toBe(true);
    kit.clock.stop();
  });

  it('starts the container once the missing ConfigMap is there', async () => {
    const { objects, deployment, reason, kit } = setUp();
    const container = { envFrom: [{ configMapRef: { name: 'settings' } }] };
    objects.create('deployments', deploymentManifest({ container }));
    await eventually(() => reason() === 'CreateContainerConfigError');
    objects.create('configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: 'default' },
    });
    await eventually(() => deployment().status?.readyReplicas === 2);
    expect(reason()).toBeUndefined();
    kit.clock.stop();
  });

  it('leaves a pod that fits no node pending, with the scheduler’s words', async () => {
    const { objects, pods, kit } = setUp();
    const container = { resources: { requests: { cpu: '500' } } };
    objects.create('deployments', deploymentManifest({ container }));
    const condition = await eventually(() =>
      conditionOf(pods()[0]?.status?.conditions, 'PodScheduled'),
    );
    expect(condition.message).toMatch(
      /^0\/3 nodes are available: 3 Insufficient cpu\. preemption:/,
    );
    kit.clock.stop();
  });

  it('removes what a deleted deployment owned', async () => {
    const { cluster, objects, deployment, pods, kit } = setUp();
    objects.create('deployments', deploymentManifest());
    await eventually(() => deployment().status?.readyReplicas === 2);
    cluster.delete(deployment(), { policy: 'Foreground' });
    await eventually(() => !deployment() && !pods().length);
    expect(objects.list('replicasets', 'default')).toEqual([]);
    kit.clock.stop();
  });

  it('goes on with a rollout after a restart', async () => {
    const store = Store.open(':memory:');
    const before = testCluster(store);
    before.cluster.seed();
    before.cluster.start();
    before.cluster.objects.create('deployments', deploymentManifest());
    await eventually(
      () => before.cluster.objects.list('pods', 'default').length,
    );
    before.kit.clock.stop();
    before.cluster.stop();

    const after = testCluster(store);
    after.cluster.start();
    await eventually(
      () =>
        after.cluster.objects.get<Deployment>(
          'deployments',
          'default',
          'orders',
        )?.status?.readyReplicas === 2,
    );
    expect(after.cluster.objects.list('pods', 'default')).toHaveLength(2);
    after.kit.clock.stop();
  });

  it('has lived through what was simulated', () => {
    const { cluster, objects, deployment, pods, kit } = setUp();
    const start = new Date(Date.now() - 5 * 86_400_000);
    cluster.simulate(start, () => {
      objects.create('deployments', deploymentManifest());
    });
    expect(deployment().status?.readyReplicas).toBe(2);
    expect(pods()[0].metadata.creationTimestamp.slice(0, 10)).toBe(
      start.toISOString().slice(0, 10),
    );
    kit.clock.stop();
  });
});
