import request from 'supertest';
import {
  startGithub,
  until,
  type TestGithub,
} from '../__testUtils__/startGithub';

let github: TestGithub;
/** The team that owns the first component, one of it, and someone of another. */
let owner: string;
let stranger: string;

beforeAll(async () => {
  github = await startGithub({ protected: true });
  const team = github.world.components[0].owner;
  owner = github.world.people.find(one => one.team === team)!.githubLogin;
  stranger = github.world.people.find(
    one => one.team !== team && one.team !== 'platform',
  )!.githubLogin;
});

afterAll(() => github.remove());

/** The bot proposes a change of one file. */
async function propose(branch: string, path = 'proposed.txt') {
  const { octokit, repo } = github;
  const { data: ref } = await octokit.git.getRef({
    ...repo,
    ref: 'heads/main',
  });
  await octokit.git.createRef({
    ...repo,
    ref: `refs/heads/${branch}`,
    sha: ref.object.sha,
  });
  await octokit.repos.createOrUpdateFileContents({
    ...repo,
    branch,
    path,
    message: branch,
    content: Buffer.from(branch).toString('base64'),
  });
  const { data } = await octokit.pulls.create({
    ...repo,
    title: branch,
    head: branch,
    base: 'main',
  });
  return { ...repo, pull_number: data.number };
}

it('merges what an owner approved, and nothing else', async () => {
  const { octokit, repo } = github;
  await expect(
    octokit.repos.createOrUpdateFileContents({
      ...repo,
      path: 'straight.txt',
      message: 'Straight to main',
      content: '',
    }),
  ).rejects.toMatchObject({ status: 409 });

  const pull = await propose('promote');
  expect((await octokit.pulls.get(pull)).data).toMatchObject({
    mergeable_state: 'blocked',
    requested_teams: [{ slug: github.world.components[0].owner }],
  });
  const review = (login: string, event: 'APPROVE' | 'REQUEST_CHANGES') =>
    github.as(login).pulls.createReview({ ...pull, event, body: 'See above' });
  await expect(
    octokit.pulls.createReview({ ...pull, event: 'APPROVE' }),
  ).rejects.toMatchObject({
    message: expect.stringContaining('approve your own pull request'),
  });
  await review(stranger, 'APPROVE');
  const admin = github.as('kofi-mensah');
  await expect(admin.pulls.merge(pull)).rejects.toMatchObject({
    status: 405,
    message: expect.stringContaining('At least 1 approving review is required'),
  });
  await review(owner, 'REQUEST_CHANGES');
  await expect(admin.pulls.merge(pull)).rejects.toMatchObject({
    status: 405,
    message: expect.stringContaining('Changes requested'),
  });
  const { data: approval } = await review(owner, 'APPROVE');
  await octokit.pulls.dismissReview({
    ...pull,
    review_id: approval.id,
    message: 'Not yet',
  });
  expect((await octokit.pulls.get(pull)).data.mergeable_state).toBe('blocked');
  await review(owner, 'APPROVE');
  await expect(github.as(stranger).pulls.merge(pull)).rejects.toMatchObject({
    status: 403,
  });
  expect((await octokit.pulls.get(pull)).data.mergeable_state).toBe('clean');
  await admin.pulls.merge({ ...pull, merge_method: 'squash' });

  // The branch goes with it, as the repository is set.
  await expect(
    octokit.git.getRef({ ...repo, ref: 'heads/promote' }),
  ).rejects.toMatchObject({ status: 404 });
  const { data: events } = await octokit.issues.listEvents({
    ...repo,
    issue_number: pull.pull_number,
  });
  expect(events.map(one => one.event)).toEqual([
    'review_requested',
    'merged',
    'closed',
    'head_ref_deleted',
  ]);
});

