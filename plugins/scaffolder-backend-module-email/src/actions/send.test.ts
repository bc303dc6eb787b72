import { createMockDirectory } from '@backstage/backend-test-utils';
import { SmtpEmailSender } from '@portico/plugin-email-node';
import { SandboxDriver, StepRunner } from '@portico/plugin-flows-test-utils';
import { createSandbox } from '@portico/sandbox';
import { createEmailSendAction } from './send';

describe('email:send', () => {
  const folder = createMockDirectory();
  const sandbox = new SandboxDriver(() =>
    createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      only: ['control', 'inbox'],
    }),
  );
  const setup = () => {
    const runner = new StepRunner();
    const { hostname, port } = new URL(sandbox.url('smtp'));
    const email = new SmtpEmailSender(
      {
        from: 'Portico <portico@mini-org.example>',
        smtp: { host: hostname, port: Number(port), secure: false },
      },
      { retryDelayMs: 5, silenceMs: 1_000 },
    );
    const { guard, ledger } = runner;
    return { runner, action: createEmailSendAction({ email, guard, ledger }) };
  };
  const readInbox = async () => {
    const read = async (path: string) =>
      (await fetch(`${sandbox.url('inbox')}/messages${path}`)).json();
    const list = (await read('')) as { id: string }[];
    return Promise.all(
      list.map(
        ({ id }) =>
          read(`/${id}`) as Promise<{
            subject: string;
            html: string;
            text: string;
            headers: Record<string, string>;
          }>,
      ),
    );
  };
  afterEach(() =>
    fetch(`${sandbox.url('inbox')}/messages`, { method: 'DELETE' }),
  );
  const input = {
    to: 'nina.berg@elsewhere.example',
    subject: 'Welcome',
    content: {
      title: 'Welcome, <Nina>',
      facts: [
        { label: 'Team', value: 'Commerce', url: '' },
        { label: 'AWS', value: '' },
      ],
    },
  };

  it('sends once a step, escaped, and logs nothing of the body', async () => {
    const { runner, action } = setup();
    const first = await runner.run(action, input);
    expect(first.error).toBeUndefined();
    const again = await runner.run(action, input);
    expect(again.outputs).toEqual(first.outputs);
    const [mail, ...more] = await readInbox();
    expect(more).toEqual([]);
    expect(mail.html).toContain('Welcome, &lt;Nina&gt;');
    expect(mail.html).not.toContain('AWS');
    expect(mail.text).toContain('Team: Commerce');
    expect(first.log.join()).not.toContain('Nina');
    expect(await runner.lines('task-1')).toEqual([
      'made Mail "Welcome" to nina.berg@elsewhere.example',
    ]);
  });

  it('is the same mail when it is sent again after a crash, another in another task', async () => {
    const { runner, action } = setup();
    const { outputs } = await runner.run(action, input);
    runner.forgetCheckpoints();
    const second = await runner.run(action, input);
    expect(second.outputs.messageId).toBe(outputs.messageId);
    const other = await runner.run(action, input, { taskId: 'task-2' });
    expect(other.outputs.messageId).not.toBe(outputs.messageId);
  });

  it('escapes values in HTML of its own', async () => {
    const { runner, action } = setup();
    await runner.run(action, {
      to: 'nina.berg@elsewhere.example',
      subject: 'Welcome, {{ name }}',
      html: '<p>Welcome, {{ name }}</p>',
      text: 'Welcome, {{ name }}',
      values: { name: '<Nina>' },
    });
    const [mail] = await readInbox();
    expect(mail.subject).toBe('Welcome, <Nina>');
    expect(mail.html).toBe('<p>Welcome, &lt;Nina&gt;</p>');
  });

  it('goes on where the server was busy twice', async () => {
    const { runner, action } = setup();
    const busy = { service: 'smtp', kind: 'status', value: 450 } as const;
    await sandbox.addFault({ ...busy, times: 2 });
    expect((await runner.run(action, input)).error).toBeUndefined();
    expect(await readInbox()).toHaveLength(1);
  });

  it('sends nothing in a dry run, nor for whoever may not, nor half a mail', async () => {
    const { runner, action } = setup();
    await runner.run(action, input, { isDryRun: true });
    const half = { to: input.to, subject: 'x', html: '<p>x</p>' };
    expect((await runner.run(action, half)).error?.message).toContain(
      "both 'html' and 'text'",
    );
    runner.allow = false;
    const { error } = await runner.run(action, input);
    expect(error?.name).toBe('NotAllowedError');
    expect(await readInbox()).toEqual([]);
  });
});
