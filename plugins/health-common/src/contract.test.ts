import { parseObjectives, tierOf } from './contract';

describe('parseObjectives', () => {
  it('reads availability and latency', () => {
    expect(parseObjectives('availability=99.9, latency-p95=300ms')).toEqual({
      objectives: [
        { kind: 'availability', target: 0.9990000000000001 },
        { kind: 'latency', quantile: 0.95, seconds: 0.3 },
      ],
      problems: [],
    });
  });

  it.each([
    ['latency-p99=1.5s', { kind: 'latency', quantile: 0.99, seconds: 1.5 }],
    ['latency-p999=2s', { kind: 'latency', quantile: 0.999, seconds: 2 }],
    ['availability = 95 %', { kind: 'availability', target: 0.95 }],
  ])('reads %s', (text, objective) => {
    expect(parseObjectives(text).objectives).toEqual([objective]);
  });

  it.each(['availability=100', 'availability=0', 'latency-p95=300', 'p95=1s'])(
    'says what is wrong with %s and keeps the rest',
    text => {
      const { objectives, problems } = parseObjectives(
        `${text}, availability=99.5`,
      );
      expect(objectives).toHaveLength(1);
      expect(problems).toEqual([
        `portico/slo: '${text}' is no objective; write e.g. \`availability=99.9\` or \`latency-p95=300ms\`.`,
      ]);
    },
  );
});

describe('tierOf', () => {
  const entity = (tier?: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'orders',
      ...(tier && { annotations: { 'portico/tier': tier } }),
    },
  });

  it('is standard where nothing known is said', () => {
    expect(tierOf(entity('critical'))).toBe('critical');
    expect(tierOf(entity('vital'))).toBe('standard');
    expect(tierOf(entity())).toBe('standard');
  });
});
