import {
  AUTHORIZATION,
  startGithub,
  type TestGithub,
} from '../__testUtils__/startGithub';

let github: TestGithub;

beforeAll(async () => {
  github = await startGithub();
});

afterAll(() => github.remove());

it.each([
  ['no token', {}, 'Must authenticate to access this API.'],
  ['a wrong token', { authorization: 'Bearer ghp_other' }, 'Bad credentials'],
])('refuses %s', async (_what, headers, message) => {
  const response = await fetch(`${github.url}/api/v3/user`, { headers });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({
    message,
    status: '401',
    documentation_url: expect.any(String),
  });
});

it('pages through lists', async () => {
  const { octokit } = github;
  const members = await octokit.paginate('GET /orgs/{org}/members', {
    org: 'mini-org',
    per_page: 7,
  });
  expect(members).toHaveLength(github.world.people.length + 1);
  expect(new Set(members.map(member => member.login)).size).toBe(
    members.length,
  );
});

it('answers 304 to who has the answer already', async () => {
  const url = `${github.url}/api/v3/orgs/mini-org`;
  const first = await fetch(url, { headers: AUTHORIZATION });
  const etag = first.headers.get('etag') ?? '';
  const second = await fetch(url, {
    headers: { ...AUTHORIZATION, 'if-none-match': etag },
  });
  expect(second.status).toBe(304);
});

it('makes, changes and deletes a repository', async () => {
  const { octokit } = github;
  const repo = { owner: 'mini-org', repo: 'made' };
  const { data, status } = await octokit.repos.createInOrg({
    org: 'mini-org',
    name: 'made',
    description: 'Made here',
    private: true,
    auto_init: true,
  });
  expect(status).toBe(201);
  expect(data).toMatchObject({
    full_name: 'mini-org/made',
    private: true,
    visibility: 'private',
    default_branch: 'main',
    html_url: `${github.url}/mini-org/made`,
    clone_url: `${github.url}/mini-org/made.git`,
  });
  await expect(
    octokit.repos.createInOrg({ org: 'mini-org', name: 'made' }),
  ).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining('name already exists on this account'),
  });
  await octokit.repos.replaceAllTopics({ ...repo, names: ['golden-path'] });
  await octokit.repos.update({ ...repo, archived: true });
  expect((await octokit.repos.get(repo)).data).toMatchObject({
    archived: true,
    topics: ['golden-path'],
  });
  await expect(
    octokit.repos.createOrUpdateFileContents({
      ...repo,
      path: 'a',
      message: 'a',
      content: '',
    }),
  ).rejects.toMatchObject({ status: 403 });
  await octokit.repos.delete(repo);
  await expect(octokit.repos.get(repo)).rejects.toMatchObject({ status: 404 });
});

it('changes many files by the Git Data API and merges them by a pull request', async () => {
  const { octokit, repo } = github;
  const { data: ref } = await octokit.git.getRef({
    ...repo,
    ref: 'heads/main',
  });
  const { data: blob } = await octokit.git.createBlob({
    ...repo,
    content: 'YQ==',
    encoding: 'base64',
  });
  const { data: tree } = await octokit.git.createTree({
    ...repo,
    base_tree: ref.object.sha,
    tree: [
      { path: 'deep/er/a.txt', mode: '100644', type: 'blob', sha: blob.sha },
      { path: 'b.txt', mode: '100755', type: 'blob', content: 'b\n' },
      { path: 'README.md', mode: '100644', type: 'blob', sha: null },
    ],
  });
  const { data: commit } = await octokit.git.createCommit({
    ...repo,
    message: 'Three changes',
    tree: tree.sha,
    parents: [ref.object.sha],
  });
  await octokit.git.createRef({
    ...repo,
    ref: 'refs/heads/topic',
    sha: commit.sha,
  });
  const { data: pull } = await octokit.pulls.create({
    ...repo,
    title: 'Topic',
    head: 'topic',
    base: 'main',
  });
  const { data: files } = await octokit.pulls.listFiles({
    ...repo,
    pull_number: pull.number,
  });
  expect(files.map(file => `${file.status} ${file.filename}`).sort()).toEqual([
    'added b.txt',
    'added deep/er/a.txt',
    'removed README.md',
  ]);
  const { data: merged } = await octokit.pulls.merge({
    ...repo,
    pull_number: pull.number,
    merge_method: 'squash',
  });
  const { data: main } = await octokit.repos.getCommit({
    ...repo,
    ref: 'main',
  });
  expect(main.sha).toBe(merged.sha);
  expect(main.commit.message).toContain(`Topic (#${pull.number})`);
  expect(
    (await octokit.pulls.get({ ...repo, pull_number: pull.number })).data,
  ).toMatchObject({ merged: true, state: 'closed' });
});