it('merges by itself once its requirements are met', async () => {
  const { octokit } = github;
  const pull = await propose('later', 'later.txt');
  const { data } = await octokit.pulls.get(pull);
  const enable = () =>
    octokit.graphql<{
      enablePullRequestAutoMerge: { pullRequest: { number: number } };
    }>(
      `mutation ($id: ID!) {
        enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: SQUASH }) {
          pullRequest { number autoMergeRequest { mergeMethod enabledBy { login } } }
        }
      }`,
      { id: data.node_id },
    );
  expect((await enable()).enablePullRequestAutoMerge.pullRequest).toMatchObject(
    {
      number: pull.pull_number,
      autoMergeRequest: {
        mergeMethod: 'SQUASH',
        enabledBy: { login: 'portico-bot' },
      },
    },
  );
  await github.as(owner).pulls.createReview({ ...pull, event: 'APPROVE' });
  expect((await octokit.pulls.get(pull)).data).toMatchObject({
    merged: true,
    merged_by: { login: 'portico-bot' },
    auto_merge: null,
  });
  await expect(enable()).rejects.toThrow('Pull request is closed');
});

it('brings a branch up to date and takes approvals of the old one back', async () => {
  const { octokit } = github;
  const old = await propose('old', 'old.txt');
  const other = await propose('other', 'other.txt');
  for (const pull of [old, other])
    await github.as(owner).pulls.createReview({ ...pull, event: 'APPROVE' });
  await octokit.pulls.merge(other);
  const before = (await octokit.pulls.get(old)).data.head.sha;
  await octokit.pulls.updateBranch(old);
  const after = await until(
    async () => (await octokit.pulls.get(old)).data,
    data => data.head.sha !== before,
  );
  expect(after.mergeable_state).toBe('blocked');
  expect((await octokit.pulls.listReviews(old)).data).toMatchObject([
    { state: 'DISMISSED' },
  ]);
  await expect(octokit.pulls.updateBranch(old)).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining('no new commits on the base branch'),
  });
});

it('lets people approve and merge on the page', async () => {
  const pull = await propose('by-hand', 'by-hand.txt');
  const path = `/mini-org/${pull.repo}/pull/${pull.pull_number}`;
  const send = (action: string, form: object) =>
    request(github.url).post(`${path}/${action}`).type('form').send(form);
  const refused = await send('merge', { as: owner, method: 'squash' });
  expect(refused.status).toBe(405);
  expect(refused.text).toContain('At least 1 approving review is required');
  await send('reviews', { as: owner, event: 'APPROVE' }).expect(303);
  await send('merge', { as: owner, method: 'squash' }).expect(303);
  expect((await github.octokit.pulls.get(pull)).data).toMatchObject({
    merged: true,
    merged_by: { login: owner },
  });
});

it('finds a repository by its old name', async () => {
  const { octokit } = github;
  const repo = { owner: 'mini-org', repo: 'old-name' };
  await octokit.repos.createInOrg({ org: 'mini-org', name: 'old-name' });
  const { data } = await octokit.issues.create({ ...repo, title: 'Kept' });
  await octokit.repos.update({ ...repo, name: 'new-name' });
  expect((await octokit.repos.get(repo)).data.full_name).toBe(
    'mini-org/new-name',
  );
  expect(
    (await octokit.issues.get({ ...repo, issue_number: data.number })).data,
  ).toMatchObject({ title: 'Kept' });
  await octokit.repos.createInOrg({ org: 'mini-org', name: 'old-name' });
  expect((await octokit.repos.get(repo)).data.full_name).toBe(
    'mini-org/old-name',
  );
});

it('lets someone make an account and join', async () => {
  const form = (path: string, values: object) =>
    request(github.url).post(path).type('form').send(values);
  const account = {
    login: 'new-one',
    name: 'New One',
    email: 'new@home.example',
  };
  await form('/join', account).expect(303);
  await form('/join', account).expect(422);
  const invitation = '/orgs/mini-org/invitation';
  await form(invitation, { as: 'new-one' }).expect(404);
  const of = { org: 'mini-org', username: 'new-one' };
  await github.octokit.orgs.setMembershipForUser(of);
  await form(invitation, { as: 'new-one' }).expect(303);
  expect((await github.octokit.orgs.getMembershipForUser(of)).data.state).toBe(
    'active',
  );
});
