import {
  deploymentManifest,
  eventually,
} from '../../../kubernetes/testCluster';
import type { Deployment, Pod } from '../../../kubernetes/objects/workloads';
import { behaviourOf, BEHAVIOUR } from '../../../kubernetes/pods/podStatus';
import { newest, testSeries, where } from '../__testUtils__/testSeries';
import { livesAfter } from './livesAfter';

jest.setTimeout(240_000);

const DAY_MS = 86_400_000;
const COUNT = 'http_server_request_duration_seconds_count';

describe('a service that was made afterwards', () => {
  const { source, cluster, kit } = testSeries();
  const { objects } = cluster;
  const now = () => kit.clock.now().getTime();
  const pods = () => objects.list<Pod>('pods', 'default');
  const counts = (after: number, until: number) =>
    source
      .select(where({ __name__: COUNT, service: 'fresh' }), after, until)
      .flatMap(one => one.counterWindow?.(after, until) ?? []);

  beforeAll(() => {
    cluster.seed();
    cluster.start();
    cluster.simulate(new Date(now() - 3 * DAY_MS), () => {
      objects.create('deployments', deploymentManifest({ name: 'fresh' }));
    });
  });
  afterAll(() => {
    kit.clock.stop();
    cluster.stop();
  });

  it('has metrics from when its pods run, and no history before', () => {
    expect(counts(0, now() - 3 * DAY_MS - 60_000)).toEqual([]);
    const [window] = counts(0, now());
    expect(window.first.value).toBeLessThan(100);
    expect(window.last.value).toBeGreaterThan(10_000);
    const up = { __name__: 'up', service: 'fresh' };
    expect(newest(source, up, now())).toEqual([1, 1]);
    const { labels } = source.select(where(up), 0, now())[0];
    expect(labels).toMatchObject({
      environment: 'production',
      pod: expect.stringMatching(/^fresh-/),
      instance: expect.stringMatching(/^10\.0\..*:8080$/),
    });
  });

  it('counts from zero in a pod that restarts', async () => {
    const [{ metadata }] = pods();
    const restarts = () =>
      objects.get<Pod>('pods', 'default', metadata.name)?.status
        ?.containerStatuses?.[0].restartCount;
    objects.change(pods()[0], pod => ({
      ...pod,
      metadata: { ...pod.metadata, annotations: { [BEHAVIOUR]: 'oom' } },
    }));
    await eventually(() => restarts());
    // It stays in its second life from now on.
    objects.change(pods()[0], pod => ({
      ...pod,
      metadata: { ...pod.metadata, annotations: {} },
    }));
    await eventually(() => pods()[0].status?.containerStatuses?.[0].ready);
    expect(behaviourOf(pods()[0])).toBeUndefined();
    const later = now() + 600_000;
    jest.spyOn(kit.clock, 'now').mockReturnValue(new Date(later));
    const [first] = source.select(
      where({ __name__: COUNT, pod: metadata.name }),
      later - DAY_MS,
      later,
    );
    const window = first.counterWindow?.(later - DAY_MS, later);
    const values = first
      .samples(later - DAY_MS, later)
      .map(sample => sample.value);
    const resets = values.filter((it, i) => i > 0 && it < values[i - 1]);
    expect(resets).toHaveLength(1);
    expect(window).toMatchObject({
      count: values.length,
      last: { value: values[values.length - 1] },
      lost: Math.max(...values),
    });
    jest.restoreAllMocks();
  });

  it('goes on in other pods after a deploy, and ends with them', async () => {
    const before = pods().map(pod => pod.metadata.name);
    const deployment = () =>
      objects.get<Deployment>('deployments', 'default', 'fresh')!;
    objects.change(deployment(), current => {
      const next: Deployment = JSON.parse(JSON.stringify(current));
      next.spec.template.spec.containers[0].image = 'nginx:1.28';
      return next;
    });
    await eventually(
      () =>
        pods().length === 2 &&
        pods().every(pod => !before.includes(pod.metadata.name)),
    );
    const named = () =>
      source
        .select(where({ __name__: 'up', service: 'fresh' }), now(), now())
        .map(one => one.labels.pod)
        .sort();
    await eventually(() => named().length === 2);
    expect(named()).toEqual(
      pods()
        .map(pod => pod.metadata.name)
        .sort(),
    );
    cluster.delete(deployment());
    await eventually(() => pods().length === 0);
    expect(named()).toEqual([]);
    expect(counts(now() - DAY_MS, now()).length).toBeGreaterThan(0);
  });
});

describe('the pods of a component', () => {
  it('take over from those that it had before the cluster', () => {
    const { source, cluster, kit } = testSeries();
    cluster.seed();
    const now = kit.clock.now().getTime();
    const production = { service: 'tax', environment: 'production' };
    const namesAt = (at: number) =>
      source
        .select(where({ __name__: 'up', ...production }), at, at)
        .map(one => one.labels.pod);
    const before = namesAt(now);
    cluster.simulate(new Date(now - DAY_MS), () => {
      cluster.objects.create(
        'deployments',
        deploymentManifest({ name: 'tax' }),
      );
    });
    expect(namesAt(now - 2 * DAY_MS)).toEqual(before);
    expect(namesAt(now)).toEqual(
      cluster.objects.list('pods', 'default').map(pod => pod.metadata.name),
    );
    kit.clock.stop();
  });
});

describe('the lives of a pod', () => {
  const at = (second: number) => new Date(second * 1000).toISOString();
  const pod = (state: object) =>
    ({ status: { containerStatuses: [{ state, lastState: {} }] } } as Pod);
  const running = (second: number) =>
    pod({ running: { startedAt: at(second) } });
  const ended = (second: number) =>
    pod({ terminated: { startedAt: at(1), finishedAt: at(second) } });

  it('begin and end with its container', () => {
    let lives = livesAfter([], running(10), 99);
    expect(livesAfter(lives, running(10), 99)).toBe(lives);
    lives = livesAfter(lives, ended(70), 99);
    lives = livesAfter(lives, ended(70), 99);
    lives = livesAfter(lives, running(80), 99);
    expect(lives).toEqual([{ from: 10_000, to: 70_000 }, { from: 80_000 }]);
  });

  it('are forgotten in the middle where there are too many', () => {
    let lives = livesAfter([], running(0), 0);
    for (let round = 1; round < 300; round += 1) {
      lives = livesAfter(lives, ended(round * 10 - 5), 0);
      lives = livesAfter(lives, running(round * 10), 0);
    }
    expect(lives.length).toBeLessThanOrEqual(120);
    expect(lives[0].from).toBe(0);
    expect(lives.at(-1)).toEqual({ from: 2_990_000 });
  });
});
