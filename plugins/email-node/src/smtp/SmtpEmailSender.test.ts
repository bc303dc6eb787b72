import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { readEmailConfig } from '../readEmailConfig';
import { UnconfiguredEmailSender } from '../UnconfiguredEmailSender';
import { SmtpEmailSender } from './SmtpEmailSender';

jest.setTimeout(240_000);

describe('SmtpEmailSender', () => {
  const folder = createMockDirectory();
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      only: ['control', 'inbox'],
    });
  }, 240_000);
  afterAll(() => sandbox?.stop());
  afterEach(async () => {
    await fetch(`${sandbox.urls.control}/faults`, { method: 'DELETE' });
    await fetch(`${sandbox.urls.inbox}/messages`, { method: 'DELETE' });
  });

  function sender(smtp: object = {}) {
    const { hostname, port } = new URL(sandbox.urls.smtp);
    const config = readEmailConfig(
      new ConfigReader({
        email: {
          from: 'Portico <portico@mini-org.example>',
          smtp: { host: hostname, port: Number(port), ...smtp },
        },
      }),
    );
    return new SmtpEmailSender(config!, { retryDelayMs: 5, silenceMs: 2_000 });
  }
  const message = {
    to: 'nina.berg@mini-org.example',
    subject: 'Welcome\nBcc: all@mini-org.example',
    html: '<p>Hello</p>',
    text: 'Hello',
    messageId: 'task-1.welcome',
  };
  const addFault = (fault: object) =>
    fetch(`${sandbox.urls.control}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service: 'smtp', ...fault }),
    });
  const readInbox = async () => {
    const read = async (path: string) =>
      (await fetch(`${sandbox.urls.inbox}/messages${path}`)).json();
    const list = (await read('')) as { id: string }[];
    return Promise.all(
      list.map(
        ({ id }) =>
          read(`/${id}`) as Promise<{ headers: Record<string, string> }>,
      ),
    );
  };

  it('hands over HTML and text, and lets nobody smuggle in headers', async () => {
    const sent = await sender().send(message);
    expect(sent.messageId).toMatch(
      /^<task-1\.welcome\.[0-9a-f]{16}@mini-org\.example>$/,
    );
    expect(sent.accepted).toEqual(['nina.berg@mini-org.example']);
    expect(await readInbox()).toEqual([
      expect.objectContaining({
        subject: 'Welcome Bcc: all@mini-org.example',
        to: ['nina.berg@mini-org.example'],
        from: '"Portico" <portico@mini-org.example>',
        html: '<p>Hello</p>',
        text: expect.stringContaining('Hello'),
        envelope: {
          from: 'portico@mini-org.example',
          to: ['nina.berg@mini-org.example'],
        },
        headers: expect.objectContaining({ 'message-id': sent.messageId }),
      }),
    ]);
  });

  it('tries again where the server is busy', async () => {
    await addFault({ kind: 'status', value: 450, times: 2 });
    await sender().send(message);
    expect(await readInbox()).toHaveLength(1);
  });

  it('sends under the same Message-ID where the answer was lost', async () => {
    await addFault({ kind: 'reset', after: true, times: 1 });
    await sender().send(message);
    const ids = (await readInbox()).map(({ headers }) => headers['message-id']);
    expect(new Set(ids).size).toBe(1);
  });

  it('says at once that an address is refused for good', async () => {
    await addFault({ kind: 'status', value: 550, times: 1 });
    await expect(sender().send(message)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(
        'answered 550 to the mail to nina.berg@mini-org.example',
      ),
    });
  });

  it('says where the server is not reached, and what to check', async () => {
    await expect(sender({ port: 1 }).send(message)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(
        '127.0.0.1:1 did not take the mail to nina.berg@mini-org.example: connect ECONNREFUSED',
      ),
    });
  });

  it('sends no password in clear', async () => {
    const error = await sender({ user: 'portico', password: 'hunter2' })
      .send(message)
      .catch(e => e);
    expect(error.message).toMatch(/STARTTLS/i);
    expect(error.message).not.toContain('hunter2');
    expect(await readInbox()).toEqual([]);
  });

  it('stops when it is cancelled', async () => {
    await addFault({ kind: 'hang', times: 1 });
    const controller = new AbortController();
    const sending = sender().send({ ...message, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('cancelled')), 50);
    await expect(sending).rejects.toThrow('cancelled');
  });

  it.each(['nobody', 'a@b.example, c@d.example', ''])(
    "refuses '%s' as an address",
    async to => {
      await expect(sender().send({ ...message, to })).rejects.toThrow(
        'is not an e-mail address',
      );
    },
  );
});

it('says what to configure where there is no mail server', async () => {
  expect(readEmailConfig(new ConfigReader({}))).toBeUndefined();
  await expect(new UnconfiguredEmailSender().send()).rejects.toThrow(
    'Add email.from and email.smtp.host',
  );
});
