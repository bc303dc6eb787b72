import { dirname, join } from 'node:path';
import { startGithub, type TestGithub } from '../__testUtils__/startGithub';

// The module's own queries: it exports none of them, so they are taken from its build.
const queries = jest.requireActual(
  join(
    dirname(
      require.resolve(
        '@backstage/plugin-catalog-backend-module-github/package.json',
      ),
    ),
    'dist/lib/github.cjs.js',
  ),
);

let github: TestGithub;

beforeAll(async () => {
  github = await startGithub();
});

afterAll(() => github.remove());

const client = () => github.octokit.graphql;

it('answers what the catalog asks of repositories', async () => {
  const { repositories } = await queries.getOrganizationRepositories(
    client(),
    'mini-org',
    '/catalog-info.yaml',
  );
  // Two components, and the repository for onboarding.
  expect(repositories).toHaveLength(3);
  expect(repositories[0]).toMatchObject({
    name: github.repo.repo,
    isArchived: false,
    visibility: 'INTERNAL',
    defaultBranchRef: { name: 'main' },
    catalogInfoFile: {
      __typename: 'Blob',
      text: expect.stringContaining('kind: Component'),
    },
  });
  expect(
    await queries.getOrganizationRepository(
      client(),
      'mini-org',
      github.repo.repo,
      '/none.yaml',
    ),
  ).toMatchObject({ catalogInfoFile: null });
});

it('answers what the catalog asks of people and teams', async () => {
  const { users } = await queries.getOrganizationUsers(
    client(),
    'mini-org',
    'token',
    undefined,
    { ...queries.DEFAULT_PAGE_SIZES, organizationMembers: 100 },
  );
  expect(users).toHaveLength(github.world.people.length + 1);
  const { teams } = await queries.getOrganizationTeams(client(), 'mini-org');
  expect(teams).toHaveLength(github.world.teams.length);
  const login = github.world.people.find(person => person.team)!.githubLogin;
  const { teams: own } = await queries.getOrganizationTeamsForUser(
    client(),
    'mini-org',
    login,
    async (team: { slug: string }) => team,
  );
  expect(own).toHaveLength(1);
  expect(
    (await queries.getOrganizationsFromUser(client(), login)).orgs,
  ).toEqual(['mini-org']);
});
