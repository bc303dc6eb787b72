import { StoredIncidents } from '../../../incidents';
import type { ClusterEvent } from '../controllers/EventRecorder';
import { isReady } from '../controllers/owners';
import { KubernetesService } from '../KubernetesService';
import type { Pod } from '../objects/workloads';
import { deploymentManifest, eventually, testCluster } from '../testCluster';

jest.setTimeout(240_000);

describe('an incident of kind crash-loop', () => {
  const { cluster, kit } = testCluster();
  const { objects } = cluster;
  const incidents = new StoredIncidents({ kit, components: () => ['orders'] });
  const service = new KubernetesService(cluster, incidents);
  const pods = () => objects.list<Pod>('pods', 'default');
  const restarts = () =>
    pods().map(pod => pod.status?.containerStatuses?.[0].restartCount ?? 0);
  const allReady = () => pods().length === 3 && pods().every(isReady);

  beforeAll(async () => {
    await service.seed();
    const monthAgo = new Date(Date.now() - 30 * 86_400_000);
    cluster.simulate(monthAgo, () => {
      objects.create('deployments', deploymentManifest({ replicas: 3 }));
    });
  });
  afterAll(async () => {
    kit.clock.stop();
    await service.stop();
  });

  it('that began before the start has left restarts, and one pod serves on', async () => {
    incidents.seed([
      {
        kind: 'crash-loop',
        component: 'orders',
        startedAt: Date.now() - 41 * 60_000,
      },
    ]);
    await service.start();
    const counts = restarts().sort((a, b) => a - b);
    expect(counts[0]).toBe(0);
    expect(counts[1]).toBeGreaterThan(5);
    const struck = pods().find(
      pod => (pod.status?.containerStatuses?.[0].restartCount ?? 0) > 5,
    );
    expect(struck?.status?.containerStatuses?.[0].lastState).toMatchObject({
      terminated: { reason: 'OOMKilled', exitCode: 137 },
    });
    const reasons = objects
      .list<ClusterEvent>('events', 'default')
      .map(event => event.reason);
    expect(reasons).toEqual(expect.arrayContaining(['BackOff', 'OOMKilling']));
  });

  it('ends with pods that are ready', async () => {
    incidents.end(incidents.open()[0].id);
    await eventually(() => allReady() && restarts().every(count => !count));
    expect(restarts()).toEqual([0, 0, 0]);
  });

  it('strikes pods in production that come later, too', async () => {
    incidents.start('crash-loop', 'orders');
    await eventually(() => restarts().some(count => count > 0));
    for (const pod of pods()) cluster.delete(pod);
    await eventually(
      () => pods().length === 3 && restarts().some(count => count > 0),
    );
    incidents.end(incidents.open()[0].id);
    await eventually(() => allReady() && restarts().every(count => !count));
    expect(restarts()).toEqual([0, 0, 0]);
  });
});
