import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
import { createSandbox } from '@portico/sandbox';
import { Octokit } from '@octokit/rest';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GithubIssues } from './GithubIssues';
import { IssueFlows } from './IssueFlows';
import { IssueFlowStore } from './IssueFlowStore';
import { readIssueFlows } from './readIssueFlows';

jest.setTimeout(240_000);

const REPOSITORY = { owner: 'mini-org', repo: 'onboarding' };
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
let sandbox: Awaited<ReturnType<typeof createSandbox>>;
let host: string;

beforeAll(async () => {
  sandbox = await createSandbox({
    dataDir: await mkdtemp(path.join(tmpdir(), 'portico-issues-')),
    ports: 'free',
    pace: 0.05,
    only: ['github'],
  });
  host = new URL(sandbox.urls.github).host;
});

afterAll(() => sandbox.stop());

const as = (token: string) =>
  new Octokit({ auth: token, baseUrl: `${sandbox.urls.github}/api/v3` });
const portico = () => as('ghp_sandbox_portico');

async function setup(options: { start?: () => Promise<string> } = {}) {
  const config = mockServices.rootConfig({
    data: {
      integrations: {
        github: [
          {
            host,
            apiBaseUrl: `${sandbox.urls.github}/api/v3`,
            token: 'ghp_sandbox_portico',
          },
        ],
      },
      flows: {
        issues: [
          {
            repository: 'mini-org/onboarding',
            host,
            label: 'onboarding',
            template: 'user-onboarding',
            parameters: {
              firstName: { field: 'First name' },
              managerRef: { field: 'Manager', as: 'user' },
            },
          },
        ],
      },
    },
  });
  const tasks: { values: JsonObject; as: string }[] = [];
  const task = {
    id: 'task-1',
    status: 'processing',
    createdAt: new Date().toISOString(),
    spec: {
      parameters: {},
      steps: [
        { id: 'validate', name: 'Validate' },
        { id: 'okta', name: 'Create the Okta user' },
      ],
      templateInfo: { entity: { metadata: { title: 'User onboarding' } } },
    },
  };
  const events: object[] = [];
  const flows = readIssueFlows(config);
  const integrations = ScmIntegrations.fromConfig(config);
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const issueFlows = new IssueFlows({
    flows,
    issuesOf: flow => GithubIssues.create({ integrations, credentials }, flow),
    store: await IssueFlowStore.create(
      mockServices.database({ knex: await databases.init('SQLITE_3') }),
    ),
    people: {
      ofGithubLogin: async login =>
        login === 'samira-aziz' ? 'user:default/samira.aziz' : undefined,
      named: async (_kind, text) => {
        if (text === 'jonas.weber') return 'user:default/jonas.weber';
        throw new InputError(`There is no user '${text}'.`);
      },
    },
    delegation: {
      credentialsOf: async ref => mockCredentials.user(ref),
    },
    starter: {
      start: async ({ values }, { principal }) => {
        const id = await options.start?.();
        tasks.push({
          values,
          as: (principal as { userEntityRef: string }).userEntityRef,
        });
        return id ?? task.id;
      },
    },
    scaffolder: {
      listTasks: async () => ({ items: [], totalItems: 0 }),
      getTask: async () => task as never,
      getLogs: async () => events as never,
    },
    auth: mockServices.auth(),
    auditor: mockServices.auditor.mock(),
    logger: mockServices.logger.mock(),
    appUrl: 'https://portico.example.com',
  });
  return { issueFlows, tasks, task, events };
}

async function openIssue(manager = 'jonas.weber') {
  const { data } = await portico().issues.create({
    ...REPOSITORY,
    title: 'Onboard: Nia Osei',
    body: `### First name\n\nNia\n\n### Manager\n\n${manager}\n`,
    labels: ['onboarding'],
  });
  return data.number;
}

const setLabel = (token: string, number: number) =>
  as(token).issues.addLabels({
    ...REPOSITORY,
    issue_number: number,
    labels: ['approved'],
  });

const commentsOf = async (number: number) =>
  (
    await portico().issues.listComments({ ...REPOSITORY, issue_number: number })
  ).data.map(({ body }) => body ?? '');

