import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, Router } from 'express';
import { startServices, type Sandbox } from '../startServices';
import type { Faults } from './Faults';
import type { Kit, SandboxService } from './SandboxService';

/** A service that keeps notes: what it did can be told from what it answered. */
function notebook(kit: Kit, onSlow: () => void): SandboxService {
  const notes = kit.store.collection<string>('azure', 'notes');
  const router = Router();
  router.use(json());
  router.get('/notes', (_request, response) => {
    response.json(notes.list());
  });
  router.post('/notes', (request, response) => {
    notes.put(request.body.text, request.body.text);
    response.status(201).set('x-note', 'kept').json({ kept: true });
  });
  router.post('/slow', (request, response) => {
    onSlow();
    setTimeout(() => {
      notes.put(request.body.text, request.body.text);
      response.json({ kept: true });
    }, 100);
  });
  router.post('/later', (request, response) => {
    kit.background('note', async () => {
      for (;;) {
        await kit.clock.sleep(5);
        notes.put(request.body.text, new Date().toISOString());
      }
    });
    response.status(202).json({});
  });
  return {
    name: 'azure',
    title: 'Notes',
    description: 'Keeps notes',
    router,
    notFound: (_request, response) => response.status(404).json({}),
    onError: (_error, _request, response) => response.status(500).json({}),
    fail: (status, _request, response) =>
      response.status(status).json({ vendor: 'notes', status }),
  };
}

describe('faults', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  let faults: Faults;
  let onSlow = () => {};

  const start = async () => {
    sandbox = await startServices({
      dataDir,
      ports: 'free',
      createServices: context => {
        faults = context.faults;
        return [notebook(context.kit, () => onSlow())];
      },
    });
  };
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-faults-'));
    await start();
  });
  beforeEach(() => sandbox.reset());
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true });
  });

  const post = (path: string, text: string, init: RequestInit = {}) =>
    fetch(`${sandbox.urls.azure}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
      ...init,
    });
  const notes = async () =>
    (await fetch(`${sandbox.urls.azure}/notes`)).json() as Promise<string[]>;
  /** How a write ends for its caller: a status, `cut`, or `no answer` within that time. */
  const outcome = async (text: string, patienceMs = 60_000) => {
    const signal = AbortSignal.timeout(patienceMs);
    try {
      return (await post('/notes', text, { signal })).status;
    } catch (error) {
      return (error as Error).name === 'TimeoutError' ? 'no answer' : 'cut';
    }
  };
  const fault = (input: object) =>
    faults.add({ service: 'azure', method: 'POST', ...input });

  it.each([
    ['status', { value: 502 }, 502],
    ['reset', {}, 'cut'],
    ['hang', {}, 'no answer'],
  ])(
    '%s before the write: nothing is kept, as often as it says',
    async (kind, more, expected) => {
      fault({ kind, ...more, times: 2 });
      const patience = kind === 'hang' ? 1_000 : undefined;
      expect(await outcome('a', patience)).toBe(expected);
      expect(await outcome('b', patience)).toBe(expected);
      expect(await outcome('c')).toBe(201);
      expect(await notes()).toEqual(['c']);
    },
  );

  it.each([
    ['status', { value: 502 }, 502],
    ['reset', {}, 'cut'],
    ['hang', {}, 'no answer'],
  ])(
    '%s after the write: it is kept, and the caller can not know',
    async (kind, more, expected) => {
      fault({ kind, ...more, after: true, times: 2 });
      const patience = kind === 'hang' ? 1_000 : undefined;
      expect(await outcome('a', patience)).toBe(expected);
      expect(await outcome('b', patience)).toBe(expected);
      expect(await outcome('c')).toBe(201);
      expect(await notes()).toEqual(['a', 'b', 'c']);
    },
  );

  it('hits by what stands in the body, which its handler still gets', async () => {
    fault({ kind: 'status', value: 500, body: '"b' });
    expect(await outcome('a')).toBe(201);
    expect(await outcome('b')).toBe(500);
    expect(await outcome('bb')).toBe(500);
    const long = 'c'.repeat(90_000);
    expect(await outcome(long)).toBe(201);
    expect((await notes()).sort()).toEqual(['a', long]);
  });

  it('tells the operations of AWS apart, which share a path', async () => {
    fault({ kind: 'status', value: 500, path: '^/notes Notes\\.Add$' });
    const call = async (target: string) => {
      const headers = {
        'content-type': 'application/json',
        'x-amz-target': target,
      };
      return (await post('/notes', target, { headers })).status;
    };
    expect(await call('Notes.Remove')).toBe(201);
    expect(await call('Notes.Add')).toBe(500);
  });

  it('gives nothing of the lost answer away', async () => {
    fault({ kind: 'status', value: 503, after: true });
    const response = await post('/notes', 'a');
    expect(response.headers.get('x-note')).toBeNull();
    expect(await response.json()).toEqual({ vendor: 'notes', status: 503 });
  });

  it('waits as long as it says, and then answers', async () => {
    fault({ kind: 'latency', value: 120, times: 1 });
    const startedAt = Date.now();
    expect(await outcome('a')).toBe(201);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(119);
    expect(await notes()).toEqual(['a']);
  });

  it('does not carry out what its caller gave up on', async () => {
    fault({ kind: 'latency', value: 1_500, times: 1 });
    expect(await outcome('a', 300)).toBe('no answer');
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(await notes()).toEqual([]);
  });

  it('goes on for ever without a number of times', async () => {
    fault({ kind: 'status', value: 401 });
    for (let round = 0; round < 20; round += 1) {
      expect(await outcome('a')).toBe(401);
    }
  });

  it('lets a request and its work end before the store closes', async () => {
    await post('/later', 'background');
    const arrived = new Promise<void>(resolve => {
      onSlow = resolve;
    });
    const slow = post('/slow', 'in time');
    await arrived;
    await sandbox.stop();
    expect((await slow).status).toBe(200);
    await start();
    expect(await notes()).toContain('in time');
  });
});
