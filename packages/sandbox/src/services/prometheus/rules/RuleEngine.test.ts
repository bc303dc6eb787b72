import express from 'express';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Kit, SandboxService } from '../../../kit';
import { startServices, type Sandbox } from '../../../startServices';
import type { Sample, SeriesSource } from '../series/SeriesSource';
import type { RuleGroup } from './Rule';
import { RuleEngine } from './RuleEngine';

const MINUTE = 60_000;

const GROUPS: RuleGroup[] = [
  {
    name: 'services',
    rules: [
      {
        alert: 'QueueLong',
        expr: 'queue_length > 10',
        for: '1m',
        labels: { severity: 'page', team: 'of-{{ $labels.service }}' },
        annotations: { summary: '{{ $value }} wait in {{ $labels.service }}' },
      },
      {
        alert: 'Broken',
        expr: 'queue_length / on() queue_length',
        for: '0',
        labels: {},
        annotations: {},
      },
    ],
  },
];

interface Received {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: string;
  endsAt: string;
  generatorURL: string;
}

/** Queues whose length is what was set last, or what `history` says. */
class Queues implements SeriesSource {
  lengths: Record<string, number> = { orders: 3, search: 4 };
  /** Since when the length has been what it is; milliseconds since 1970. */
  since = 0;

  select() {
    return Object.entries(this.lengths).map(([service, value]) => ({
      labels: { __name__: 'queue_length', service },
      samples: (after: number, until: number): Sample[] => {
        const samples: Sample[] = [];
        for (
          let at = Math.ceil((after + 1) / MINUTE) * MINUTE;
          at <= until;
          at += MINUTE
        ) {
          samples.push({ at, value: at < this.since ? 0 : value });
        }
        return samples;
      },
    }));
  }
}

describe('RuleEngine', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  let engine: RuleEngine;
  let alertmanager: Server;
  let received: Received[];
  let refuses: boolean;
  let queues: Queues;

  /** A service that runs the rules and nothing else. */
  const serviceOf = (kit: Kit): SandboxService => {
    const { port } = alertmanager.address() as AddressInfo;
    kit.urls.alertmanager = `http://127.0.0.1:${port}`;
    engine = new RuleEngine({ kit, source: queues, groups: GROUPS });
    return {
      name: 'prometheus',
      title: 'Rules',
      description: '',
      router: express.Router(),
      notFound: (_request, response) => response.sendStatus(404),
      onError: (_error, _request, response) => response.sendStatus(500),
      start: async () => engine.start(),
      stop: async () => engine.stop(),
    };
  };
  const start = async () => {
    sandbox = await startServices({
      dataDir,
      ports: 'free',
      pace: 0.001,
      createServices: ({ kit }) => [serviceOf(kit)],
    });
  };
  const ruleState = (index = 0) => engine.groups()[0].rules[index];
  const until = async (what: () => boolean) => {
    while (!what()) await setTimeout(5);
  };

  beforeEach(async () => {
    received = [];
    refuses = false;
    queues = new Queues();
    const app = express();
    app.use(express.json());
    app.post('/api/v2/alerts', (request, response) => {
      if (refuses) {
        response.sendStatus(503);
        return;
      }
      received.push(...request.body);
      response.sendStatus(200);
    });
    alertmanager = app.listen(0, '127.0.0.1');
    await once(alertmanager, 'listening');
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-rules-'));
  });

  afterEach(async () => {
    await sandbox.stop();
    alertmanager.close();
    await rm(dataDir, { recursive: true });
  });

  it('is pending, fires after its time, and resolves, as Alertmanager hears', async () => {
    await start();
    await until(() => ruleState().health === 'ok');
    expect(ruleState()).toMatchObject({ state: 'inactive', alerts: [] });

    queues.lengths.orders = 12;
    await until(() => ruleState().state === 'firing');
    const [alert] = ruleState().alerts;
    expect(alert).toEqual({
      labels: {
        alertname: 'QueueLong',
        service: 'orders',
        severity: 'page',
        team: 'of-orders',
      },
      annotations: { summary: '12 wait in orders' },
      state: 'firing',
      activeAt: expect.stringMatching(/^20.*Z$/),
      value: '1.2e+01',
    });
    await until(() => received.length > 0);
    const [sent] = received;
    expect(sent).toMatchObject({
      labels: alert.labels,
      annotations: alert.annotations,
      generatorURL: `${sandbox.urls.prometheus}/graph?g0.expr=queue_length+%3E+10&g0.tab=1`,
    });
    expect(Date.parse(sent.endsAt)).toBeGreaterThan(Date.now() + 3 * MINUTE);

    queues.lengths.orders = 2;
    await until(() => received.length > 1);
    expect(received[1].startsAt).toBe(sent.startsAt);
    expect(Date.parse(received[1].endsAt)).toBeLessThanOrEqual(Date.now());
    expect(ruleState()).toMatchObject({ state: 'inactive', alerts: [] });
  });

  it('knows since when something has gone on that began before it did', async () => {
    queues.lengths.search = 99;
    queues.since = Math.floor(Date.now() / MINUTE) * MINUTE - 30 * MINUTE;
    await start();
    await until(() => received.length > 0);
    const [{ activeAt }] = ruleState().alerts;
    const ago = (time: string) => Date.parse(time) - queues.since;
    expect(ago(activeAt)).toBeGreaterThanOrEqual(0);
    expect(ago(activeAt)).toBeLessThanOrEqual(MINUTE);
    expect(ago(received[0].startsAt)).toBe(ago(activeAt) + MINUTE);
  });

  it('goes on after a restart with the alerts that it had', async () => {
    queues.lengths.orders = 12;
    await start();
    await until(() => received.length > 0);
    const before = ruleState().alerts[0];
    await sandbox.stop();
    await start();
    await until(() => ruleState().health === 'ok');
    expect(ruleState().alerts[0]).toEqual(before);
    queues.lengths.orders = 2;
    await until(() => received.length > 1);
    expect(received[1].startsAt).toBe(received[0].startsAt);
  });

  it('says which rule fails, and complains once of an Alertmanager that refuses', async () => {
    const written = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation(() => true);
    refuses = true;
    queues.lengths.orders = 12;
    await start();
    await until(() => written.mock.calls.length > 0);
    expect(String(written.mock.calls[0][0])).toContain(
      `${sandbox.urls.alertmanager}/api/v2/alerts answered 503 to 1 alerts`,
    );
    expect(ruleState(1)).toMatchObject({
      health: 'err',
      lastError: expect.stringContaining('many-to-many matching not allowed'),
    });
    written.mockRestore();
  });
});
