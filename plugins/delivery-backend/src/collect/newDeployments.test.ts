import { newDeployments, type Entry } from './newDeployments';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString();
const history = (revisions: string): Entry[] =>
  [...revisions].map((revision, minute) => ({
    revision,
    deployedAt: at(minute),
  }));
const place = {
  entityRef: 'component:default/orders',
  application: 'mini-org/orders-production',
  repositoryUrl: 'https://github.com/mini-org/orders.git',
  url: 'https://argocd.example/applications/argocd/orders-production',
};
const words = (found: ReturnType<typeof newDeployments>) =>
  found.map(({ revision, kind, commits }) => `${revision} ${kind} ${commits}`);

it('says of each deployment what it is', () => {
  expect(words(newDeployments(history('abbcad'), [], place))).toEqual([
    'a deploy none',
    'b deploy pending',
    'b repeat none',
    'c deploy pending',
    'a rollback none',
    'd deploy pending',
  ]);
});

it('counts nothing twice, and goes on from what is known', () => {
  const known = newDeployments(history('abc'), [], place);
  expect(newDeployments(history('abc'), known, place)).toEqual([]);
  const longer = history('abcde').slice(2);
  expect(newDeployments(longer, known, place)).toMatchObject([
    { revision: 'd', previousRevision: 'c', kind: 'deploy' },
    { revision: 'e', previousRevision: 'd', kind: 'deploy' },
  ]);
});

it('takes the same revision in a second cluster for the same deployment', () => {
  const known = newDeployments(history('ab'), [], place);
  const other = { ...place, application: 'mini-org/orders-production-us' };
  expect(words(newDeployments(history('ab'), known, other))).toEqual([
    'a repeat none',
    'b repeat none',
  ]);
});

it('asks for no commits where another repository is deployed', () => {
  const commitsReason =
    'deployed from mini-org/gitops, not from mini-org/orders';
  expect(
    newDeployments(history('ab'), [], { ...place, commitsReason })[1],
  ).toMatchObject({ commits: 'unknown', commitsReason });
});
