import {
  startGithub,
  until,
  type TestGithub,
} from '../__testUtils__/startGithub';
import { WebhookReceiver } from '../__testUtils__/WebhookReceiver';

let github: TestGithub;
let receiver: WebhookReceiver;

beforeAll(async () => {
  github = await startGithub();
  receiver = await WebhookReceiver.start('key');
  await github.octokit.repos.createWebhook({
    ...github.repo,
    events: ['push', 'workflow_run'],
    config: {
      url: receiver.url,
      content_type: 'json',
      secret: 'key',
    },
  });
});

afterAll(async () => {
  await github.remove();
  receiver.stop();
});

async function write(name: string, content: string) {
  await github.octokit.repos.createOrUpdateFileContents({
    ...github.repo,
    path: `.github/workflows/${name}.yaml`,
    message: `Add ${name}`,
    content: Buffer.from(content).toString('base64'),
  });
}

async function finished(name: string, status = 'completed') {
  const found = await until(
    async () => {
      const { data } = await github.octokit.actions.listWorkflowRunsForRepo(
        github.repo,
      );
      return data.workflow_runs.find(
        run => run.path.endsWith(`/${name}.yaml`) && run.status === status,
      );
    },
    run => run !== undefined,
  );
  return found!;
}

it('has one finished run of a seeded repository, from days ago and of a believable length', async () => {
  const run = await finished('ci');
  expect(run).toMatchObject({ status: 'completed', conclusion: 'success' });
  const startedAt = Date.parse(run.run_started_at ?? run.created_at);
  const seconds = (Date.parse(run.updated_at) - startedAt) / 1000;
  expect(seconds).toBeGreaterThan(20);
  expect(seconds).toBeLessThan(600);
  expect(Date.now() - startedAt).toBeGreaterThan(20 * 3_600_000);
});

const HEAD = 'on: push\njobs:\n';

it.each([
  [
    'good',
    `${HEAD}  a:\n    runs-on: x\n    steps: [{run: npm test}]\n`,
    'success',
  ],
  [
    'fails',
    `${HEAD}  a:\n    runs-on: x\n    steps: [{run: exit 1}]\n`,
    'failure',
  ],
  [
    'secretless',
    `${HEAD}  a:\n    runs-on: x\n    steps: [{run: "echo \${{ secrets.NONE }}"}]\n`,
    'failure',
  ],
  [
    'lost',
    `${HEAD}  a:\n    runs-on: x\n    environment: nowhere\n    steps: [{run: ls}]\n`,
    'failure',
  ],
  ['broken', 'on: push\njobs: [\n', 'failure'],
])('concludes a workflow that is %s', async (name, content, conclusion) => {
  await write(name, content);
  expect((await finished(name)).conclusion).toBe(conclusion);
});

it('says in the log what a step lacked', async () => {
  const run = await finished('secretless');
  const { data } = await github.octokit.actions.listJobsForWorkflowRun({
    ...github.repo,
    run_id: run.id,
  });
  const log = await github.octokit.actions.downloadJobLogsForWorkflowRun({
    ...github.repo,
    job_id: data.jobs[0].id,
  });
  expect(log.data).toMatch(
    /##\[error\]Secret NONE is used here but does not exist/,
  );
});

it('waits for the reviewers of an environment, over a restart', async () => {
  const { data: team } = await github.octokit.teams.getByName({
    org: 'mini-org',
    team_slug: github.world.teams[0].name,
  });
  await github.octokit.repos.createOrUpdateEnvironment({
    ...github.repo,
    environment_name: 'gate',
    reviewers: [{ type: 'Team', id: team.id }],
  });
  await write(
    'gated',
    'on: workflow_dispatch\njobs:\n  a:\n    runs-on: x\n    environment: gate\n    steps: [{run: ls}]\n',
  );
  await github.octokit.actions.createWorkflowDispatch({
    ...github.repo,
    workflow_id: 'gated.yaml',
    ref: 'main',
  });
  const run = await finished('gated', 'waiting');
  await github.stop();
  github = await startGithub({ dataDir: github.dataDir });
  const { data: pending } =
    await github.octokit.actions.getPendingDeploymentsForRun({
      ...github.repo,
      run_id: run.id,
    });
  await github.octokit.actions.reviewPendingDeploymentsForRun({
    ...github.repo,
    run_id: run.id,
    environment_ids: [pending[0].environment.id!],
    state: 'approved',
    comment: 'Go',
  });
  expect((await finished('gated')).conclusion).toBe('success');
});

it('signs what it posts to webhooks', async () => {
  await until(
    async () => receiver.received,
    all =>
      all.some(
        one =>
          one.event === 'workflow_run' && one.payload.action === 'completed',
      ),
  );
  expect(receiver.received.map(one => one.event)).toEqual(
    expect.arrayContaining(['ping', 'push', 'workflow_run']),
  );
  expect(receiver.received.every(one => one.signed)).toBe(true);
});

it('shows a run, its repository and a file as pages', async () => {
  const { owner, repo } = github.repo;
  const run = await finished('good');
  for (const url of [
    run.html_url,
    `${github.url}/${owner}/${repo}`,
    `${github.url}/${owner}/${repo}/blob/main/catalog-info.yaml`,
    `${github.url}/orgs/mini-org/teams/${github.world.teams[0].name}`,
  ]) {
    const response = await fetch(url);
    expect(`${url} ${response.status}`).toBe(`${url} 200`);
    expect(await response.text()).toContain('Sandbox: simulated GitHub');
  }
});
