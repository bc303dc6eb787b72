import { mockServices } from '@backstage/backend-test-utils';
import type { EventsService } from '@backstage/plugin-events-node';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APPROVALS_TOPIC } from './ApprovalChanges';
import { HttpApprovalsClient } from './HttpApprovalsClient';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A backend that answers what the test says, and an events service that the test speaks through. */
async function start(
  answers: { status?: number; state?: string }[],
  pollMs: number,
) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { status = 200, state } =
      answers.length > 1 ? answers.shift()! : answers[0];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        status === 200
          ? { id: 'a1', state }
          : { error: { name: 'Error', message: 'busy' }, response: {} },
      ),
    );
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  let tell: ((approvalId: string) => Promise<void>) | undefined;
  const events: EventsService = {
    publish: async () => {},
    subscribe: async ({ onEvent }) => {
      tell = approvalId =>
        onEvent({ topic: APPROVALS_TOPIC, eventPayload: { approvalId } });
    },
  };
  const client = new HttpApprovalsClient({
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => `http://127.0.0.1:${port}/api/approvals`,
    }),
    events,
    logger: mockServices.logger.mock(),
    pollMs,
  });
  servers.push(server);
  return { client, asked, tell: (id: string) => tell?.(id) };
}

const A_MINUTE = 60_000;

describe('waiting for an approval', () => {
  it('ends as soon as an event tells, without asking in between', async () => {
    const { client, asked, tell } = await start(
      [{ state: 'waiting' }, { state: 'approved' }],
      A_MINUTE,
    );
    const states: string[] = [];
    const waiting = client.wait('a1', {
      onUpdate: ({ state }) => states.push(state),
    });
    while (!states.length) await new Promise(setImmediate);
    await tell('another');
    await tell('a1');
    await expect(waiting).resolves.toMatchObject({ state: 'approved' });
    expect(states).toEqual(['waiting', 'approved']);
    expect(asked).toHaveLength(2);
  });

  it('also ends where no event comes, and lives through a backend that is away', async () => {
    const { client } = await start(
      [
        { status: 503 },
        { state: 'waiting' },
        { status: 500 },
        { state: 'refused' },
      ],
      5,
    );
    await expect(client.wait('a1', {})).resolves.toMatchObject({
      state: 'refused',
    });
  });

  it('ends at once for what can never be read', async () => {
    const { client } = await start([{ status: 404 }], A_MINUTE);
    await expect(client.wait('a1', {})).rejects.toThrow('404');
  });

  it('ends when its task is cancelled', async () => {
    const { client, asked } = await start([{ state: 'waiting' }], A_MINUTE);
    const cancel = new AbortController();
    const waiting = client.wait('a1', { signal: cancel.signal });
    while (!asked.length) await new Promise(setImmediate);
    cancel.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
  });
});
