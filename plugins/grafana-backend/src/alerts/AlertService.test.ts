import type { Silence } from '@portico/plugin-grafana-node';
import { FakeGrafana } from './__testUtils__/FakeGrafana';
import { AlertService } from './AlertService';

const entity = (name: string, annotations = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
});
const orders = entity('orders');

describe('alerts of an entity', () => {
  let grafana: FakeGrafana;
  let alerts: AlertService;
  let time: number;
  const { signal } = new AbortController();
  beforeEach(async () => {
    grafana = new FakeGrafana();
    time = Date.parse('2026-11-21T12:00:00Z');
    alerts = new AlertService({
      instances: await grafana.start(),
      now: () => new Date(time),
    });
  });
  afterEach(() => grafana.stop());

  const silence = (id: string, matchers: Silence['matchers']): Silence => ({
    id,
    matchers,
    startsAt: '2026-11-21T11:00:00Z',
    endsAt: '2026-11-21T13:00:00Z',
    createdBy: 'Sam',
    comment: 'maintenance',
    status: { state: 'active' },
  });
  const matcher = (name: string, value: string, isRegex = false) => ({
    name,
    value,
    isRegex,
    isEqual: true,
  });

  it('lists rules of Grafana and of its data sources, worst first', async () => {
    const { items, selector, failures } = await alerts.list(orders, signal);
    expect(selector).toBe('service=orders');
    expect(failures).toEqual([]);
    expect(items.map(({ name, state }) => [name, state])).toEqual([
      ['Errors', 'firing'],
      ['Asks nonsense', 'error'],
      ['Pool is full', 'pending'],
      ['Budget burns', 'normal'],
      ['Old one', 'paused'],
    ]);
    const [errors, broken, pool, budget] = items;
    expect(broken.lastError).toBe('parse error');
    expect(errors.instances.map(it => it.labels.service)).toEqual(['orders']);
    expect(budget).toMatchObject({
      managedBy: { kind: 'datasource', name: 'Prometheus' },
      runbookUrl: 'https://runbooks.example/budget',
      url: 'https://grafana.example/alerting/Prometheus/Budget%20burns/find',
    });
    expect(pool).toEqual({
      instance: 'mini-org',
      uid: 'orders-pool',
      name: 'Pool is full',
      group: 'orders',
      folder: 'Commerce',
      managedBy: { kind: 'grafana' },
      state: 'pending',
      labels: { service: 'orders' },
      summary: 'Pool of b is full',
      since: '2026-11-21T11:58:00Z',
      lastEvaluation: '2026-11-21T12:00:00Z',
      panel: { uid: 'orders-red', id: 4 },
      instances: [
        {
          labels: { service: 'orders', pod: 'b' },
          state: 'pending',
          value: '0.97',
          activeAt: '2026-11-21T11:58:00Z',
          silenced: false,
        },
        {
          labels: { service: 'orders', pod: 'a' },
          state: 'normal',
          silenced: false,
        },
      ],
      silences: [],
      url: 'https://grafana.example/alerting/grafana/orders-pool/view',
    });
  });

  it('goes by the annotation, any of whose pairs is enough', async () => {
    const names = async (text: string) => {
      const one = entity('x', { 'grafana/alert-label-selector': text });
      const { items } = await alerts.list(one, signal);
      return items.map(({ name }) => name);
    };
    expect(await names('service=payments, service="cart"')).toEqual([
      'Of somebody else',
      'Errors',
    ]);
    await expect(names('service=~.*')).rejects.toThrow(
      "can't be read at 'service=~.*'",
    );
  });

  it('asks once for all, and again after a while', async () => {
    await Promise.all([
      alerts.list(orders, signal),
      alerts.list(entity('cart'), signal),
    ]);
    expect(grafana.asked).toHaveLength(4);
    time += 14_000;
    await alerts.list(orders, signal);
    expect(grafana.asked).toHaveLength(4);
    time += 2_000;
    await alerts.list(orders, signal);
    expect(grafana.asked).toHaveLength(8);
  });

  it('shows what it can where a part does not answer', async () => {
    grafana.broken['/api/prometheus/prom/api/v1/rules'] = 502;
    const { items, failures } = await alerts.list(orders, signal);
    expect(items).toHaveLength(4);
    expect(failures).toEqual([
      {
        instance: 'mini-org',
        problem: 'GrafanaUnreachableError',
        message: expect.stringContaining(
          'answered 502 to GET /api/prometheus/prom/api/v1/rules',
        ),
      },
    ]);
  });

  it('says which instance did not answer', async () => {
    grafana.broken['/api/prometheus/grafana/api/v1/rules'] = 401;
    expect(await alerts.list(orders, signal)).toMatchObject({
      items: [],
      failures: [{ instance: 'mini-org', problem: 'GrafanaCredentialError' }],
    });
  });

  it('matches silences to the series that they mute', async () => {
    grafana.silences = [
      silence('team', [matcher('pod', 'b|c', true)]),
      silence('other', [matcher('service', 'cart')]),
      {
        ...silence('over', [matcher('service', 'orders')]),
        status: { state: 'expired' },
      },
    ];
    const { items } = await alerts.list(orders, signal);
    const pool = items.find(({ name }) => name === 'Pool is full');
    expect(pool?.instances.map(it => it.silenced)).toEqual([true, false]);
    expect(pool?.silences).toEqual([
      {
        id: 'team',
        createdBy: 'Sam',
        comment: 'maintenance',
        startsAt: '2026-11-21T11:00:00Z',
        endsAt: '2026-11-21T13:00:00Z',
        url: 'https://grafana.example/alerting/silence/team/edit?alertmanager=grafana',
        own: false,
      },
    ]);
  });

  it('mutes a rule, or what the entity has of one that others share', async () => {
    const ask = (ruleUid: string) =>
      alerts.silence(
        orders,
        { instance: 'mini-org', ruleUid, minutes: 30, comment: 'deploying' },
        'Lena',
        signal,
      );
    expect(await ask('orders-pool')).toMatchObject({
      id: 's1',
      createdBy: 'Lena',
      endsAt: '2026-11-21T12:30:00.000Z',
      own: true,
    });
    await ask('errors');
    await ask('errors');
    expect(grafana.silences.map(({ matchers }) => matchers)).toEqual([
      [matcher('__alert_rule_uid__', 'orders-pool')],
      [matcher('__alert_rule_uid__', 'errors'), matcher('service', 'orders')],
    ]);
    const [errors] = (await alerts.list(orders, signal)).items;
    expect(errors.instances[0].silenced).toBe(true);
    await expect(ask('payments')).rejects.toThrow(
      "component:default/orders has no alert rule 'payments'",
    );
  });

  it('ends what mutes nothing but the entity’s own', async () => {
    grafana.silences = [
      silence('own', [matcher('__alert_rule_uid__', 'orders-pool')]),
      silence('all', [matcher('__alert_rule_uid__', 'errors')]),
      silence('team', [matcher('service', 'orders')]),
    ];
    const end = (id: string) =>
      alerts.expire(orders, { instance: 'mini-org', id }, signal);
    await expect(end('all')).rejects.toThrow('one that mutes more');
    await expect(end('team')).rejects.toThrow("no silence 'team'");
    await end('own');
    expect(grafana.silences.map(({ id }) => id)).toEqual(['all', 'team']);
    await expect(end('own')).rejects.toThrow("no silence 'own'");
  });
});
