import type { JsonValue } from '@backstage/types';
import { run, startGithub } from '../__testUtils__/startGithub';
import { createGithubActionsCreateAction } from './actionsCreate';
import { createGithubRepoEnsureAction } from './repoCreate';
import { createGithubRepoPushOnceAction } from './repoPush';

const ci = `name: CI
on:
  push:
    branches: [main]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm test
`;

/** The three GitHub steps of a golden path, one after the other, on one workspace. */
describe('repository, files and CI of a new service', () => {
  const github = startGithub();
  const patience = { pollMs: 20, appearMs: 5_000 };

  async function runFlow(
    repo: string,
    checkpoints: Map<string, JsonValue | void>,
  ) {
    const options = github.options();
    const repoUrl = github.repoUrl(repo);
    const context = {
      checkpoints,
      workspacePath: await github.workspace({
        'service/package.json': '{}',
        'service/CODEOWNERS': '* @mini-org/commerce',
        'ci/.github/workflows/ci.yaml': ci,
      }),
    };
    const steps = [
      await run(
        createGithubRepoEnsureAction(options),
        { repoUrl, access: 'mini-org/commerce' },
        context,
      ),
      await run(
        createGithubRepoPushOnceAction(options),
        {
          repoUrl,
          sourcePath: 'service',
          protectEnforceAdmins: false,
          requireCodeOwnerReviews: true,
        },
        context,
      ),
      await run(
        createGithubActionsCreateAction({ ...options, patience }),
        {
          repoUrl,
          sourcePath: 'ci',
          environments: [{ name: 'dev' }],
          waitForRun: { workflow: 'ci.yaml' },
        },
        context,
      ),
    ];
    expect(steps.map(({ error }) => error)).toEqual(steps.map(() => undefined));
    return steps;
  }

  it('ends with a green run, on a branch that only admins may push to', async () => {
    const [, , last] = await runFlow('wish-lists', new Map());
    expect(last.outputs.runConclusion).toBe('success');
    const { data } = await github.octokit.rest.repos.getBranch({
      owner: 'mini-org',
      repo: 'wish-lists',
      branch: 'main',
    });
    expect(data.protected).toBe(true);
  });

  it('ends in the same state where all of it runs again', async () => {
    const checkpoints = new Map<string, JsonValue | void>();
    const first = await runFlow('vouchers', checkpoints);
    await github.requests('vouchers');
    const second = await runFlow('vouchers', checkpoints);
    expect(second.map(({ outputs }) => outputs)).toEqual(
      first.map(({ outputs }) => outputs),
    );
  });
});
