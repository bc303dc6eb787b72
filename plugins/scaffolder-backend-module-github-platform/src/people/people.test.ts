import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import { SandboxDriver, StepRunner } from '@portico/plugin-flows-test-utils';
import { createSandbox } from '@portico/sandbox';
import {
  createGithubIssueCloseAction,
  createGithubIssueCommentAction,
  createGithubTeamAddMemberAction,
  createGithubTeamRemoveMemberAction,
  createTeamMemberRemover,
} from '.';

const TOKEN = 'ghp_sandbox_portico';

describe('people and issues on GitHub', () => {
  const folder = createMockDirectory();
  const sandbox = new SandboxDriver(() =>
    createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      pace: 0.02,
      only: ['control', 'github'],
    }),
  );
  const octokit = () =>
    new Octokit({ auth: TOKEN, baseUrl: `${sandbox.url('github')}/api/v3` });
  const setup = () => {
    const { host } = new URL(sandbox.url('github'));
    const apiBaseUrl = `http://${host}/api/v3`;
    const integrations = ScmIntegrations.fromConfig(
      mockServices.rootConfig({
        data: {
          integrations: { github: [{ host, apiBaseUrl, token: TOKEN }] },
        },
      }),
    );
    const runner = new StepRunner();
    const { guard, ledger } = runner;
    const options = { integrations, guard, ledger, retryDelayMs: 5 };
    return {
      runner,
      add: createGithubTeamAddMemberAction(options),
      remove: createGithubTeamRemoveMemberAction(options),
      comment: createGithubIssueCommentAction(options),
      close: createGithubIssueCloseAction(options),
      removers: [createTeamMemberRemover(options)],
    };
  };
  const inTeam = async (login: string) =>
    (await sandbox.inventory('github')).teamMemberships.filter(one =>
      one.includes(` ${login} `),
    );
  const membership = (username: string) =>
    octokit()
      .rest.orgs.getMembershipForUser({ org: 'mini-org', username })
      .then(({ data }) => data.state)
      .catch(() => 'none');

  describe('a team', () => {
    const username = 'milo-quinn';
    const input = { org: 'mini-org', team: 'commerce', username };
    afterEach(async () => {
      const { runner, remove } = setup();
      await runner.run(remove, input);
    });

    it('gets a member once, who is taken out again by the task that put them in alone', async () => {
      const { runner, add, removers } = setup();
      const first = await runner.run(add, input);
      expect(first.error).toBeUndefined();
      expect(first.outputs).toEqual({
        created: true,
        state: 'active',
        teamUrl: expect.stringContaining('/orgs/mini-org/teams/commerce'),
      });
      const writes = await sandbox.writesDuring('github', async () => {
        expect((await runner.run(add, input)).outputs).toEqual(first.outputs);
        const other = await runner.run(add, input, { taskId: 'task-2' });
        expect(other.outputs.created).toBe(false);
      });
      expect(writes).toEqual([]);
      expect(await runner.cleanUp('task-2', removers)).toEqual([]);
      expect(await runner.cleanUp('task-1', removers)).toEqual([
        'removed GitHub team membership milo-quinn in mini-org/commerce',
      ]);
      expect(await inTeam(username)).toEqual([]);
      expect(await membership(username)).toBe('active');
    });

    it('invites an outsider, and takes the invitation back', async () => {
      const { runner, add, removers } = setup();
      const outsider = { ...input, username: 'nia-osei' };
      const { outputs } = await runner.run(add, outsider);
      expect(outputs).toMatchObject({ created: true, state: 'pending' });
      expect(await membership('nia-osei')).toBe('pending');
      expect(await runner.cleanUp('task-1', removers)).toHaveLength(1);
      expect(await membership('nia-osei')).toBe('none');
    });

    it.each([
      ['is unavailable twice', { kind: 'status', value: 503, times: 2 }],
      [
        'cuts the connection after the write',
        { kind: 'reset', after: true, times: 1 },
      ],
    ] as const)('gets one member though GitHub %s', async (_, fault) => {
      const { runner, add } = setup();
      await sandbox.addFault({ service: 'github', method: 'PUT', ...fault });
      const { error, outputs } = await runner.run(add, input);
      expect(error).toBeUndefined();
      expect(outputs.created).toBe(true);
      expect(await inTeam(username)).toHaveLength(1);
    });

    it('refuses a team or an account that is not there, and whoever may not', async () => {
      const { runner, add } = setup();
      const run = (change: object) => runner.run(add, { ...input, ...change });
      expect((await run({ team: 'nowhere' })).error?.message).toContain(
        "has no team 'nowhere'",
      );
      expect((await run({ username: 'nobody-1' })).error?.message).toContain(
        "There is no account 'nobody-1'",
      );
      runner.allow = false;
      expect((await run({})).error?.name).toBe('NotAllowedError');
      expect(await inTeam(username)).toEqual([]);
    });

    it('loses a member who leaves the organisation, once', async () => {
      const { runner, add, remove } = setup();
      const leaving = { ...input, username: 'jin-park' };
      await runner.run(add, leaving);
      const out = { org: 'mini-org', username: 'jin-park' };
      expect((await runner.run(remove, out)).outputs.changed).toBe(true);
      expect(await inTeam('jin-park')).toEqual([]);
      expect(await membership('jin-park')).toBe('none');
      expect((await runner.run(remove, out)).outputs.changed).toBe(false);
    });
  });

  describe('an issue', () => {
    const open = async () => {
      const { data } = await octokit().rest.issues.create({
        owner: 'mini-org',
        repo: 'onboarding',
        title: 'Onboard: Nina Berg',
      });
      const place = {
        owner: 'mini-org',
        repo: 'onboarding',
        issue_number: data.number,
      };
      return { issueUrl: data.html_url, place };
    };
    const comments = async (
      place: Awaited<ReturnType<typeof open>>['place'],
    ) => {
      const { data } = await octokit().rest.issues.listComments(place);
      return data.map(({ body }) => body);
    };

    it('gets one comment a step, brought up to date, though an answer is lost', async () => {
      const { runner, comment } = setup();
      const { issueUrl, place } = await open();
      await sandbox.addFault({
        service: 'github',
        method: 'POST',
        kind: 'reset',
        after: true,
        times: 1,
      });
      const first = await runner.run(comment, { issueUrl, body: 'Half done' });
      expect(first.error).toBeUndefined();
      expect(await comments(place)).toEqual([
        expect.stringMatching(/^Half done\n\n<!-- portico: task task-1/),
      ]);
      await runner.run(comment, { issueUrl, body: 'All done' });
      const again = await runner.run(comment, { issueUrl, body: 'All done' });
      expect(again.outputs.commentUrl).toBe(first.outputs.commentUrl);
      expect(await comments(place)).toEqual([
        expect.stringMatching(/^All done/),
      ]);
    });

    it('keeps one of the comments that a run wrote twice before it was cut off', async () => {
      const { runner, comment } = setup();
      const { issueUrl, place } = await open();
      await runner.run(comment, { issueUrl, body: 'Half done' });
      const [body = ''] = await comments(place);
      await octokit().rest.issues.createComment({ ...place, body });
      await runner.run(comment, { issueUrl, body: 'Half done' });
      expect(await comments(place)).toEqual([body]);
      await octokit().rest.issues.createComment({ ...place, body });
      await runner.run(comment, { issueUrl, body: 'All done' });
      expect(await comments(place)).toEqual([
        expect.stringMatching(/^All done/),
      ]);
    });

    it('is closed once with a summary', async () => {
      const { runner, close } = setup();
      const { issueUrl, place } = await open();
      const input = { issueUrl, comment: 'Nina can start.' };
      await sandbox.addFault({
        service: 'github',
        method: 'PATCH',
        kind: 'reset',
        after: true,
        times: 1,
      });
      const first = await runner.run(close, input);
      expect(first.error).toBeUndefined();
      expect(first.outputs.changed).toBe(true);
      expect((await runner.run(close, input)).outputs.changed).toBe(true);
      const other = await runner.run(close, input, { taskId: 'task-2' });
      expect(other.outputs.changed).toBe(false);
      const { data } = await octokit().rest.issues.get(place);
      expect(data).toMatchObject({
        state: 'closed',
        state_reason: 'completed',
      });
      expect(await comments(place)).toHaveLength(1);
    });

    it.each(['https://github.com/mini-org/onboarding', 'nonsense'])(
      "says that '%s' is no issue",
      async issueUrl => {
        const { runner, close } = setup();
        const { error } = await runner.run(close, { issueUrl });
        expect(error?.message).toContain('is not the page of an issue');
      },
    );
  });
});
