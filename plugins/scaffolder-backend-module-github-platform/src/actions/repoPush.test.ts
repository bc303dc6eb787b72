import { run, startGithub } from '../__testUtils__/startGithub';
import { createGithubRepoEnsureAction } from './repoCreate';
import { createGithubRepoPushOnceAction } from './repoPush';

describe('github:repo:push', () => {
  const github = startGithub();
  const push = (options?: { allow?: boolean }) =>
    createGithubRepoPushOnceAction(github.options(options));
  const files = { 'README.md': '# Books', 'src/index.ts': 'export {};' };

  beforeAll(async () => {
    await run(createGithubRepoEnsureAction(github.options()), {
      repoUrl: github.repoUrl('books'),
    });
  });

  it('pushes once, protects, and finds the files again in a fresh workspace', async () => {
    const input = { repoUrl: github.repoUrl('books'), defaultBranch: 'main' };
    const first = await run(push(), input, {
      workspacePath: await github.workspace(files),
    });
    expect(first.error).toBeUndefined();
    expect(first.outputs).toMatchObject({
      remoteUrl: `http://${github.host}/mini-org/books.git`,
      commitHash: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(first.log).toEqual([
      'Pushed 2 files to main of mini-org/books',
      '▸ | progress | 1 | 1 | 2 files on main, protected',
    ]);

    const again = await run(push(), input, {
      workspacePath: await github.workspace(files),
    });
    expect(again.error).toBeUndefined();
    expect(again.outputs).toEqual(first.outputs);
    expect(again.log[0]).toContain('began with these 2 files');

    const { data } = await github.octokit.rest.repos.getBranchProtection({
      owner: 'mini-org',
      repo: 'books',
      branch: 'main',
    });
    expect(data.required_pull_request_reviews).toBeDefined();
  });

  it.each([
    ['503 at first', { kind: 'status', value: 503, times: 2 }],
    ['and the answer is lost', { kind: 'reset', after: true, times: 1 }],
  ])(
    'pushes one commit where GitHub answers %s',
    async (what, fault) => {
      const repo = `pushed-${what.length}`;
      const repoUrl = github.repoUrl(repo);
      await run(createGithubRepoEnsureAction(github.options()), { repoUrl });
      const path = `/${repo}.git/git-receive-pack`;
      await github.addFault({ method: 'POST', path, ...fault });
      const { error } = await run(
        push(),
        { repoUrl, defaultBranch: 'main' },
        { workspacePath: await github.workspace(files) },
      );
      expect(error).toBeUndefined();
      const { data } = await github.octokit.rest.repos.listCommits({
        owner: 'mini-org',
        repo,
      });
      expect(data).toHaveLength(1);
      // upstream's git pauses for seconds
    },
    30_000,
  );

  it('refuses at once to push over other files', async () => {
    const { error } = await run(
      push(),
      { repoUrl: github.repoUrl('orders') },
      { workspacePath: await github.workspace(files) },
    );
    expect(error?.name).toBe('ConflictError');
    expect(error?.message).toContain(
      'main of mini-org/orders has other files already',
    );
  });

  it('refuses an empty folder, one outside the workspace, and who may not', async () => {
    const workspacePath = await github.workspace(files);
    const repoUrl = github.repoUrl('books');
    await github.requests('books');
    const empty = await run(
      push(),
      { repoUrl },
      { workspacePath: await github.workspace({}) },
    );
    expect(empty.error?.message).toContain('no files to push');
    const lost = await run(
      push(),
      { repoUrl, sourcePath: 'none' },
      { workspacePath },
    );
    expect(lost.error?.message).toContain('no files to push');
    const outside = await run(
      push(),
      { repoUrl, sourcePath: '../secrets' },
      { workspacePath },
    );
    expect(outside.error?.message).toContain('outside the workspace');
    const denied = await run(
      push({ allow: false }),
      { repoUrl },
      { workspacePath },
    );
    expect(denied.error?.name).toBe('NotAllowedError');
    const requests = await github.requests('books');
    expect(requests.filter(request => !request.startsWith('GET'))).toEqual([]);
  });
});
