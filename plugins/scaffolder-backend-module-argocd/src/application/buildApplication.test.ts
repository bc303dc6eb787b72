import type { CreateAppInput } from '../actions/createApp.input';
import { buildApplication } from './buildApplication';

const git: CreateAppInput = {
  name: 'orders-api',
  repoUrl: 'https://git.example/mini-org/orders-api.git',
  path: 'k8s',
  destination: { server: 'https://kubernetes.default.svc', namespace: 'dev' },
};

describe('buildApplication', () => {
  it('deletes with what it deployed, follows HEAD, and lies in the default project', () => {
    expect(buildApplication(git)).toEqual({
      metadata: {
        name: 'orders-api',
        labels: {},
        annotations: {},
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      },
      spec: {
        project: 'default',
        source: {
          repoURL: 'https://git.example/mini-org/orders-api.git',
          path: 'k8s',
          targetRevision: 'HEAD',
        },
        destination: git.destination,
      },
    });
  });

  it('takes a Helm chart with values', () => {
    const { spec } = buildApplication({
      ...git,
      path: undefined,
      revision: '1.2.0',
      helm: { chart: 'redis', values: { replicas: 2 }, valueFiles: ['a.yaml'] },
    });
    expect(spec.source).toEqual({
      repoURL: git.repoUrl,
      targetRevision: '1.2.0',
      chart: 'redis',
      helm: { valuesObject: { replicas: 2 }, valueFiles: ['a.yaml'] },
    });
  });

  it('takes several sources', () => {
    const { spec } = buildApplication({
      name: 'orders',
      sources: [
        { repoUrl: 'https://git.example/a.git', path: './k8s/' },
        { repoUrl: 'git@git.example:b.git', ref: 'values', revision: 'main' },
      ],
      destination: { name: 'in-cluster', namespace: 'dev' },
    });
    expect(spec.sources).toEqual([
      {
        repoURL: 'https://git.example/a.git',
        path: 'k8s',
        targetRevision: 'HEAD',
      },
      {
        repoURL: 'git@git.example:b.git',
        ref: 'values',
        targetRevision: 'main',
      },
    ]);
  });

  it.each<[string, Partial<CreateAppInput>, string]>([
    ['a malformed name', { name: 'Orders API' }, 'lower-case letters'],
    ['no source', { repoUrl: undefined }, 'Say where the manifests are'],
    ['no path', { path: undefined }, 'needs a path or a helm.chart'],
    ['a path outside', { path: '../secrets' }, "no '..'"],
    ['an absolute path', { path: '/etc' }, 'must lie within the repository'],
    [
      'the form notation',
      { repoUrl: 'github.com?owner=o&repo=r' },
      'the output remoteUrl',
    ],
    ['no URL', { repoUrl: 'orders' }, "is not a repository's URL"],
    [
      'a password in the URL',
      { repoUrl: 'https://x:hunter2@git.example/a.git' },
      'carries a password',
    ],
    [
      'a chart and a path',
      { helm: { chart: 'redis' }, revision: '1' },
      'Keep one',
    ],
    [
      'a chart without version',
      { path: undefined, helm: { chart: 'redis' } },
      'the version of the chart',
    ],
    [
      'two kinds of source',
      { kustomize: { namePrefix: 'x' }, directory: { recurse: true } },
      'kustomize and directory',
    ],
    [
      'sources beside repoUrl',
      { sources: [{ repoUrl: 'https://a.example', path: 'k' }] },
      'repoUrl and sources exclude each other',
    ],
    [
      'two clusters',
      { destination: { server: 'https://a', name: 'b', namespace: 'dev' } },
      'keep one',
    ],
    ['no cluster', { destination: { namespace: 'dev' } }, 'needs the cluster'],
    [
      'a bad namespace',
      { destination: { name: 'a', namespace: 'A' } },
      'not a valid namespace',
    ],
    ['our own label', { labels: { 'portico/task': '1' } }, 'set by Portico'],
    ['a bad label', { labels: { team: 'a b' } }, 'Kubernetes refuses'],
    ['no time', { timeoutMinutes: 0 }, 'more than 0'],
  ])('refuses %s', (_, change, message) => {
    expect(() => buildApplication({ ...git, ...change })).toThrow(message);
  });

  it('never repeats a password', () => {
    expect(() =>
      buildApplication({ ...git, repoUrl: 'https://x:hunter2@git.example/a' }),
    ).toThrow(expect.not.stringContaining('hunter2'));
  });
});
