import {
  answer,
  collect,
  NOW,
  providerFor,
  READINGS,
  SLO,
} from '../__testUtils__/collecting';
import {
  answerParts,
  FakePrometheus,
  refusal,
} from '../__testUtils__/FakePrometheus';
import { settingsFor } from '../__testUtils__/settings';
import { subject } from '../__testUtils__/subjects';

const PRESETS = ['otel', 'prom-client', 'micrometer', 'istio'];

let prometheus: FakePrometheus;
beforeEach(async () => {
  prometheus = await FakePrometheus.start();
});
afterEach(() => prometheus.stop());

describe('queries of a cycle', () => {
  it('asks twelve times at most for a thousand services of all presets and forms', async () => {
    const subjects = Array.from({ length: 1_000 }, (_, index) =>
      subject(`service-${index}`, {
        ...SLO,
        'portico/metrics-preset': PRESETS[index % PRESETS.length],
        ...(index % 10 === 1 && {
          'portico/metrics-selector': `app="a-${index}",team="t"`,
        }),
        ...(index % 100 === 2 && {
          'portico/metrics-selector': `service=~"s-${index}.*"`,
        }),
      }),
    );
    const provider = providerFor(
      settingsFor(prometheus.url, {
        queries: [{ id: 'queue', title: 'Queue', query: 'queue_messages' }],
      }),
    );
    prometheus.reply = asked => ({
      series: answerParts(
        asked,
        reading => (reading === 'boundaries' ? 1 : undefined),
        [{ le: '0.25' }, { le: '0.5' }],
      ),
    });
    const first = await collect(provider, subjects);
    expect(first.requests).toBe(12);
    expect(prometheus.asked).toHaveLength(12);

    const minute = new Date(NOW.getTime() + 60_000);
    const second = await collect(provider, subjects, minute);
    expect(second.requests).toBe(6);
    for (const { query } of prometheus.asked) {
      expect(query.length).toBeLessThan(256 * 1024);
    }
  });

  it('halves what is refused for its size, and remembers it', async () => {
    const subjects = Array.from({ length: 8 }, (_, index) =>
      subject(`service-${index}`),
    );
    const names = subjects.map(it => it.entity.metadata.name);
    prometheus.reply = asked => {
      const isLarge = (asked.query.match(/\|service-/g) ?? []).length > 6;
      if (asked.query.includes('quantile') && isLarge) {
        return refusal(
          422,
          'execution',
          'query processing would load too many samples into memory in query execution',
        );
      }
      return answer(
        { ...READINGS, 'quantile:0.95': 0.2 },
        ...names.filter(it => asked.query.includes(it)),
      )(asked);
    };
    const provider = providerFor(settingsFor(prometheus.url));
    const first = await collect(provider, subjects);
    expect(first.gaps).toEqual([]);
    for (const signals of first.signals.values()) {
      expect(signals.map(it => it.id)).toContain('prometheus:latency-p95');
    }
    const second = await collect(provider, subjects);
    expect(second.requests).toBeLessThan(first.requests);
    expect(second.signals.size).toBe(8);
    prometheus.asked.length = 0;
    await collect(provider, subjects);
    const refused = prometheus.asked.filter(
      it => (it.query.match(/\|service-/g) ?? []).length > 6,
    );
    expect(refused.some(it => it.query.includes('quantile'))).toBe(false);
  });

  it('lets a regular expression that is none spoil nothing of the others', async () => {
    const subjects = [
      subject('orders'),
      subject('wrong', { 'portico/metrics-selector': 'service=~"a(b"' }),
      subject('right', { 'portico/metrics-selector': 'service=~"r.*"' }),
    ];
    prometheus.reply = asked =>
      asked.query.includes('a(b')
        ? refusal(400, 'bad_data', 'error parsing regexp: missing closing )')
        : answer(READINGS, 'orders')(asked);
    const provider = providerFor(settingsFor(prometheus.url));
    const first = await collect(provider, subjects);
    expect(first.signals.get('component:default/orders')).toBeDefined();
    expect(first.signals.get('component:default/right')).toBeDefined();
    const toWrong = first.gaps.filter(it =>
      it.entityRefs?.includes('component:default/wrong'),
    );
    expect(toWrong[0].message).toContain('missing closing )');
    expect(
      first.gaps.every(
        it => it.entityRefs?.join() === 'component:default/wrong',
      ),
    ).toBe(true);

    prometheus.asked.length = 0;
    const second = await collect(provider, subjects);
    expect(prometheus.asked.some(it => it.query.includes('a(b'))).toBe(false);
    expect(second.gaps.length).toBeGreaterThan(0);
  });

  it('says of an own query that is wrong which one it is', async () => {
    const settings = settingsFor(prometheus.url, {
      queries: [
        { id: 'good', title: 'Good', query: 'good' },
        { id: 'bad', title: 'Bad', query: 'bad(' },
      ],
    });
    prometheus.reply = asked =>
      asked.query.includes('bad(')
        ? refusal(400, 'bad_data', 'parse error')
        : {
            series: [
              ...answer(READINGS, 'orders')(asked).series,
              ...(asked.query.includes('good')
                ? [
                    [{ service: 'orders', portico: 'own:good' }, 3] as [
                      Record<string, string>,
                      number,
                    ],
                  ]
                : []),
            ],
          };
    const { signals, gaps } = await collect(providerFor(settings), [
      subject('orders'),
    ]);
    expect(signals.get('component:default/orders')).toContainEqual(
      expect.objectContaining({
        id: 'prometheus:query-good',
        value: { value: 3, unit: 'count' },
        informational: true,
      }),
    );
    expect(gaps).toHaveLength(1);
    expect(gaps[0].message).toContain('It was asked for own:bad');
  });

  it('waits once for a server that went away, and not for each query', async () => {
    const provider = providerFor(settingsFor(prometheus.url));
    prometheus.reply = answer(READINGS, 'orders');
    await collect(provider, [subject('orders', SLO)]);
    prometheus.asked.length = 0;
    prometheus.reply = () => ({ status: 503, body: 'upstream is gone' });
    const minute = new Date(NOW.getTime() + 60_000);
    await expect(
      collect(provider, [subject('orders', SLO)], minute),
    ).rejects.toThrow('answered 503 to POST /api/v1/query: upstream is gone');
    // Once, and once again.
    expect(prometheus.asked).toHaveLength(2);
  });
});
