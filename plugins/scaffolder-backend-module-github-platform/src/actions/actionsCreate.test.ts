import Ajv from 'ajv';
import { parse } from 'yaml';
import { run, startGithub } from '../__testUtils__/startGithub';
import { createGithubActionsCreateAction } from './actionsCreate';
import { examples } from './actionsCreate.examples';
import type { ActionsCreateInput } from './actionsCreate.input';
import { createGithubRepoEnsureAction } from './repoCreate';

const workflow = (steps: string[]) => `name: CI
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
${steps.map(step => `      - run: ${step}`).join('\n')}
`;

describe('github:actions:create', () => {
  const github = startGithub();
  const create = (options?: { token?: string; allow?: boolean }) =>
    createGithubActionsCreateAction({
      ...github.options(options),
      patience: { pollMs: 20, appearMs: 4_000 },
    });
  const newRepository = async (repo: string, autoInit = true) => {
    const repoUrl = github.repoUrl(repo);
    const { error } = await run(
      createGithubRepoEnsureAction(github.options()),
      {
        repoUrl,
        autoInit,
      },
    );
    expect(error).toBeUndefined();
    return { repoUrl };
  };

  it('sets all up, waits for the run, and writes nothing the second time', async () => {
    const { repoUrl } = await newRepository('with-ci');
    const input: ActionsCreateInput = {
      repoUrl,
      sourcePath: './service',
      variables: { AWS_REGION: 'eu-central-1' },
      secrets: { NPM_TOKEN: 'hunter2' },
      environments: [
        {
          name: 'production',
          reviewers: { teams: ['group:default/commerce'] },
          waitTimerMinutes: 5,
          deploymentBranches: ['main', 'release/*'],
          variables: { LOG_LEVEL: 'warn' },
          secrets: { DEPLOY_KEY: 'hunter3' },
        },
      ],
      waitForRun: { workflow: 'ci.yaml', timeoutMinutes: 1 },
    };
    const workspacePath = await github.workspace({
      'service/.github/workflows/ci.yaml': workflow(['npm ci', 'npm test']),
    });
    const first = await run(create(), input, { workspacePath });
    expect(first.error).toBeUndefined();
    expect(first.outputs).toMatchObject({
      created: true,
      changedFiles: ['.github/workflows/ci.yaml'],
      runStatus: 'completed',
      runConclusion: 'success',
      runUrl: expect.stringContaining('/mini-org/with-ci/actions/runs/'),
    });
    expect(first.log).toEqual(
      expect.arrayContaining([
        'Variables of the repository: 1 made (AWS_REGION)',
        'Secrets of the repository: 1 made (NPM_TOKEN)',
        'Environment production: made',
        'Variables of environment production: 1 made (LOG_LEVEL)',
        expect.stringMatching(
          /^\.github\/workflows\/ci\.yaml: committed to main/,
        ),
        'CI #1: success',
        '▸ | progress | 1 | 1 | CI #1 passed, 1 workflow, 2 secrets',
        'Job test: success',
        expect.stringMatching(/^ {2}test › .*npm test: success$/),
      ]),
    );
    expect(first.log.join()).not.toContain('hunter');

    await github.requests('with-ci');
    const again = await run(create(), input, { workspacePath });
    expect(again.error).toBeUndefined();
    expect(again.outputs).toMatchObject({
      created: false,
      changedFiles: [],
      runUrl: first.outputs.runUrl,
    });
    expect(again.log).toEqual(
      expect.arrayContaining([
        '.github/workflows/ci.yaml: already there',
        'Environment production: already there, as wanted',
      ]),
    );
    const writes = (await github.requests('with-ci'))
      .filter(request => !request.startsWith('GET'))
      .map(request => request.split('/').at(-1));
    expect(writes).toEqual(['NPM_TOKEN', 'DEPLOY_KEY']);
  });

  it.each([
    ['a new branch', { autoInit: true }],
    ['the first commit', { autoInit: false }],
  ])(
    'takes what it wrote for its own where the answer was lost: %s',
    async (_, { autoInit }) => {
      const repo = `lost-${autoInit}`;
      const { repoUrl } = await newRepository(repo, autoInit);
      for (const [method, path] of [
        ['POST', '/actions/variables'],
        ['POST', '/git/refs'],
        ['PUT', '/contents/'],
      ]) {
        await github.addFault({
          method,
          path: `/repos/mini-org/${repo}${path}`,
          kind: 'reset',
          after: true,
          times: 1,
        });
      }
      const { error, outputs } = await run(create(), {
        repoUrl,
        variables: { AWS_REGION: 'eu-central-1' },
        workflows: {
          'ci.yaml': workflow(['npm test']),
          'more.yaml': workflow(['npm ci']),
        },
        branch: autoInit ? 'add-ci' : 'main',
      });
      expect(error).toBeUndefined();
      expect(outputs).toMatchObject({
        changedFiles: [
          '.github/workflows/ci.yaml',
          '.github/workflows/more.yaml',
        ],
      });
      const { data } = await github.octokit.rest.actions.getRepoVariable({
        owner: 'mini-org',
        repo,
        name: 'AWS_REGION',
      });
      expect(data.value).toBe('eu-central-1');
    },
  );

  it('tells which job and step failed, with the link', async () => {
    const { repoUrl } = await newRepository('red');
    const { error } = await run(create(), {
      repoUrl,
      workflows: { 'ci.yaml': workflow(['npm ci', 'exit 1']) },
      waitForRun: true,
    });
    expect(error?.name).toBe('WorkflowRunError');
    expect(error?.message).toMatch(
      /^CI #1 of mini-org\/red ended as failure: job 'test', step '.*exit 1' \(failure\)\. http.*\/actions\/runs\/\d+$/,
    );
  });

  it('says so where GitHub starts no run', async () => {
    const { repoUrl } = await newRepository('silent');
    const { error } = await run(create(), {
      repoUrl,
      workflows: {
        'ci.yaml': workflow(['ls']).replace(
          'on: push',
          'on: workflow_dispatch',
        ),
      },
      waitForRun: true,
    });
    expect(error?.message).toContain('GitHub started no run for commit');
  });

  it('works on a repository with no commit, and on a branch that is not there', async () => {
    const repoUrl = github.repoUrl('bare');
    await run(createGithubRepoEnsureAction(github.options()), { repoUrl });
    const workflows = { 'a.yaml': workflow(['ls']), 'b.yml': workflow(['ls']) };
    const first = await run(create(), { repoUrl, workflows });
    expect(first.error).toBeUndefined();
    const branch = await run(create(), {
      repoUrl,
      branch: 'ci',
      workflows: { 'c.yaml': workflow(['ls']) },
    });
    expect(branch.error).toBeUndefined();
    const { data } = await github.octokit.rest.repos.getContent({
      owner: 'mini-org',
      repo: 'bare',
      path: '.github/workflows',
      ref: 'ci',
    });
    expect((data as { name: string }[]).map(({ name }) => name)).toEqual([
      'a.yaml',
      'b.yml',
      'c.yaml',
    ]);
  });

  it('says what to do where the branch is protected', async () => {
    const { repoUrl } = await newRepository('locked');
    await github.octokit.rest.repos.updateBranchProtection({
      owner: 'mini-org',
      repo: 'locked',
      branch: 'main',
      required_status_checks: null,
      enforce_admins: true,
      required_pull_request_reviews: { required_approving_review_count: 1 },
      restrictions: null,
    });
    const { error } = await run(create(), {
      repoUrl,
      workflows: { 'ci.yaml': workflow(['ls']) },
    });
    expect(error?.name).toBe('ConflictError');
    expect(error?.message).toContain(
      'let the step that pushes the first files',
    );
  });

  it.each<[string, Partial<ActionsCreateInput>, string]>([
    ['nothing to do', {}, 'nothing to set up'],
    ['a folder outside', { sourcePath: '../../etc' }, 'outside the workspace'],
    ['an empty folder', { sourcePath: '.' }, 'holds no workflow'],
    [
      'a file elsewhere',
      { workflows: { '../ci.yaml': '' } },
      'not a workflow file',
    ],
    [
      'broken YAML',
      { workflows: { 'ci.yaml': 'on: push\njobs: [' } },
      'not valid YAML (line 2)',
    ],
    [
      'no workflow',
      { workflows: { 'ci.yaml': 'a: 1' } },
      "needs 'on' and 'jobs'",
    ],
    [
      'a reserved name',
      { secrets: { GITHUB_X: 'a' } },
      'not a name for a secret',
    ],
    ['a secret without value', { secrets: { KEY: '' } }, 'KEY has no value'],
    [
      'rules that exclude each other',
      {
        environments: [
          { name: 'a', protectedBranches: true, deploymentBranches: ['main'] },
        ],
      },
      'keep one',
    ],
    [
      'a reviewer that is not there',
      { environments: [{ name: 'a', reviewers: { users: ['nobody'] } }] },
      "no user 'nobody'",
    ],
    [
      'no time',
      { variables: { A: '1' }, waitForRun: { timeoutMinutes: 0 } },
      'more than 0',
    ],
  ])('refuses %s and writes nothing', async (_, change, message) => {
    await github.requests('orders');
    const { error } = await run(
      create(),
      { repoUrl: github.repoUrl('orders'), ...change },
      { workspacePath: await github.workspace({}) },
    );
    expect(error?.name).toBe('InputError');
    expect(error?.message).toContain(message);
    const requests = await github.requests('orders');
    expect(requests.filter(request => !request.startsWith('GET'))).toEqual([]);
  });

  it('changes nothing in a dry run, without the permission, or with a wrong token', async () => {
    const input = {
      repoUrl: github.repoUrl('orders'),
      variables: { A: '1' },
      workflows: { 'x.yaml': workflow(['ls']) },
    };
    await github.requests('orders');
    const dry = await run(create(), input, { isDryRun: true });
    expect(dry.outputs.changedFiles).toEqual(['.github/workflows/x.yaml']);
    const denied = await run(create({ allow: false }), input);
    expect(denied.error?.name).toBe('NotAllowedError');
    const wrong = await run(create({ token: 'ghp_wrong' }), input);
    expect(wrong.error?.name).toBe('AuthenticationError');
    const requests = await github.requests('orders');
    expect(requests.filter(request => !request.startsWith('GET'))).toEqual([]);
  });

  it.each(examples)(
    'has an example that the schema takes: $description',
    ({ example }) => {
      const schema = create().schema!.input!;
      const validate = new Ajv({ strict: false }).compile(schema);
      expect(validate(parse(example).steps[0].input)).toBe(true);
    },
  );
});
