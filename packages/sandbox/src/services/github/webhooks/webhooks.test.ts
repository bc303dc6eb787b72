import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  startGithub,
  until,
  type TestGithub,
} from '../__testUtils__/startGithub';

const SECRET = 'github-webhook-sandbox-secret';
const ONBOARDING = { owner: 'mini-org', repo: 'onboarding' };

interface Received {
  event: string;
  delivery: string;
  signed: boolean;
  payload: {
    action: string;
    sender: { login: string };
    label?: { name: string };
    issue: { number: number };
  };
}

let github: TestGithub;
let receiver: Server;
let status = 200;
const received: Received[] = [];

beforeAll(async () => {
  github = await startGithub();
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const digest = createHmac('sha256', SECRET).update(body).digest('hex');
      received.push({
        event: String(request.headers['x-github-event']),
        delivery: String(request.headers['x-github-delivery']),
        signed: request.headers['x-hub-signature-256'] === `sha256=${digest}`,
        payload: JSON.parse(body.toString()),
      });
      response.statusCode = status;
      response.end();
    });
  });
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await github.remove();
  receiver.close();
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
  const { port } = receiver.address() as AddressInfo;
  await octokit.orgs.updateWebhook({
    org,
    hook_id,
    active: true,
    config: { url: `http://127.0.0.1:${port}` },
  });

  status = 500;
  const { data: issue } = await github.as('lena-fischer').issues.create({
    ...ONBOARDING,
    title: 'Onboard: Nia Osei',
  });
  await github.as('samira-aziz').issues.addLabels({
    ...ONBOARDING,
    issue_number: issue.number,
    labels: ['approved'],
  });
  const [opened, labeled] = await until(
    async () => received,
    all => all.length === 2,
  );
  expect(opened).toMatchObject({
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
  status = 200;
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
