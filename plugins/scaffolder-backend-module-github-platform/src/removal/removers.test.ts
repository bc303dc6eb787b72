import { run, startGithub } from '../__testUtils__/startGithub';
import { createPullRequestOnceAction } from '../actions/pullRequestCreate';
import { createGithubRepoEnsureAction } from '../actions/repoCreate';

const owner = 'mini-org';

describe('clean-up on GitHub', () => {
  const github = startGithub();
  const exists = (repo: string) =>
    github.octokit.rest.repos.get({ owner, repo }).then(
      () => true,
      () => false,
    );
  const create = (repo: string, checkpoints = new Map()) =>
    run(
      createGithubRepoEnsureAction(github.options()),
      { repoUrl: github.repoUrl(repo), autoInit: true },
      { checkpoints },
    );

  it("deletes a task's repository, and nobody else's", async () => {
    expect((await create('short-lived')).error).toBeUndefined();
    const name = 'mini-org/short-lived';
    await expect(github.remove('Repository', name, 'task-2')).resolves.toBe(
      'foreign',
    );
    expect(await exists('short-lived')).toBe(true);
    await github.addFault({
      method: 'DELETE',
      path: '/repos/mini-org/short-lived$',
      kind: 'reset',
      after: true,
      times: 1,
    });
    await expect(github.remove('Repository', name)).resolves.toBe('removed');
    expect(await exists('short-lived')).toBe(false);
    await expect(github.remove('Repository', name)).resolves.toBe('absent');
  });

  it('deletes one that was made but could not be marked', async () => {
    await github.addFault({
      method: 'POST',
      path: 'unmarked/actions/variables',
      kind: 'status',
      value: 403,
    });
    const { error } = await create('unmarked');
    expect(error?.name).toBe('NotAllowedError');
    expect(await exists('unmarked')).toBe(true);
    await expect(
      github.remove('Repository', 'mini-org/unmarked'),
    ).resolves.toBe('removed');
    expect(await exists('unmarked')).toBe(false);
  });

  it('closes a pull request with its branch, which a restart does not open twice', async () => {
    await create('with-pull');
    const action = createPullRequestOnceAction(github.options());
    const workspacePath = await github.workspace({ 'NOTES.md': '# Notes' });
    const input = {
      repoUrl: github.repoUrl('with-pull'),
      branchName: 'add-notes',
      title: 'Add notes',
      description: 'For whoever comes next',
    };
    const checkpoints = new Map();
    const first = await run(action, input, { workspacePath, checkpoints });
    expect(first.error).toBeUndefined();
    const again = await run(action, input, { workspacePath, checkpoints });
    expect(again.error).toBeUndefined();
    expect(again.outputs).toEqual(first.outputs);
    const list = (state: 'open' | 'closed') =>
      github.octokit.rest.pulls.list({ owner, repo: 'with-pull', state });
    expect((await list('open')).data).toHaveLength(1);

    const name = 'mini-org/with-pull add-notes';
    await expect(github.remove('Pull request', name, 'task-2')).resolves.toBe(
      'foreign',
    );
    await expect(github.remove('Pull request', name)).resolves.toBe('removed');
    await expect(github.remove('Branch', name)).resolves.toBe('removed');
    expect((await list('closed')).data).toHaveLength(1);
    const branches = await github.octokit.rest.repos.listBranches({
      owner,
      repo: 'with-pull',
    });
    expect(branches.data.map(branch => branch.name)).toEqual(['main']);
    await expect(github.remove('Pull request', name)).resolves.toBe('absent');
    await expect(github.remove('Branch', name)).resolves.toBe('absent');
  });
});
