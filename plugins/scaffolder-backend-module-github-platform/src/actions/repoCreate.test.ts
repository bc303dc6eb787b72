import { run, startGithub } from '../__testUtils__/startGithub';
import type { RepoCreateInput } from '../repository/settings';
import { createGithubRepoEnsureAction } from './repoCreate';

describe('github:repo:create', () => {
  const github = startGithub();
  const create = (options?: { token?: string; allow?: boolean }) =>
    createGithubRepoEnsureAction(github.options(options));

  it('makes the repository with access, topics and settings, and finds it again', async () => {
    const input = {
      repoUrl: github.repoUrl('gift-cards'),
      description: 'Gift cards',
      access: 'mini-org/commerce',
      collaborators: [{ team: 'group:default/platform', access: 'push' }],
      topics: ['nodejs'],
      repoVisibility: 'internal' as const,
      repoVariables: { TIER: 'standard' },
    };
    const first = await run(create(), input);
    expect(first.error).toBeUndefined();
    expect(first.outputs).toEqual({
      created: true,
      remoteUrl: `http://${github.host}/mini-org/gift-cards.git`,
      repoContentsUrl: `http://${github.host}/mini-org/gift-cards/blob/main`,
    });
    expect(first.log).toEqual(
      expect.arrayContaining([
        'Repository mini-org/gift-cards: not there, created as internal (marked PORTICO_TASK=task-1)',
        'Team commerce may admin mini-org/gift-cards',
        '▸ | progress | 1 | 1 | mini-org/gift-cards made',
      ]),
    );
    expect(github.ledger.summary).toEqual(
      expect.arrayContaining([
        'made Repository mini-org/gift-cards',
        'made Team access commerce, admin',
        'kept GitHub team commerce',
      ]),
    );
    expect(github.ledger.row('Repository').url).toBe(
      `http://${github.host}/mini-org/gift-cards`,
    );
    const { data } = await github.octokit.rest.repos.get({
      owner: 'mini-org',
      repo: 'gift-cards',
    });
    expect(data).toMatchObject({
      description: 'Gift cards',
      visibility: 'internal',
      topics: ['nodejs', 'portico'],
    });

    const again = await run(create(), input);
    expect(again.error).toBeUndefined();
    expect(again.outputs).toEqual(first.outputs);
    expect(again.log).toContain(
      'Repository mini-org/gift-cards: already there, made by this task before; not created a second time',
    );

    const other = await run(create(), input, { taskId: 'task-2' });
    expect(other.error?.name).toBe('ConflictError');
    expect(other.error?.message).toContain(
      'mini-org/gift-cards exists and was not made by this task: choose another name.',
    );
  });

  it('takes up what it made but could not mark before it died', async () => {
    const input = { repoUrl: github.repoUrl('half-made') };
    const checkpoints = new Map();
    await github.addFault({
      method: 'POST',
      path: 'half-made/actions/variables',
      kind: 'status',
      value: 403,
      times: 1,
    });
    const dead = await run(create(), input, { checkpoints });
    expect(dead.error?.name).toBe('NotAllowedError');
    const revived = await run(create(), input, { checkpoints });
    expect(revived.error).toBeUndefined();
    expect(revived.outputs.created).toBe(true);
    const stranger = await run(create(), input, { taskId: 'task-2' });
    expect(stranger.error?.name).toBe('ConflictError');
  });

  it('asks again after a 503, and says so', async () => {
    await github.addFault({
      method: 'POST',
      kind: 'status',
      value: 503,
      times: 1,
    });
    const { error, log } = await run(create(), {
      repoUrl: github.repoUrl('patient'),
    });
    expect(error).toBeUndefined();
    expect(log).toContain('GitHub answered 503; asked again after 0.005 s');
  });

  it('goes on where the answer to what it did was lost', async () => {
    for (const [method, path] of [
      ['POST', '/orgs/mini-org/repos$'],
      ['POST', '/repos/mini-org/lost-answer/actions/variables'],
      ['PUT', '/repos/mini-org/lost-answer/topics'],
    ]) {
      await github.addFault({
        method,
        path,
        kind: 'reset',
        after: true,
        times: 1,
      });
    }
    const { error, outputs } = await run(
      createGithubRepoEnsureAction(github.options()),
      { repoUrl: github.repoUrl('lost-answer') },
    );
    expect(error).toBeUndefined();
    expect(outputs).toMatchObject({ created: true });
  });

  it('leaves repositories of others alone', async () => {
    await github.requests('orders');
    const { error } = await run(create(), {
      repoUrl: github.repoUrl('orders'),
    });
    expect(error?.message).toMatch(/mini-org\/orders exists and was not made/);
    const requests = await github.requests('orders');
    expect(requests.filter(request => !request.startsWith('GET'))).toEqual([]);
  });

  it.each<[string, Partial<RepoCreateInput> & { repo?: string }, string]>([
    [
      'a name that GitHub refuses',
      { repo: 'gift%20cards' },
      'not a name that GitHub takes',
    ],
    ['an unknown team', { access: 'mini-org/nobody' }, "has no team 'nobody'"],
    [
      'an unknown user',
      { collaborators: [{ user: 'nobody', access: 'push' }] },
      "no user 'nobody'",
    ],
    ['a bad topic', { topics: ['Node js'] }, 'not a topic'],
    [
      'a bad variable',
      { repoVariables: { 'A-B': '1' } },
      'not a name for a variable',
    ],
  ])(
    'refuses %s and makes nothing',
    async (_, { repo = 'nothing', ...change }, message) => {
      const { error } = await run(create(), {
        repoUrl: github.repoUrl(repo),
        ...change,
      });
      expect(error?.name).toBe('InputError');
      expect(error?.message).toContain(message);
      await expect(
        github.octokit.rest.repos.get({ owner: 'mini-org', repo: 'nothing' }),
      ).rejects.toThrow();
    },
  );

  it('makes nothing in a dry run, without the permission, or with a wrong token', async () => {
    const input = { repoUrl: github.repoUrl('nothing') };
    const dry = await run(create(), input, { isDryRun: true });
    expect(dry.error).toBeUndefined();
    expect(dry.log).toContain('Dry run: mini-org/nothing would be made');
    const denied = await run(create({ allow: false }), input);
    expect(denied.error?.message).toContain(
      "'portico.github.write' is missing",
    );
    const wrong = await run(create({ token: 'ghp_wrong' }), input);
    expect(wrong.error?.name).toBe('AuthenticationError');
    expect(wrong.error?.message).toContain('Check the token or app');
    expect(wrong.error?.message).not.toContain('ghp_wrong');
    await expect(
      github.octokit.rest.repos.get({ owner: 'mini-org', repo: 'nothing' }),
    ).rejects.toThrow();
  });
});
