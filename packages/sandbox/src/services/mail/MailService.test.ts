import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import request from 'supertest';
import { StoredIncidents } from '../../incidents';
import { startServices, type Sandbox } from '../../startServices';
import { createWorld } from '../../world';
import { ControlService } from '../control';
import { MailService } from './MailService';

describe('MailService', () => {
  let dataDir: string;
  let sandbox: Sandbox;

  const start = async () => {
    sandbox = await startServices({
      dataDir,
      ports: 'free',
      createServices: context => [
        new ControlService({
          ...context,
          world: createWorld(),
          incidents: new StoredIncidents({ ...context, components: () => [] }),
        }),
        new MailService(context),
      ],
    });
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-mail-'));
    await start();
  });

  afterEach(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true });
  });

  const send = (mail = {}) =>
    createTransport(sandbox.urls.smtp).sendMail({
      from: 'Portico <portico@mini-org.example>',
      to: 'engineer@mini-org.example',
      subject: 'Approval wanted: Zürich',
      text: 'Please look at it.',
      ...mail,
    });
  const inbox = () => request(sandbox.urls.inbox);
  const control = () => request(sandbox.urls.control);

  it('keeps what was sent, newest first, over a restart', async () => {
    await send({
      html: '<p>Please <b>look</b> at it.</p>',
      bcc: 'security@mini-org.example',
      headers: { 'X-Task': '42' },
      attachments: [{ filename: 'plan.txt', content: '+2 ~1 -0' }],
    });
    await send({ to: 'finance@mini-org.example', subject: 'Budget' });
    await sandbox.stop();
    await start();

    const { body } = await inbox().get('/messages').expect(200);
    expect(body.map((one: { subject: string }) => one.subject)).toEqual([
      'Budget',
      'Approval wanted: Zürich',
    ]);
    const found = await inbox().get('/messages?to=SECURITY@&subject=zürich');
    expect(found.body).toHaveLength(1);
    const { id } = found.body[0];
    await inbox()
      .get(`/messages/${id}`)
      .expect(200)
      .expect(({ body: message }) => {
        expect(message).toMatchObject({
          from: '"Portico" <portico@mini-org.example>',
          to: ['engineer@mini-org.example'],
          envelope: {
            from: 'portico@mini-org.example',
            to: ['engineer@mini-org.example', 'security@mini-org.example'],
          },
          headers: { 'x-task': '42' },
          text: expect.stringContaining('Please look at it.'),
          html: '<p>Please <b>look</b> at it.</p>',
          attachments: [
            { filename: 'plan.txt', contentType: 'text/plain', size: 8 },
          ],
        });
      });
    await inbox().delete('/messages').expect(200, { deleted: 2 });
    await inbox().get(`/messages/${id}`).expect(404);
  });

  it('keeps a mail once that is sent again, for each who is to get it', async () => {
    const messageId = '<task-7.send-welcome@portico.example>';
    await send({ messageId });
    await send({ messageId });
    await send({ messageId, to: 'finance@mini-org.example' });
    const { body } = await inbox().get('/messages').expect(200);
    expect(body).toHaveLength(2);
  });

  it('shows a mail to a person, its markup shut in a frame', async () => {
    await send({ html: '<script>alert("x")</script><p>Hello</p>' });
    const { text, headers } = await inbox().get('/').expect(200);
    expect(text).toContain('Approval wanted: Zürich');
    expect(text).toContain('everything here is simulated');
    expect(text).toMatch(/<iframe[^>]*sandbox="allow-popups/);
    expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)');
    expect(text).not.toContain('<script>alert');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    await send({ subject: 'Plain', html: undefined, text: 'a\n  <b>' });
    expect((await inbox().get('/')).text).toContain(
      '<pre>a\n  &lt;b&gt;\n</pre>',
    );
  });

  it('is disturbed by faults and shows mails among the requests', async () => {
    const fault = { service: 'smtp', times: 1 };
    await control()
      .post('/faults')
      .send({ ...fault, kind: 'status', value: 450, path: 'engineer@' });
    await send({ to: 'finance@mini-org.example' });
    await expect(send()).rejects.toMatchObject({ responseCode: 450 });
    await control()
      .post('/faults')
      .send({ ...fault, kind: 'reset' });
    await expect(send()).rejects.toThrow('closed');
    await send();
    await control()
      .post('/faults')
      .send({ ...fault, kind: 'reset', after: true });
    await expect(send({ subject: 'Sent all the same' })).rejects.toThrow(
      'closed',
    );
    const kept = await inbox().get('/messages');
    expect(kept.body[0].subject).toBe('Sent all the same');
    const { body } = await control().get('/requests?service=smtp');
    expect(
      body.map((one: { status: number; fault?: string }) => [
        one.status,
        one.fault,
      ]),
    ).toEqual([
      [250, undefined],
      [450, 'status'],
      [0, 'reset'],
      [250, undefined],
      [0, 'reset after'],
    ]);
  });

  it('is empty and listens on the same port after a reset', async () => {
    await send();
    const { smtp } = sandbox.urls;
    await control().post('/reset').expect(200);
    expect(sandbox.urls.smtp).toBe(smtp);
    expect((await inbox().get('/messages')).body).toEqual([]);
    await send();
    expect((await inbox().get('/messages')).body).toHaveLength(1);
  });

  it('is off limits for pages of other sites', async () => {
    await send();
    await inbox()
      .delete('/messages')
      .set('origin', 'https://evil.example')
      .expect(403);
    expect((await inbox().get('/messages')).body).toHaveLength(1);
  });
});

it('says which port is taken', async () => {
  const squatter = createServer();
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-mail-'));
  await new Promise<void>(resolve => {
    squatter.listen(7110, '127.0.0.1', resolve);
    squatter.once('error', () => resolve()); // somebody else has it: as good
  });
  await expect(
    startServices({
      dataDir,
      ports: 'fixed',
      createServices: context => [new MailService(context)],
    }),
  ).rejects.toThrow('needs, is taken. Stop what listens there');
  squatter.close();
  await rm(dataDir, { recursive: true });
});
