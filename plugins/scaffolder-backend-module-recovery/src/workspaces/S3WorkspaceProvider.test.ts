import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import { S3WorkspaceProvider } from './S3WorkspaceProvider';

jest.setTimeout(240_000);

const NO_SUCH_KEY =
  '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>';

let server: Server;
let objects: Map<string, Buffer>;
let provider: S3WorkspaceProvider;

/** As much of S3 as a client with path-style addresses needs for single objects. */
beforeEach(async () => {
  objects = new Map();
  server = createServer(async (request, response) => {
    const key = new URL(request.url ?? '', 'http://s3').pathname;
    const body = await buffer(request);
    if (request.method === 'PUT') objects.set(key, body);
    if (request.method === 'DELETE') objects.delete(key);
    const found = objects.get(key);
    if (request.method !== 'GET') response.writeHead(200).end();
    else if (found) response.writeHead(200).end(found);
    else response.writeHead(404).end(NO_SUCH_KEY);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  provider = new S3WorkspaceProvider({
    bucket: 'acme-portico',
    prefix: 'workspaces',
    client: new S3Client({
      endpoint: `http://127.0.0.1:${port}`,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
      requestChecksumCalculation: 'WHEN_REQUIRED',
    }),
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
});

const newFolder = () => mkdtemp(path.join(tmpdir(), 'portico-s3-'));

describe('S3WorkspaceProvider', () => {
  it('carries the files of a task from one replica to another', async () => {
    const [from, to] = [await newFolder(), await newFolder()];
    await writeFile(path.join(from, 'main.tf'), 'resource');
    await provider.serializeWorkspace({ path: from, taskId: 'task-1' });
    expect([...objects.keys()]).toEqual([
      '/acme-portico/workspaces/task-1.tar',
    ]);

    await provider.rehydrateWorkspace({ taskId: 'task-1', targetPath: to });
    await expect(readFile(path.join(to, 'main.tf'), 'utf8')).resolves.toBe(
      'resource',
    );
  });

  it('begins empty where the task has no files yet', async () => {
    const to = await newFolder();
    await expect(
      provider.rehydrateWorkspace({ taskId: 'task-2', targetPath: to }),
    ).resolves.toBeUndefined();
  });

  it('deletes the files of a task that has ended', async () => {
    const from = await newFolder();
    await writeFile(path.join(from, 'main.tf'), 'resource');
    await provider.serializeWorkspace({ path: from, taskId: 'task-1' });
    await provider.cleanWorkspace({ taskId: 'task-1' });
    expect(objects.size).toBe(0);
  });
});
