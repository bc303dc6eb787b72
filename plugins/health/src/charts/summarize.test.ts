import { at, latencyChart } from '../__testUtils__/orders';
import { summarize } from './summarize';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a chart in words', () => {
  it('tells what came after a deploy, and the limit', () => {
    const marks = [{ time: Date.parse(at('13:47')), title: '7f3c2a1' }];
    expect(plain(summarize(latencyChart, marks))).toMatch(
      /^p95 rose from 229 ms to 496 ms after deploy 7f3c2a1 at \d\d:47, past objective 300 ms\.$/,
    );
  });

  it('says where it was, without a deploy that changed anything', () => {
    const chart = {
      ...latencyChart,
      limit: undefined,
      series: [{ name: 'p95', values: [0.1, 0.11, null, 0.1, 0.1] }],
    };
    const marks = [{ time: Date.parse(at('13:47')), title: '7f3c2a1' }];
    expect(plain(summarize(chart, marks))).toBe(
      'p95 100 ms, between 100 ms and 110 ms.',
    );
  });

  it('does not make a number of nothing', () => {
    const chart = {
      ...latencyChart,
      series: [{ name: 'p95', values: [null, null] }],
    };
    expect(summarize(chart, [])).toBe('No values in this time.');
  });
});
