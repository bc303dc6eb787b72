import {
  startGithub,
  until,
  type TestGithub,
} from '../__testUtils__/startGithub';
import { WebhookReceiver } from '../__testUtils__/WebhookReceiver';

const SECRET = 'github-webhook-sandbox-secret';
const ONBOARDING = { owner: 'mini-org', repo: 'onboarding' };

let github: TestGithub;
let receiver: WebhookReceiver;

beforeAll(async () => {
  github = await startGithub();
  receiver = await WebhookReceiver.start(SECRET);
});

afterAll(async () => {
  await github.remove();
  receiver.stop();
});

it('tells the organization’s hook who labelled an issue, and delivers again', async () => {
  const { octokit } = github;
  const org = 'mini-org';
  const { data: hooks } = await octokit.orgs.listWebhooks({ org });
  expect(hooks).toMatchObject([
    {
      active: false,
      events: ['issues', 'issue_comment', 'pull_request', 'push'],
      config: {
        url: 'http://127.0.0.1:7007/api/events/http/github',
        content_type: 'json',
        secret: '********',
      },
    },
  ]);
  const hook_id = hooks[0].id;
  await octokit.orgs.updateWebhook({
    org,
    hook_id,
    active: true,
    config: { url: receiver.url },
  });

  receiver.status = 500;
  const { data: issue } = await github.as('lena-fischer').issues.create({
    ...ONBOARDING,
    title: 'Onboard: Nia Osei',
  });
  await github.as('samira-aziz').issues.addLabels({
    ...ONBOARDING,
    issue_number: issue.number,
    labels: ['approved'],
  });
  await until(
    async () => receiver.received,
    all => all.length === 2,
  );
  const heard = (action: string) =>
    receiver.received.find(({ payload }) => payload.action === action)!;
  const labeled = heard('labeled');
  expect(heard('opened')).toMatchObject({
    event: 'issues',
    signed: true,
    payload: { action: 'opened', sender: { login: 'lena-fischer' } },
  });
  expect(labeled).toMatchObject({
    event: 'issues',
    signed: true,
    payload: {
      action: 'labeled',
      sender: { login: 'samira-aziz' },
      label: { name: 'approved' },
      issue: { number: issue.number },
    },
  });

  const deliveries = await until(
    async () =>
      (
        await octokit.orgs.listWebhookDeliveries({ org, hook_id })
      ).data,
    all => all.length === 2,
  );
  const failed = deliveries.find(one => one.action === 'labeled')!;
  expect(failed).toMatchObject({ guid: labeled.delivery, status_code: 500 });
  receiver.status = 200;
  await octokit.orgs.redeliverWebhookDelivery({
    org,
    hook_id,
    delivery_id: failed.id,
  });
  const again = await until(
    async () =>
      (
        await octokit.orgs.listWebhookDeliveries({ org, hook_id })
      ).data.find(one => one.redelivery),
    one => one !== undefined,
  );
  expect(again).toMatchObject({ status: 'OK', guid: labeled.delivery });
});

it('notes that nobody heard, and goes on', async () => {
  const { octokit } = github;
  const { data: hook } = await octokit.repos.createWebhook({
    ...ONBOARDING,
    events: ['issues'],
    config: { url: 'http://127.0.0.1:1/', content_type: 'json' },
  });
  const of = { ...ONBOARDING, hook_id: hook.id };
  const deliveries = await until(
    async () => (await octokit.repos.listWebhookDeliveries(of)).data,
    all => all.length > 0,
  );
  expect(deliveries[0]).toMatchObject({
    event: 'ping',
    status_code: 0,
    status: expect.stringContaining('failed to connect to host'),
  });
});
