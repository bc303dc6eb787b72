import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UpstreamHttp } from './UpstreamHttp';

describe('UpstreamHttp', () => {
  let server: Server;
  let answer: RequestListener;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const http = (timeoutMs = 10_000) =>
    new UpstreamHttp(
      {
        title: "Vendor 'x'",
        url,
        headers: { authorization: 'Token token=s3cr3t-s3cr3t' },
        configuredAt: 'health.vendor',
        reasonIn: body => (body as { error?: string }).error,
      },
      { timeoutMs, retryDelayMs: 1 },
    );
  const get = (repeatable = true, signal?: AbortSignal) =>
    http().request({ method: 'GET', path: '/a', repeatable, signal });
  const reply = (...answers: [status: number, body: string][]) => {
    const seen: (string | undefined)[] = [];
    answer = (request, response) => {
      const [status, body] = answers[Math.min(seen.length, answers.length - 1)];
      seen.push(request.headers.authorization);
      response.writeHead(status, { 'retry-after': '0' }).end(body);
    };
    return seen;
  };

  it('asks again while it is busy or away, and only where that does no harm', async () => {
    const seen = reply([429, ''], [503, ''], [200, '{"ok":true}']);
    await expect(get()).resolves.toEqual({ ok: true });
    expect(seen).toHaveLength(3);
    expect(seen[0]).toBe('Token token=s3cr3t-s3cr3t');
    const once = reply([503, ''], [200, '{}']);
    await expect(get(false)).rejects.toThrow('answered 503');
    expect(once).toHaveLength(1);
  });

  it('waits as long as a server asks in headers of its own', async () => {
    let asked = 0;
    answer = (_request, response) => {
      asked += 1;
      response
        .writeHead(asked === 1 ? 429 : 200, {
          'retry-after': '3600',
          'x-pause': '0',
        })
        .end('{}');
    };
    const patient = new UpstreamHttp({
      title: "Vendor 'x'",
      url,
      headers: {},
      configuredAt: 'health.vendor',
      retryAfterIn: headers => Number(headers.get('x-pause')),
    });
    await patient.request({ method: 'GET', path: '/a', repeatable: true });
    expect(asked).toBe(2);
  });

  it.each([
    [400, 'InputError'],
    [401, 'ServiceUnavailableError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [500, 'ServiceUnavailableError'],
  ])('tells what %i was about, without the token', async (status, name) => {
    reply([status, '{"error":"no s3cr3t-s3cr3t here."}']);
    await expect(get()).rejects.toMatchObject({
      name,
      message: expect.stringContaining(
        `Vendor 'x' answered ${status} to GET /a: no *** here.`,
      ),
    });
  });

  it('does not wait for ever, and stops when it is told to', async () => {
    answer = () => undefined;
    const slow = http(20).request({
      method: 'GET',
      path: '/a',
      repeatable: false,
    });
    await expect(slow).rejects.toThrow('no answer within 0.02 s');
    const controller = new AbortController();
    const stopped = get(true, controller.signal);
    controller.abort(new Error('enough'));
    await expect(stopped).rejects.toThrow('enough');
  });

  it('sends a form, and gives a refusal the meaning that it has to who asks', async () => {
    let sent = '';
    answer = async (request, response) => {
      for await (const chunk of request) sent += chunk;
      sent += request.headers['content-type'];
      response.writeHead(503).end('too large');
    };
    const own = new UpstreamHttp({
      title: "Vendor 'x'",
      url,
      headers: {},
      configuredAt: 'health.vendor',
      refusalOf: ({ text, message }) =>
        text === 'too large' ? new Error(`Split: ${message}`) : undefined,
    });
    const form = new URLSearchParams({ query: 'a & b' });
    await expect(
      own.request({ method: 'POST', path: '/a', form, repeatable: true }),
    ).rejects.toThrow(/^Split: Vendor 'x' answered 503 to POST \/a: too large/);
    expect(sent).toBe(
      'query=a+%26+bapplication/x-www-form-urlencoded;charset=UTF-8',
    );
  });

  it('hands over what is no JSON, and reads no more than it may', async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]);
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    };
    const ask = (mostBytes: number) =>
      http().download({
        method: 'GET',
        path: '/a',
        repeatable: true,
        mostBytes,
      });
    expect(await ask(5)).toEqual({ contentType: 'image/png', data: picture });
    await expect(ask(4)).rejects.toMatchObject({
      name: 'AnswerTooLargeError',
      message: expect.stringContaining('more than 4 bytes'),
    });
  });

  it('does not take the page of a proxy for an answer', async () => {
    reply([200, '<html>']);
    await expect(get()).rejects.toThrow('no JSON to GET /a');
  });
});
