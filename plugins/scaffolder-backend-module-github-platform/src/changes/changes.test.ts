import { ConflictError, NotAllowedError } from '@backstage/errors';
import { run, startGithub } from '../__testUtils__/startGithub';
import { createPullRequestEnsureAction } from './pullRequestEnsure';
import { createPullRequestMergeAction } from './pullRequestMerge';
import { createRepoRetireAction } from './repoRetire';

jest.setTimeout(240_000); // real git repositories, on machines that have other work too

const OVERLAY = 'deploy/overlays/production';
const SERVICE = 'orders';

describe('changes of a repository', () => {
  const github = startGithub();
  const repository = { owner: 'mini-org', repo: SERVICE };
  const entityRef = `component:default/${SERVICE}`;
  const propose = (tag: string, context: Parameters<typeof run>[2] = {}) => {
    const action = createPullRequestEnsureAction(github.options());
    return run(
      action,
      {
        repoUrl: github.repoUrl(SERVICE),
        entityRef,
        title: `Promote ${tag}`,
        image: { overlay: OVERLAY, tag },
      },
      context,
    );
  };
  const merge = (outputs: Record<string, unknown>, rest: object = {}) =>
    run(
      createPullRequestMergeAction({ ...github.options(), pollMs: 20 }),
      {
        repoUrl: github.repoUrl(SERVICE),
        entityRef,
        number: Number(outputs.number),
        expectedHead: String(outputs.headSha),
        timeoutMinutes: 0.2,
        ...rest,
      },
      { taskId: 'task-1' },
    );
  const overlay = async () => {
    const { data } = await github.octokit.rest.repos.getContent({
      ...repository,
      path: `${OVERLAY}/kustomization.yaml`,
    });
    return Buffer.from(
      (data as { content: string }).content,
      'base64',
    ).toString();
  };
  const pulls = async () =>
    (await github.octokit.rest.pulls.list({ ...repository, state: 'all' }))
      .data;

  it('are proposed once, merged as they were looked at, and then there is nothing to do', async () => {
    const checkpoints = new Map();
    const first = await propose('v9.0.0', { checkpoints });
    expect(first.error).toBeUndefined();
    expect(first.outputs).toMatchObject({ changed: true, merged: false });
    const again = await propose('v9.0.0', { checkpoints });
    expect(again.outputs).toMatchObject({
      number: first.outputs.number,
      headSha: first.outputs.headSha,
    });
    expect(await pulls()).toHaveLength(1);
    expect(await overlay()).not.toContain('v9.0.0');

    const merged = await merge(first.outputs, { bypass: true });
    expect(merged.error).toBeUndefined();
    expect(merged.outputs).toMatchObject({ merged: true });
    expect(await overlay()).toContain('newTag: v9.0.0');
    const mergedAgain = await merge(first.outputs);
    expect(mergedAgain.outputs.sha).toBe(merged.outputs.sha);
    expect((await propose('v9.0.0', { taskId: 'task-9' })).outputs).toEqual({
      changed: false,
      created: false,
      merged: false,
    });
    expect(github.ledger.summary).toEqual(
      expect.arrayContaining([
        `removed Branch mini-org/${SERVICE} portico/mock-step-id-task-1`,
        `changed Pull request mini-org/${SERVICE} portico/mock-step-id-task-1`,
      ]),
    );
  });

  it('may be annotations of an entity', async () => {
    const { outputs, error } = await run(
      createPullRequestEnsureAction(github.options()),
      {
        repoUrl: github.repoUrl(SERVICE),
        entityRef,
        title: 'Set an objective',
        annotations: {
          kind: 'component',
          name: SERVICE,
          values: [{ name: 'portico/slo', value: 'availability=95' }],
        },
      },
      { taskId: 'task-a' },
    );
    expect(error).toBeUndefined();
    const { data } = await github.octokit.rest.repos.getContent({
      ...repository,
      path: 'catalog-info.yaml',
      ref: String(outputs.branch),
    });
    expect(
      Buffer.from((data as { content: string }).content, 'base64').toString(),
    ).toContain('    portico/slo: availability=95\n');
  });

  it('are not merged if somebody has pushed since', async () => {
    const { outputs } = await propose('v9.1.0', { taskId: 'task-2' });
    await github.octokit.rest.repos.createOrUpdateFileContents({
      ...repository,
      path: 'more.txt',
      message: 'More',
      content: 'bW9yZQ==',
      branch: String(outputs.branch),
    });
    const { error } = await merge(outputs, { bypass: true });
    expect(error).toBeInstanceOf(ConflictError);
    expect(error?.message).toContain('has moved to');
    expect(await overlay()).not.toContain('v9.1.0');
  });

  it('wait for the review that the branch asks for, and say so', async () => {
    const { outputs } = await propose('v9.2.0', { taskId: 'task-3' });
    const { error, log } = await merge(outputs, { timeoutMinutes: 0.01 });
    expect(error?.name).toBe('ServiceUnavailableError');
    expect(error?.message).toMatch(/waits for (checks|the reviews)/);
    expect(log.join()).toContain(`#${outputs.number} waits for`);
  });

  it('are closed, and their branch deleted, if the task fails before the merge', async () => {
    const { outputs } = await propose('v9.3.0', { taskId: 'task-4' });
    const name = `mini-org/${SERVICE} ${outputs.branch}`;
    expect(await github.remove('Pull request', name)).toBe('removed');
    expect(await github.remove('Branch', name)).toBe('removed');
    const closed = (await pulls()).find(one => one.number === outputs.number);
    expect(closed).toMatchObject({ state: 'closed', merged_at: null });
  });

  it('reach nothing in a dry run, or without the right to', async () => {
    const before = (await pulls()).length;
    const dry = await propose('v9.4.0', { isDryRun: true, taskId: 'task-5' });
    expect(dry.outputs).toMatchObject({ changed: true });
    const denied = await run(
      createRepoRetireAction(github.options({ allow: false })),
      { repoUrl: github.repoUrl(SERVICE), entityRef, how: 'delete' },
    );
    expect(denied.error).toBeInstanceOf(NotAllowedError);
    expect(await pulls()).toHaveLength(before);
  });

  it('end with a repository that is archived or deleted, once', async () => {
    const retire = (how: 'archive' | 'delete') =>
      run(createRepoRetireAction(github.options()), {
        repoUrl: github.repoUrl('cart'),
        entityRef: 'component:default/cart',
        how,
      });
    const changed = [];
    for (const how of ['archive', 'archive', 'delete', 'delete'] as const) {
      const { error, outputs } = await retire(how);
      expect(error).toBeUndefined();
      changed.push(outputs.changed);
    }
    expect(changed).toEqual([true, false, true, false]);
  });
});
