import { mockCredentials } from '@backstage/backend-test-utils';
import { signal } from '../__testUtils__/FakeProvider';
import { LENA, NOBODY, SAM, startPlugin } from '../__testUtils__/startPlugin';

const ORDERS = '/responses/component/default/orders';

describe('what people do about an incident', () => {
  let portal: Awaited<ReturnType<typeof startPlugin>>;
  beforeAll(async () => {
    portal = await startPlugin();
  });

  it('offers ways out, and says what one may not and who may', async () => {
    const { body } = await portal.get(LENA, ORDERS);
    expect(body.items).toMatchObject([
      {
        id: 'portico:roll-back',
        allowed: true,
        title: 'Roll back production',
        link: expect.stringContaining('/create/templates/default/rollback?'),
      },
      { id: 'prometheus:ack', allowed: true },
      {
        id: 'prometheus:silence',
        allowed: false,
        reason: expect.stringContaining("permission 'health.alert.silence'"),
      },
      {
        kind: 'runbook',
        title: 'Open the runbook',
        link: 'https://runbooks.example/orders',
        allowed: true,
      },
    ]);
    const [{ link }] = body.items;
    const filled = new URL(link, 'http://portal').searchParams.get('formData');
    expect(JSON.parse(filled!)).toEqual({
      service: 'component:default/orders',
      environment: 'production',
      reason: 'p95 latency 480\u00a0ms, objective 300\u00a0ms.',
    });
    const { body: sam } = await portal.get(SAM, ORDERS);
    expect(sam.items[0]).toMatchObject({ allowed: false });
  });

  it('does it in the name of who asked, asks the source again, and leaves an audit event', async () => {
    const asked = portal.prometheus.asked.length;
    const { body } = await portal.post(LENA, ORDERS, {
      id: 'prometheus:ack',
      comment: 'On it.',
    });
    expect(body).toEqual({
      message:
        'Acknowledge by Lena Fischer <lena.fischer@mini-org.example> of secret: On it.',
    });
    expect(portal.prometheus.asked).toHaveLength(asked + 1);
    expect(portal.audited).toEqual([
      'health-response component:default/orders prometheus:ack succeeded',
    ]);
  });

  it.each([
    ['without the permission', LENA, ORDERS, 'prometheus:silence', 403],
    ['what is not offered', LENA, ORDERS, 'prometheus:other', 409],
    ['what only opens a page', LENA, ORDERS, 'portico:roll-back', 409],
    [
      'what is well',
      LENA,
      '/responses/component/default/cart',
      'prometheus:ack',
      409,
    ],
    [
      'what they may not see',
      LENA,
      '/responses/component/default/payouts',
      'prometheus:ack',
      404,
    ],
    ['for nobody', NOBODY, ORDERS, 'prometheus:ack', 404],
  ])(
    'refuses %s, and says so in the audit log',
    async (_what, user, path, id, status) => {
      portal.audited.length = 0;
      const response = await portal.post(user, path, { id });
      expect(response.status).toBe(status);
      expect(portal.audited).toEqual([expect.stringMatching(/ failed$/)]);
    },
  );

  it('tells the owner once, with the tier as its weight', async () => {
    const notices = portal.notified as {
      recipients: object;
      payload: { title: string };
    }[];
    const { payload, recipients } = notices.find(it =>
      it.payload.title.startsWith('orders'),
    )!;
    expect({ payload, recipients }).toEqual({
      recipients: { type: 'entity', entityRef: 'group:default/commerce' },
      payload: {
        title: 'orders is degraded',
        description: 'p95 latency 480\u00a0ms, objective 300\u00a0ms.',
        link: '/catalog/default/component/orders/health',
        severity: 'high',
        topic: 'Health',
        scope: 'health:component:default/orders',
      },
    });
    expect(
      notices.filter(it => it.payload.title.startsWith('orders')),
    ).toHaveLength(1);
  });

  it('answers assistants with the rights of whoever they work for', async () => {
    const invoke = async (id: string, user: string, input: object = {}) =>
      portal.actions.invoke({
        id,
        input: { ...input },
        credentials: mockCredentials.user(user),
      });
    expect(await invoke('test:list-attention', LENA)).toMatchObject({
      output: {
        counts: { failing: 0, degraded: 1 },
        items: [{ title: 'orders', state: 'degraded' }],
      },
    });
    expect(
      await invoke('test:list-attention', SAM, { owner: 'payments' }),
    ).toMatchObject({ output: { items: [{ title: 'payouts' }] } });
    expect(
      await invoke('test:get-verdict', LENA, { entityRef: 'orders' }),
    ).toMatchObject({
      output: { verdict: { reasons: [{ title: 'p95 latency' }] } },
    });
    expect(
      await invoke('test:get-history', LENA, { entityRef: 'orders' }),
    ).toMatchObject({
      output: { history: { periods: [{ state: 'degraded' }] } },
    });
    await expect(
      invoke('test:get-verdict', LENA, { entityRef: 'payouts' }),
    ).rejects.toThrow('There is no health of component:default/payouts');
    const { actions } = await portal.actions.list();
    expect(actions.map(it => it.attributes.readOnly)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('offers nothing any more when all is well', async () => {
    portal.prometheus.says.orders = [signal({ id: 'prometheus:errors' })];
    await portal.scheduler.run('health-collect-prometheus');
    const { body } = await portal.get(LENA, ORDERS);
    expect(body.items.map((it: { kind: string }) => it.kind)).toEqual([
      'runbook',
    ]);
  });
});
