import type {
  HealthSignal,
  HealthVerdict,
} from '@portico/plugin-health-common';
import { ConfigReader } from '@backstage/config';
import { createSandbox } from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlertmanagerProvider } from './AlertmanagerProvider';
import { AlertmanagerClient } from './client/AlertmanagerClient';
import { readAlertmanagerSettings } from './config/readAlertmanagerSettings';
import { SilenceResponder } from './SilenceResponder';

jest.setTimeout(240_000);

type Sandbox = Awaited<ReturnType<typeof createSandbox>>;

const HOUR = 3_600_000;
const at = (offset: number) => new Date(Date.now() + offset).toISOString();
const { signal } = new AbortController();

const subject = (name: string, annotations: Record<string, string> = {}) => ({
  entityRef: `component:default/${name}`,
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
  },
});
const orders = subject('orders');

describe('alerts of an Alertmanager', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'health-alertmanager-'));
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      only: ['alertmanager', 'control'],
    });
  });
  beforeEach(() => sandbox.reset());
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const create = (rest: object = {}, urls = [sandbox.urls.alertmanager]) => {
    const settings = readAlertmanagerSettings(
      new ConfigReader({
        health: {
          alertmanager: {
            instances: urls.map((url, index) => ({ name: `am${index}`, url })),
            ...rest,
          },
        },
      }),
    );
    const clients = settings.instances.map(
      instance =>
        new AlertmanagerClient(instance, {
          retries: 1,
          retryDelayMs: 1,
          timeoutMs: 60_000,
        }),
    );
    return {
      provider: new AlertmanagerProvider(clients, settings),
      responder: new SilenceResponder(clients, settings),
    };
  };
  const collect = (subjects = [orders], rest: object = {}, urls?: string[]) =>
    create(rest, urls).provider.collect(subjects, { signal, now: new Date() });
  const signalsOf = async (one = orders, rest: object = {}) =>
    (await collect([one], rest)).signals.get(one.entityRef) ?? [];

  const send = async (
    service: 'alertmanager' | 'control',
    path: string,
    body: unknown,
  ) => {
    const response = await fetch(`${sandbox.urls[service]}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.ok).toBe(true);
  };
  const fire = (labels: object = {}, rest: object = {}) =>
    send('alertmanager', '/api/v2/alerts', [
      {
        labels: {
          alertname: 'Slow',
          service: 'orders',
          environment: 'production',
          severity: 'warning',
          ...labels,
        },
        annotations: { summary: 'p95 above 300 ms' },
        generatorURL: 'http://prometheus.example/graph?g0.expr=up',
        startsAt: at(-HOUR),
        ...rest,
      },
    ]);

  it('has nothing to say where nothing fires, after one request', async () => {
    const { signals, gaps, requests } = await collect();
    expect([...signals]).toEqual([]);
    expect({ gaps, requests }).toEqual({ gaps: [], requests: 1 });
  });

  it('says what fires, since when, how bad it is and where to look', async () => {
    const startsAt = at(-HOUR);
    await fire({}, { startsAt });
    await fire({ alertname: 'Down', severity: 'page' });
    await fire(
      { alertname: 'Note', severity: 'info', environment: 'staging' },
      { generatorURL: 'ftp://prometheus.example' },
    );
    await fire({ service: 'cart' });
    const found = await signalsOf();
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'alertmanager:Slow:production',
          provider: 'alertmanager',
          kind: 'alert',
          title: 'Alert Slow',
          state: 'degraded',
          text: 'firing',
          detail: 'p95 above 300 ms',
          environment: 'production',
          since: startsAt,
          evidence: {
            title: 'Prometheus',
            url: 'http://prometheus.example/graph?g0.expr=up',
          },
        }),
        expect.objectContaining({ title: 'Alert Down', state: 'failing' }),
        expect.objectContaining({
          title: 'Alert Note',
          informational: true,
          environment: 'staging',
          evidence: {
            title: 'Alertmanager',
            url: `${sandbox.urls.alertmanager}/#/alerts?filter=%7Balertname%3D%22Note%22%7D`,
          },
        }),
      ]),
    );
  });

  it('puts together what several pods raise, the worst first', async () => {
    await fire({ pod: 'a' });
    await fire({ pod: 'b', severity: 'page' });
    expect(await signalsOf()).toMatchObject([
      {
        id: 'alertmanager:Slow:production',
        text: 'firing 2 times',
        state: 'failing',
      },
    ]);
  });

  it('joins alerts as configured, by the metrics selector, or by matchers of its own', async () => {
    await fire({ service: 'orders-api', app: 'orders', team: 'commerce' });
    const titles = async (annotations: Record<string, string>, rest?: object) =>
      (await signalsOf(subject('orders', annotations), rest)).map(
        ({ title }) => title,
      );
    const found = ['Alert Slow'];
    expect(await titles({})).toEqual([]);
    expect(await titles({}, { matchLabels: ['service', 'app'] })).toEqual(
      found,
    );
    expect(
      await titles({
        'portico/metrics-selector': 'job="x", service="orders-api"',
      }),
    ).toEqual(found);
    expect(
      await titles({
        'portico/alert-selector': 'team="commerce",service=~"orders.*|cart"',
      }),
    ).toEqual(found);
    expect(
      await titles({
        'portico/alert-selector': 'team="commerce",service!="orders-api"',
      }),
    ).toEqual([]);
  });

  it('says what is wrong with a selector, and nothing else suffers', async () => {
    await fire();
    const odd = subject('odd', {
      'portico/alert-selector': 'service="a"} or {x="',
    });
    const { signals, gaps } = await collect([odd, orders]);
    expect([...signals.keys()]).toEqual([orders.entityRef]);
    expect(gaps).toEqual([
      {
        entityRefs: [odd.entityRef],
        message: expect.stringContaining(
          "portico/alert-selector can't be read from character 1 on; write e.g.",
        ),
      },
    ]);
  });

  it('takes severities as configured', async () => {
    await fire({ prio: 'P1' });
    const rest = { severityLabel: 'prio', severities: { P1: 'failing' } };
    expect(await signalsOf(orders, rest)).toMatchObject([{ state: 'failing' }]);
  });

  it('counts an alert once that two servers of a cluster tell, and says which does not answer', async () => {
    await fire();
    const { alertmanager } = sandbox.urls;
    const twice = await collect([orders], {}, [alertmanager, alertmanager]);
    expect(twice.signals.get(orders.entityRef)).toMatchObject([
      { text: 'firing', instance: 'am0' },
    ]);
    const half = await collect([orders], {}, [
      'http://127.0.0.1:1',
      alertmanager,
    ]);
    expect(half.signals.get(orders.entityRef)).toMatchObject([
      { instance: 'am1' },
    ]);
    expect(half.gaps).toEqual([
      {
        instance: 'am0',
        message: expect.stringContaining(
          "Alertmanager 'am0' could not be asked for GET /api/v2/alerts at http://127.0.0.1:1",
        ),
      },
    ]);
    await expect(collect([orders], {}, ['http://127.0.0.1:1'])).rejects.toThrow(
      'could not be asked',
    );
  });

  it('survives a hiccup, and gives up on what stays broken', async () => {
    await fire();
    const fault = { service: 'alertmanager', kind: 'status', value: 503 };
    await send('control', '/faults', { ...fault, times: 1 });
    expect((await collect()).requests).toBe(2);
    await send('control', '/faults', fault);
    await expect(collect()).rejects.toThrow("Alertmanager 'am0' answered 503");
  });

  it('never shows its token', async () => {
    const proxy: Server = createServer((request, response) => {
      response.writeHead(401).end(`bad ${request.headers.authorization}`);
    });
    await new Promise<void>(resolve =>
      proxy.listen(0, '127.0.0.1', () => resolve()),
    );
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const rest = {
      instances: [{ name: 'am', url, token: 'top-secret-token' }],
    };
    const { provider } = create(rest);
    const refused = await provider
      .collect([orders], { signal, now: new Date() })
      .catch((error: Error) => error.message);
    proxy.close();
    expect(refused).toBe(
      "Alertmanager 'am' answered 401 to GET /api/v2/alerts: bad Bearer ***. Check the credential under health.alertmanager.instances, and its rights.",
    );
  });

  describe('silences', () => {
    const actor = {
      userRef: 'user:default/lena.fischer',
      name: 'Lena Fischer',
    };
    const verdictOf = (signals: HealthSignal[]) =>
      ({ signals } as HealthVerdict);
    const silence = async (signals: HealthSignal[], request: object = {}) => {
      const { responder } = create();
      const verdict = verdictOf(signals);
      const offer = responder
        .offers(orders, verdict)
        .find(({ kind }) => kind === 'silence') ?? {
        id: 'alertmanager:silence:gone',
        kind: 'silence' as const,
        title: 'Silence Gone',
      };
      return responder.respond(
        orders,
        offer,
        { id: offer.id, ...request },
        { actor, verdict, signal },
      );
    };

    it('are offered for what fires, beside its runbook', async () => {
      await fire(
        {},
        { annotations: { runbook_url: 'https://docs.example/slow' } },
      );
      const { responder } = create();
      const signals = await signalsOf();
      expect(responder.offers(orders, verdictOf(signals))).toEqual([
        expect.objectContaining({
          id: 'alertmanager:silence:alertmanager:Slow:production',
          title: 'Silence Slow',
          input: ['comment', 'duration'],
        }),
        expect.objectContaining({
          kind: 'runbook',
          link: 'https://docs.example/slow',
        }),
      ]);
      const linked = {
        ...orders,
        entity: {
          ...orders.entity,
          metadata: {
            ...orders.entity.metadata,
            links: [{ url: 'https://docs.example/slow' }],
          },
        },
      };
      expect(responder.offers(linked, verdictOf(signals))).toHaveLength(1);
      const stale = signals.map(one => ({
        ...one,
        stale: { state: 'failing' as const, lastSeenAt: at(0) },
      }));
      expect(responder.offers(orders, verdictOf(stale))).toEqual([]);
    });

    it('mute that alert and no other, in the name of whoever asked', async () => {
      await fire({ odd: 'a "b" \\ c\nd' });
      await fire({ alertname: 'Down' });
      const before = await signalsOf();
      const slow = before.filter(({ title }) => title === 'Alert Slow');
      const done = await silence(slow, {
        comment: 'known',
        durationMinutes: 30,
      });
      expect(done.message).toMatch(/^Silenced until .*\d\d:\d\d UTC$/);
      const after = await signalsOf();
      expect(after.find(({ title }) => title === 'Alert Slow')).toMatchObject({
        silence: { by: 'Lena Fischer', comment: 'known', url: done.url },
      });
      const { silence: none } = after.find(
        ({ title }) => title === 'Alert Down',
      ) as HealthSignal;
      expect(none).toBeUndefined();
      expect(create().responder.offers(orders, verdictOf(after))).toHaveLength(
        1,
      );

      const again = await silence(slow);
      expect(again.message).toMatch(
        /^Slow is silenced already, by Lena Fischer/,
      );
      const response = await fetch(
        `${sandbox.urls.alertmanager}/api/v2/silences`,
      );
      expect(await response.json()).toMatchObject([
        { createdBy: 'Lena Fischer (user:default/lena.fischer)' },
      ]);
    });

    it('are refused where they last too long, or nothing fires any more', async () => {
      await fire();
      const signals = await signalsOf();
      await expect(silence(signals, { durationMinutes: 1441 })).rejects.toThrow(
        'from 1 minute to 24 hours',
      );
      await fire({}, { endsAt: at(-1) });
      await expect(silence(signals)).rejects.toThrow(
        'Slow does not fire any more',
      );
      await expect(silence([])).rejects.toThrow('Gone does not fire any more');
    });
  });
});
