import type { Labels, Sample } from '../series/SeriesSource';
import type { SeriesData } from '../loadedSeries';

/** The first sample: 2026-01-01T00:00:00Z. */
export const BEGIN = Date.UTC(2026, 0, 1);

const STEP = 15_000;
const COUNT = 600;

/** The same numbers each time, 0 <= n < 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) % 2 ** 32;
    return Math.abs(state) / 2 ** 32;
  };
}

/**
 * Two and a half hours of samples with all that makes answers differ: jitter, resets, gaps, series that
 * begin late or end early, NaN and infinities, histograms with and without their last bucket, odd labels.
 */
export function generateSamples(): SeriesData[] {
  const random = randomNumbers(7);
  const data: SeriesData[] = [];
  const add = (
    name: string,
    labels: Labels,
    value: (index: number) => number | undefined,
    step = STEP,
  ) => {
    const samples: Sample[] = [];
    for (let i = 0; i * step < COUNT * STEP; i += 1) {
      const next = value(i);
      const jitter = Math.floor(random() * 200);
      if (next === undefined) continue;
      samples.push({ at: BEGIN + i * step + jitter, value: next });
    }
    data.push({ labels: { __name__: name, ...labels }, samples });
  };
  const counter = (rate: number, resets: number[] = [], first = 0) => {
    let total = first;
    return (i: number) => {
      total = resets.includes(i) ? 0 : total + Math.floor(random() * rate);
      return total;
    };
  };

  for (const [service, rate, resets] of [
    ['orders', 40, [100, 101, 350]],
    ['payments', 7, []],
    ['search', 300, [599]],
  ] as const) {
    for (const status of ['200', '404', '500']) {
      for (const pod of ['a', 'b']) {
        const next = counter(
          status === '200' ? rate : 2,
          [...resets],
          status === '200' ? 1e6 + (pod === 'a' ? 0 : 5000) : 0,
        );
        const gap = (i: number) => pod === 'b' && i > 200 && i < 290;
        add('requests_total', { service, status, pod }, i =>
          gap(i) ? undefined : next(i),
        );
      }
    }
    const bounds = ['0.1', '0.5', '1', '2.5', '+Inf'];
    let counts = bounds.map(() => 0);
    const rows = Array.from({ length: COUNT }, (_, i) => {
      if (resets.some(reset => reset === i)) counts = bounds.map(() => 0);
      let more = 0;
      counts = counts.map(count => {
        more += Math.floor(random() * rate);
        return count + more;
      });
      return counts;
    });
    bounds.forEach((le, b) => {
      if (service === 'search' && le === '+Inf') return;
      add('latency_bucket', { service, le }, i => rows[i][b]);
    });
    add('latency_count', { service }, i => rows[i][4]);
    add('info', { service, version: `1.${rate}.0`, team: 'commerce' }, () => 1);
  }
  add('latency_bucket', { service: 'odd', le: 'wide' }, i => i);
  add('latency_bucket', { service: 'odd', le: '1' }, i => 10 * i);
  add('latency_bucket', { service: 'odd', le: '+Inf' }, i => 9 * i);

  add('late_total', { service: 'orders' }, i => (i < 300 ? undefined : i * 3));
  add('ended_total', { service: 'orders' }, i => (i > 300 ? undefined : i * 3));
  add('sparse', { service: 'orders' }, i => i, 7 * 60_000);
  add('zero_total', { service: 'orders' }, () => 0);
  add('constant', { service: 'orders' }, () => 42);
  add('huge', {}, i => 1e21 * (i + 1));
  add('tiny', {}, i => 1e-9 / (i + 1));
  add('temperature', { room: 'north' }, i => Math.sin(i / 20) * 10 - 2);
  add('temperature', { room: 'south' }, i => (i % 50 < 5 ? NaN : i / 10));
  add('temperature', { room: 'attic' }, i => (i % 90 === 3 ? Infinity : -i));
  add('temperature', { room: 'cellar' }, i => (i % 90 < 40 ? -Infinity : 4.5));
  add('up', { job: 'orders', instance: '10.0.0.1:8080' }, i =>
    Number(i % 70 > 9),
  );
  add('up', { job: 'search', instance: '10.0.0.2:8080' }, () => 1);
  add('odd', { text: 'a"b\\c\n{}=,\u00e9', empty: 'no' }, i => i);
  add('odd', { text: 'plain', path: '/a/b-c.d' }, i => -i);
  return data;
}
