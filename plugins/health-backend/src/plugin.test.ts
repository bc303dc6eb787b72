import { LENA, NOBODY, SAM, startPlugin } from './__testUtils__/startPlugin';

const lastHour = () => {
  const to = new Date();
  const from = new Date(to.getTime() - 3_600_000);
  return `from=${from.toISOString()}&to=${to.toISOString()}`;
};

describe('/api/health', () => {
  let portal: Awaited<ReturnType<typeof startPlugin>>;
  beforeAll(async () => {
    portal = await startPlugin();
  });

  it('shows to each what they may read, counts included', async () => {
    const { body: all } = await portal.get(SAM, '/overview');
    expect(all).toMatchObject({
      counts: { failing: 1, degraded: 1, unknown: 0, healthy: 1 },
      sources: [{ title: 'Prometheus', state: 'answered' }],
      items: [
        {
          title: 'payouts',
          headline: 'Error ratio 8.4\u00a0%, objective 0.10\u00a0%.',
        },
        {
          title: 'orders',
          tier: 'critical',
          system: 'system:default/order-service',
          domain: 'domain:default/business-services',
          headline: 'p95 latency 480\u00a0ms, objective 300\u00a0ms.',
          leading: 'latencyP95Seconds',
          recent: { stepSeconds: 60 },
        },
        { title: 'cart', state: 'healthy', headline: '' },
      ],
    });
    const { body: some } = await portal.get(LENA, '/overview');
    expect(some).toMatchObject({
      counts: { failing: 0, degraded: 1, unknown: 0, healthy: 1 },
    });
    expect(JSON.stringify(some)).not.toContain('payouts');
    const { body: none } = await portal.get(NOBODY, '/overview');
    expect(none).toMatchObject({
      counts: { failing: 0, degraded: 0, unknown: 0, healthy: 0 },
      items: [],
    });
  });

  it('sends the overview again only if there is something newer', async () => {
    const first = await portal.get(LENA, '/overview');
    const again = await portal
      .get(LENA, '/overview')
      .set('If-None-Match', first.headers.etag);
    expect([first.status, again.status]).toEqual([200, 304]);
    const other = await portal
      .get(SAM, '/overview')
      .set('If-None-Match', first.headers.etag);
    expect(other.status).toBe(200);
    const plain = await portal
      .get(LENA, '/overview')
      .set('Accept-Encoding', 'identity');
    expect(plain.body).toEqual(first.body);
  });

  it('rolls up by system, domain and owner, worst first', async () => {
    const { body } = await portal.get(SAM, '/rollups?by=owner');
    expect(body.items).toMatchObject([
      { ref: 'group:default/payments', state: 'failing' },
      { ref: 'group:default/commerce', counts: { degraded: 1, healthy: 1 } },
    ]);
    const seen = await portal.get(LENA, '/rollups?by=owner');
    expect(seen.body.items).toHaveLength(1);
    const systems = await portal.get(LENA, '/rollups?by=system');
    expect(systems.body.items).toMatchObject([
      {
        ref: 'system:default/order-service',
        worst: [{ title: 'orders' }],
      },
    ]);
    expect((await portal.get(SAM, '/rollups?by=colour')).status).toBe(400);
  });

  it('explains one verdict, without what was meant for responders', async () => {
    const { body } = await portal.get(
      LENA,
      '/verdicts/component/default/orders',
    );
    expect(body).toMatchObject({
      entityRef: 'component:default/orders',
      state: 'degraded',
      reasons: [{ id: 'prometheus:latency-p95' }],
      ruledOut: [{ id: 'prometheus:errors' }],
      sources: [{ provider: 'prometheus', instance: 'mini-org' }],
      problems: [],
    });
    expect(JSON.stringify(body)).not.toMatch(/secret|"seen"/);
  });

  it.each([
    '/verdicts/component/default/payouts',
    '/history/component/default/payouts',
    `/timeline/component/default/payouts?${lastHour()}`,
    `/series/component/default/payouts?chart=latency&${lastHour()}`,
    '/verdicts/component/default/toolkit',
    '/verdicts/component/default/missing',
  ])('finds nothing at %s for whoever may not see it', async path => {
    const { status, body } = await portal.get(LENA, path);
    expect(status).toBe(404);
    expect(body.error.name).toBe('NotFoundError');
  });

  it('answers for lists, with a blank for what is not theirs', async () => {
    const entityRefs = [
      'component:default/payouts',
      'component:default/orders',
      'component:default/missing',
    ];
    const { body } = await portal.post(LENA, '/verdicts/by-refs', {
      entityRefs,
    });
    expect(body.items).toMatchObject([null, { state: 'degraded' }, null]);
    const { body: histories } = await portal.post(LENA, '/history/by-refs', {
      entityRefs,
      days: 7,
    });
    expect(Object.keys(histories.items)).toEqual(['component:default/orders']);
    expect(histories.items[entityRefs[1]].days).toHaveLength(7);
  });

  it('tells periods of many to whoever asks for them', async () => {
    const ref = 'component:default/orders';
    const { body } = await portal.post(LENA, '/history/by-refs', {
      entityRefs: [ref],
      days: 2,
      periods: true,
    });
    expect(body.items[ref].periods[0]).toMatchObject({
      state: expect.any(String),
      from: expect.any(String),
    });
  });

  it('tells the history of one', async () => {
    const { body } = await portal.get(
      LENA,
      '/history/component/default/orders?days=2',
    );
    expect(body).toMatchObject({
      days: [{ state: 'unknown' }, { state: 'degraded' }],
      periods: [{ state: 'degraded' }],
    });
  });

  it('tells what happened, and who could not be asked', async () => {
    const { body } = await portal.get(
      LENA,
      `/timeline/component/default/orders?${lastHour()}`,
    );
    expect(body).toMatchObject({
      events: [{ kind: 'verdict', title: 'Degraded', state: 'degraded' }],
      problems: [
        {
          source: 'Argo CD',
          message: 'Argo CD answered 503 to GET /applications.',
        },
      ],
    });
  });

  it('draws charts that a source has, in a sane range', async () => {
    const path = '/series/component/default/orders';
    const drawn = await portal.get(LENA, `${path}?chart=latency&${lastHour()}`);
    expect(drawn.body.series).toEqual([{ name: 'p95', values: [0.48] }]);
    const refused = [
      `chart=errors&${lastHour()}`,
      `chart=colour&${lastHour()}`,
      'chart=latency&from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z',
      'chart=latency&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z',
      'chart=latency&from=2026-01-02T00:00:00Z&to=2046-01-01T00:00:00Z',
      `chart=latency&${lastHour()}&environment=a%22%7D`,
    ];
    const statuses = [];
    for (const query of refused) {
      statuses.push((await portal.get(LENA, `${path}?${query}`)).status);
    }
    expect(statuses).toEqual([404, 400, 400, 400, 400, 400]);
  });
});