it('does not merge what conflicts', async () => {
  const { octokit, repo } = github;
  const write = async (branch: string, text: string) => {
    const sha = await octokit.repos
      .getContent({ ...repo, path: 'conflict.txt', ref: branch })
      .then(
        ({ data }) => ('sha' in data ? data.sha : undefined),
        () => undefined,
      );
    await octokit.repos.createOrUpdateFileContents({
      ...repo,
      branch,
      sha,
      path: 'conflict.txt',
      message: text,
      content: Buffer.from(`${text}\n`).toString('base64'),
    });
  };
  await write('main', 'base');
  const { data: ref } = await octokit.git.getRef({
    ...repo,
    ref: 'heads/main',
  });
  await octokit.git.createRef({
    ...repo,
    ref: 'refs/heads/theirs',
    sha: ref.object.sha,
  });
  await write('theirs', 'theirs');
  await write('main', 'ours');
  const { data: pull } = await octokit.pulls.create({
    ...repo,
    title: 'Conflict',
    head: 'theirs',
    base: 'main',
  });
  expect(pull).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
  await expect(
    octokit.pulls.merge({ ...repo, pull_number: pull.number }),
  ).rejects.toMatchObject({ status: 405 });
});

it('keeps issues with labels, comments and locks', async () => {
  const { octokit, repo } = github;
  const { data: issue } = await octokit.issues.create({
    ...repo,
    title: 'Broken',
    labels: ['bug'],
  });
  const one = { ...repo, issue_number: issue.number };
  await octokit.issues.addLabels({ ...one, labels: ['urgent'] });
  await octokit.issues.createComment({ ...one, body: 'Seen' });
  await octokit.issues.lock({ ...one, lock_reason: 'resolved' });
  await octokit.issues.update({
    ...one,
    state: 'closed',
    state_reason: 'not_planned',
  });
  const { data } = await octokit.issues.get(one);
  expect(data).toMatchObject({
    state: 'closed',
    state_reason: 'not_planned',
    locked: true,
    comments: 1,
  });
  expect(
    data.labels.map(label => (typeof label === 'string' ? label : label.name)),
  ).toEqual(['bug', 'urgent']);
});

it('gives teams access and people membership', async () => {
  const { octokit, repo } = github;
  const team_slug = github.world.teams[0].name;
  const username = github.world.people.find(
    person => person.team !== team_slug,
  )!.githubLogin;
  await octokit.teams.addOrUpdateRepoPermissionsInOrg({
    org: 'mini-org',
    team_slug,
    ...repo,
    permission: 'maintain',
  });
  await octokit.teams.addOrUpdateMembershipForUserInOrg({
    org: 'mini-org',
    team_slug,
    username,
  });
  expect(
    (
      await octokit.teams.getMembershipForUserInOrg({
        org: 'mini-org',
        team_slug,
        username,
      })
    ).data.state,
  ).toBe('active');
  const { data } = await octokit.repos.getCollaboratorPermissionLevel({
    ...repo,
    username,
  });
  expect(data).toMatchObject({ role_name: 'maintain', permission: 'write' });
  await octokit.teams.removeMembershipForUserInOrg({
    org: 'mini-org',
    team_slug,
    username,
  });
  await expect(
    octokit.teams.getMembershipForUserInOrg({
      org: 'mini-org',
      team_slug,
      username,
    }),
  ).rejects.toMatchObject({ status: 404 });
});
