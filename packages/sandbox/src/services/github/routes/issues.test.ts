import { startGithub, type TestGithub } from '../__testUtils__/startGithub';

const ONBOARDING = { owner: 'mini-org', repo: 'onboarding' };
/** People operations: may set labels. */
const PEOPLE_OPS = 'samira-aziz';
/** An engineer of another team: reads and opens issues. */
const ENGINEER = 'lena-fischer';
/** Has a GitHub account and is not with the organisation. */
const OUTSIDER = 'nia-osei';

let github: TestGithub;

beforeAll(async () => {
  github = await startGithub();
});

afterAll(() => github.remove());

const refused = (status: number) => expect.objectContaining({ status });

it('knows who asks by their own token', async () => {
  const { data } = await github.as(ENGINEER).users.getAuthenticated();
  expect(data).toMatchObject({ login: ENGINEER, type: 'User' });
  await expect(github.as('nobody').users.getAuthenticated()).rejects.toEqual(
    refused(401),
  );
});

it('lets whoever is entitled label an issue and says who it was', async () => {
  const { data: issue } = await github.as(ENGINEER).issues.create({
    ...ONBOARDING,
    title: 'Onboard: Nia Osei',
    labels: ['approved'],
  });
  expect(issue).toMatchObject({ user: { login: ENGINEER }, labels: [] });
  const one = { ...ONBOARDING, issue_number: issue.number };
  await expect(
    github.as(ENGINEER).issues.addLabels({ ...one, labels: ['approved'] }),
  ).rejects.toEqual(refused(403));
  await github
    .as(PEOPLE_OPS)
    .issues.addLabels({ ...one, labels: ['Approved'] });
  await github.octokit.issues.createComment({ ...one, body: 'Begun' });
  await github.octokit.issues.update({
    ...one,
    state: 'closed',
    state_reason: 'completed',
  });

  const { data: events } = await github.octokit.issues.listEvents(one);
  expect(events).toMatchObject([
    {
      event: 'labeled',
      actor: { login: PEOPLE_OPS },
      label: { name: 'approved' },
    },
    { event: 'closed', actor: { login: 'portico-bot' } },
  ]);
  const { data: timeline } = await github.octokit.issues.listEventsForTimeline(
    one,
  );
  expect(timeline.map(entry => entry.event)).toEqual([
    'labeled',
    'commented',
    'closed',
  ]);
  expect((await github.octokit.issues.get(one)).data).toMatchObject({
    state: 'closed',
    state_reason: 'completed',
    closed_by: { login: 'portico-bot' },
  });
});

it.each([
  [PEOPLE_OPS, 'maintain', 'write'],
  [ENGINEER, 'read', 'read'],
  ['ada-lindqvist', 'admin', 'admin'],
  [OUTSIDER, 'none', 'none'],
])('says what %s may do: %s', async (username, role_name, permission) => {
  const { data } = await github.octokit.repos.getCollaboratorPermissionLevel({
    ...ONBOARDING,
    username,
  });
  expect(data).toMatchObject({ permission, role_name });
});

it('shows what is internal to members alone', async () => {
  await expect(github.as(OUTSIDER).repos.get(ONBOARDING)).rejects.toEqual(
    refused(404),
  );
  await expect(github.as(ENGINEER).repos.delete(github.repo)).rejects.toEqual(
    refused(403),
  );
});

it('lets authors change what is theirs and nobody else', async () => {
  const { data: issue } = await github.as(ENGINEER).issues.create({
    ...ONBOARDING,
    title: 'Mine',
  });
  const one = { ...ONBOARDING, issue_number: issue.number };
  await expect(
    github.as('marta-okafor').issues.update({ ...one, title: 'Yours' }),
  ).rejects.toEqual(refused(403));
  const { data } = await github
    .as(ENGINEER)
    .issues.update({ ...one, title: 'Still mine', state: 'closed' });
  expect(data).toMatchObject({ title: 'Still mine', state: 'closed' });
});

it('finds issues by what they carry, for those who may see them', async () => {
  const { data: issue } = await github.octokit.issues.create({
    ...ONBOARDING,
    title: 'Offboard: Emil Larsen',
    labels: ['offboarding'],
  });
  const search = async (login: string) => {
    const { data } = await github.as(login).search.issuesAndPullRequests({
      q: 'repo:mini-org/onboarding is:issue is:open label:offboarding "Emil Larsen"',
    });
    return data.items.map(one => one.number);
  };
  expect(await search(ENGINEER)).toEqual([issue.number]);
  expect(await search('joana-prado')).toEqual([]);
});

it('refuses changes of an archived repository', async () => {
  const repo = { owner: 'mini-org', repo: 'shelved' };
  await github.octokit.repos.createInOrg({ org: 'mini-org', name: 'shelved' });
  const { data } = await github.octokit.issues.create({ ...repo, title: 'x' });
  await github.octokit.repos.update({ ...repo, archived: true });
  for (const change of [
    github.octokit.issues.create({ ...repo, title: 'y' }),
    github.octokit.issues.createComment({
      ...repo,
      issue_number: data.number,
      body: 'z',
    }),
  ]) {
    await expect(change).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('archived so is read-only'),
    });
  }
});

describe('membership', () => {
  const org = 'mini-org';
  const team = { org, team_slug: 'commerce', username: OUTSIDER };

  it('is pending until the invited person accepts', async () => {
    const { octokit } = github;
    const { data } = await octokit.teams.addOrUpdateMembershipForUserInOrg(
      team,
    );
    expect(data).toMatchObject({ state: 'pending', role: 'member' });
    const of = { org, username: OUTSIDER };
    expect((await octokit.orgs.getMembershipForUser(of)).data.state).toBe(
      'pending',
    );
    expect((await octokit.orgs.listPendingInvitations({ org })).data).toEqual([
      expect.objectContaining({ login: OUTSIDER, team_count: 1 }),
    ]);

    await github
      .as(OUTSIDER)
      .orgs.updateMembershipForAuthenticatedUser({ org, state: 'active' });
    expect(
      (await octokit.teams.getMembershipForUserInOrg(team)).data.state,
    ).toBe('active');
    await github.as(OUTSIDER).repos.get(ONBOARDING);

    await octokit.orgs.removeMembershipForUser(of);
    for (const gone of [
      octokit.teams.getMembershipForUserInOrg(team),
      octokit.orgs.getMembershipForUser(of),
      github.as(OUTSIDER).repos.get(ONBOARDING),
    ])
      await expect(gone).rejects.toEqual(refused(404));
  });

  it('can be taken back before it is accepted', async () => {
    const { octokit } = github;
    const of = { org, username: 'ravi-menon' };
    await octokit.orgs.setMembershipForUser(of);
    await octokit.orgs.setMembershipForUser(of);
    const { data } = await octokit.orgs.listPendingInvitations({ org });
    expect(data.map(({ login }) => login)).toEqual(['ravi-menon']);
    await octokit.orgs.removeMembershipForUser(of);
    expect((await octokit.orgs.listPendingInvitations({ org })).data).toEqual(
      [],
    );
  });

  it('is given by owners and by maintainers of the team', async () => {
    await expect(
      github.as(ENGINEER).teams.addOrUpdateMembershipForUserInOrg(team),
    ).rejects.toEqual(refused(403));
    await expect(
      github.octokit.orgs.setMembershipForUser({ org, username: 'unknown' }),
    ).rejects.toEqual(refused(404));
  });
});
