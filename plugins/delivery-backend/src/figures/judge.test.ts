import type { Deployment, DeploymentKind, Period } from '../store/types';
import { judge } from './judge';
import { outagesOf } from './outagesOf';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString();
const NOW = Date.parse(at(24 * 60));

const deployments = (...list: [number, string, DeploymentKind?][]) =>
  list.map(
    ([minute, revision, kind = 'deploy'], id): Deployment => ({
      id,
      entityRef: 'component:default/orders',
      application: 'mini-org/orders-production',
      revision,
      deployedAt: at(minute),
      kind,
      repositoryUrl: '',
      url: '',
      commits: 'none',
      tries: 0,
    }),
  );
const periods = (...list: [number, string][]) =>
  list.map(
    ([minute, state]): Period => ({
      entityRef: 'component:default/orders',
      from: at(minute),
      state,
      headline: 'p95 latency 480 ms, objective 300 ms.',
    }),
  );

const words = (...args: Parameters<typeof judge>) =>
  judge(...args).map(({ deployment, failure, known }) =>
    [deployment.revision, known ? failure?.because ?? 'fine' : '?'].join(' '),
  );

it('holds a deployment for what began within an hour after it', () => {
  const list = deployments([100, 'a'], [300, 'b'], [500, 'c']);
  const known = periods(
    [0, 'healthy'],
    [130, 'degraded'],
    [150, 'healthy'],
    [361, 'failing'],
    [370, 'healthy'],
  );
  expect(words(list, known, NOW)).toEqual(['a health', 'b fine', 'c fine']);
});

it('holds the last of deployments in a row, and none for what was bad before', () => {
  const list = deployments([100, 'a'], [110, 'b'], [200, 'c']);
  const known = periods(
    [0, 'healthy'],
    [120, 'failing'],
    [150, 'unknown'],
    [210, 'failing'],
    [220, 'degraded'],
  );
  expect(words(list, known, NOW)).toEqual(['a fine', 'b health', 'c fine']);
});

it('holds what was rolled back, and counts the rollback as no deployment', () => {
  const list = deployments(
    [100, 'a'],
    [200, 'b'],
    [201, 'b', 'repeat'],
    [300, 'a', 'rollback'],
  );
  expect(words(list, periods([0, 'healthy']), NOW)).toEqual([
    'a fine',
    'b rollback',
  ]);
});

it('does not judge what was before health was known, or is not an hour old', () => {
  const list = deployments([10, 'a'], [100, 'b']);
  const known = periods([50, 'healthy']);
  expect(words(list, known, Date.parse(at(120)))).toEqual(['a ?', 'b ?']);
  expect(words(list, [], NOW)).toEqual(['a ?', 'b ?']);
});

it('measures outages until service is known to be restored', () => {
  const known = periods(
    [0, 'failing'],
    [10, 'unknown'],
    [20, 'failing'],
    [30, 'degraded'],
    [40, 'healthy'],
    [50, 'failing'],
    [60, 'unknown'],
  );
  expect(outagesOf(known)).toEqual([
    {
      entityRef: 'component:default/orders',
      at: Date.parse(at(30)),
      seconds: 1800,
    },
  ]);
});
