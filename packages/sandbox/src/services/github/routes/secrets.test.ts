import sodium from 'libsodium-wrappers';
import { startGithub, type TestGithub } from '../__testUtils__/startGithub';

let github: TestGithub;

beforeAll(async () => {
  github = await startGithub();
  await sodium.ready;
});

afterAll(() => github.remove());

function seal(key: string, value: string) {
  const bytes = sodium.crypto_box_seal(
    value,
    sodium.from_base64(key, sodium.base64_variants.ORIGINAL),
  );
  return sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
}

it('takes a secret that is sealed with the key of the repository, and never gives its value', async () => {
  const { octokit, repo } = github;
  const { data: key } = await octokit.actions.getRepoPublicKey(repo);
  const put = () =>
    octokit.actions.createOrUpdateRepoSecret({
      ...repo,
      secret_name: 'TOKEN',
      encrypted_value: seal(key.key, 'hidden'),
      key_id: key.key_id,
    });
  expect((await put()).status).toBe(201);
  expect((await put()).status).toBe(204);
  const { data } = await octokit.actions.listRepoSecrets(repo);
  expect(data.secrets.map(secret => secret.name)).toEqual(['TOKEN']);
  expect(JSON.stringify(data)).not.toContain('hidden');
});

it('refuses what is not sealed with that key', async () => {
  const { octokit, repo } = github;
  const { data: key } = await octokit.actions.getRepoPublicKey(repo);
  const other = sodium.to_base64(
    sodium.crypto_box_keypair().publicKey,
    sodium.base64_variants.ORIGINAL,
  );
  for (const encrypted_value of [seal(other, 'x'), 'bm90IHNlYWxlZA==']) {
    await expect(
      octokit.actions.createOrUpdateRepoSecret({
        ...repo,
        secret_name: 'BAD',
        encrypted_value,
        key_id: key.key_id,
      }),
    ).rejects.toMatchObject({ status: 422 });
  }
});

it('keeps the secrets and variables of an environment apart', async () => {
  const { octokit, repo } = github;
  const { data: team } = await octokit.teams.getByName({
    org: 'mini-org',
    team_slug: github.world.teams[0].name,
  });
  await octokit.repos.createOrUpdateEnvironment({
    ...repo,
    environment_name: 'production',
    wait_timer: 5,
    reviewers: [{ type: 'Team', id: team.id }],
    deployment_branch_policy: {
      protected_branches: false,
      custom_branch_policies: true,
    },
  });
  await octokit.repos.createDeploymentBranchPolicy({
    ...repo,
    environment_name: 'production',
    name: 'main',
  });
  const {
    data: { id: repository_id },
  } = await octokit.repos.get(repo);
  const scope = { repository_id, environment_name: 'production' };
  const { data: key } = await octokit.actions.getEnvironmentPublicKey(scope);
  await octokit.actions.createOrUpdateEnvironmentSecret({
    ...scope,
    secret_name: 'DEPLOY',
    encrypted_value: seal(key.key, 'x'),
    key_id: key.key_id,
  });
  await octokit.request(
    'POST /repos/{owner}/{repo}/environments/{environment_name}/variables',
    {
      ...repo,
      environment_name: 'production',
      name: 'REGION',
      value: 'eu-west-1',
    },
  );
  expect(
    (await octokit.actions.listEnvironmentSecrets(scope)).data.total_count,
  ).toBe(1);
  expect((await octokit.actions.listRepoVariables(repo)).data.total_count).toBe(
    0,
  );
  expect(
    (
      await octokit.repos.getEnvironment({
        ...repo,
        environment_name: 'production',
      })
    ).data,
  ).toMatchObject({
    protection_rules: [
      { type: 'wait_timer', wait_timer: 5 },
      { type: 'required_reviewers' },
      { type: 'branch_policy' },
    ],
  });
});