const labelsOf = async (number: number) =>
  (
    await portico().issues.get({ ...REPOSITORY, issue_number: number })
  ).data.labels.map(label => (typeof label === 'string' ? label : label.name));

describe('IssueFlows', () => {
  it('starts a flow as whoever set the label, once, and tells how it goes', async () => {
    const { issueFlows, tasks, task, events } = await setup();
    const number = await openIssue();
    await issueFlows.look('mini-org/onboarding', number);
    expect(tasks).toEqual([]);

    await setLabel('ghp_sandbox_samira-aziz', number);
    await Promise.all([
      issueFlows.look('mini-org/onboarding', number),
      issueFlows.look('mini-org/onboarding', number),
    ]);
    await issueFlows.lookAtAll();
    expect(tasks).toMatchObject([
      {
        as: 'user:default/samira.aziz',
        values: {
          firstName: 'Nia',
          managerRef: 'user:default/jonas.weber',
          issueUrl: expect.stringContaining(`/onboarding/issues/${number}`),
        },
      },
    ]);

    events.push({
      type: 'log',
      body: { stepId: 'validate', status: 'completed', message: '' },
    });
    await issueFlows.advance();
    expect(await labelsOf(number)).toContain('in-progress');
    task.status = 'completed';
    await issueFlows.advance();
    await issueFlows.advance();
    const comments = await commentsOf(number);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain('Done: [User onboarding]');
    expect(comments[0]).toContain('| Validate | done |');
    expect(await labelsOf(number)).not.toContain('in-progress');
  });

  it('says what is wrong with the answers, and starts anew when the label is set again', async () => {
    const { issueFlows, tasks } = await setup();
    const number = await openIssue('nobody');
    await setLabel('ghp_sandbox_samira-aziz', number);
    await issueFlows.look('mini-org/onboarding', number);
    expect(tasks).toEqual([]);
    expect((await commentsOf(number))[0]).toContain(
      "Manager: There is no user 'nobody'.",
    );

    await portico().issues.update({
      ...REPOSITORY,
      issue_number: number,
      body: '### First name\n\nNia\n\n### Manager\n\njonas.weber\n',
    });
    await issueFlows.look('mini-org/onboarding', number);
    expect(tasks).toEqual([]);
    await portico().issues.removeLabel({
      ...REPOSITORY,
      issue_number: number,
      name: 'approved',
    });
    await setLabel('ghp_sandbox_samira-aziz', number);
    await issueFlows.look('mini-org/onboarding', number);
    expect(tasks).toHaveLength(1);
  });

  it.each([
    ['who is nobody in Portico', 'ghp_sandbox_portico', undefined],
    [
      'who may not run the template',
      'ghp_sandbox_samira-aziz',
      async () => {
        throw new NotAllowedError('Whoever set the label may not start it.');
      },
    ],
  ])('starts nothing for one %s', async (_who, token, start) => {
    const { issueFlows, tasks } = await setup({ start });
    const number = await openIssue();
    await setLabel(token, number);
    await issueFlows.look('mini-org/onboarding', number);
    expect(tasks).toEqual([]);
    expect((await commentsOf(number))[0]).toMatch(/^Not started\./);
  });

  it('keeps what it could not ask for, for the next time', async () => {
    const failing = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new Error('503'))
      .mockResolvedValue('task-1');
    const { issueFlows, tasks } = await setup({ start: failing });
    const number = await openIssue();
    await setLabel('ghp_sandbox_samira-aziz', number);
    await expect(
      issueFlows.look('mini-org/onboarding', number),
    ).rejects.toThrow('503');
    jest.useFakeTimers({
      now: Date.now() + 120_000,
      doNotFake: [
        'setTimeout',
        'setImmediate',
        'setInterval',
        'nextTick',
        'queueMicrotask',
        'performance',
        'hrtime',
        'clearTimeout',
        'clearInterval',
        'clearImmediate',
      ],
    });
    await issueFlows.advance();
    jest.useRealTimers();
    expect(tasks).toHaveLength(1);
    expect(await commentsOf(number)).toEqual([]);
  });
});
