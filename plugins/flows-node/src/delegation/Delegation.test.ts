import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Delegation } from './Delegation';

jest.setTimeout(240_000);

const LENA = 'user:default/lena.fischer';
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const stored = (minutes: number) =>
  JSON.parse(
    JSON.stringify({
      ...mockCredentials.user(LENA),
      expiresAt: inMinutes(minutes),
    }),
  );

let server: Server;
let asked: unknown[];
let answer: { status: number; body: object };

beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: { token: mockCredentials.user.token(LENA) } };
  server = createServer(async (request, response) => {
    asked.push({ url: request.url, body: await json(request) });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
});

function createDelegation() {
  const { port } = server.address() as AddressInfo;
  return new Delegation({
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://127.0.0.1:${port}/api/${pluginId}`,
    }),
  });
}

describe('Delegation', () => {
  it('keeps credentials that last', async () => {
    const delegation = createDelegation();
    const credentials = stored(30);
    await expect(delegation.renew(credentials)).resolves.toBe(credentials);
    expect(asked).toEqual([]);
  });

  it('renews those of a session that ended', async () => {
    const delegation = createDelegation();
    await expect(delegation.renew(stored(-90))).resolves.toMatchObject({
      principal: { type: 'user', userEntityRef: LENA },
    });
    expect(asked).toEqual([
      { url: '/api/auth/flows/refresh', body: { userEntityRef: LENA } },
    ]);
  });

  it('gives none to a person who left', async () => {
    const delegation = createDelegation();
    answer = { status: 404, body: { error: { message: 'User not found' } } };
    await expect(delegation.renew(stored(-1))).rejects.toThrow('404');
  });

  it('leaves those of services alone', async () => {
    const delegation = createDelegation();
    const credentials = mockCredentials.service();
    await expect(delegation.renew(credentials)).resolves.toBe(credentials);
  });
});
