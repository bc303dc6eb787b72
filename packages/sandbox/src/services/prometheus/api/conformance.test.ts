import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EXPRESSIONS, ERRORS } from '../__testUtils__/expressions';
import { missingPrograms, RealPrometheus } from '../real/RealPrometheus';
import { BEGIN, generateSamples } from '../__testUtils__/samples';
import { ask, compareAnswers } from '../__testUtils__/compareAnswers';
import { loadedSeries } from '../loadedSeries';
import type { SeriesSource } from '../series/SeriesSource';
import { createPrometheusApp } from './createPrometheusApp';

const missing = missingPrograms();
// Where everything is required, absence is a failure; elsewhere the suite is reported as skipped.
const required = process.env.PORTICO_TEST_REQUIRE === 'all';
// eslint-disable-next-line jest/no-disabled-tests
const describeWithPrometheus = missing && !required ? describe.skip : describe;

jest.setTimeout(240_000);

const MINUTE = 60;
const begin = BEGIN / 1000;

/** Moments before, in, at the borders of and behind the samples. */
const INSTANTS = [
  begin,
  begin + 62 * MINUTE + 7.5,
  begin + 75 * MINUTE,
  begin + 149 * MINUTE + 45.1,
  begin + 200 * MINUTE,
];

const RANGES = [
  { start: begin + 20 * MINUTE, end: begin + 100 * MINUTE, step: '157s' },
  { start: begin - MINUTE, end: begin + 170 * MINUTE, step: '11m' },
];

describeWithPrometheus(
  `PromQL as the real Prometheus evaluates it${missing}`,
  () => {
    let real: RealPrometheus;
    let servers: Server[];
    /** With windows of counters in constant time, and without. */
    let ours: string[];

    beforeAll(async () => {
      const data = generateSamples();
      real = await RealPrometheus.start(data);
      const source = loadedSeries(data);
      servers = [source, withoutCounterWindows(source)].map(one =>
        createPrometheusApp({ source: one }).listen(0, '127.0.0.1'),
      );
      ours = await Promise.all(
        servers.map(async server => {
          await once(server, 'listening');
          return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        }),
      );
    });

    afterAll(async () => {
      servers?.forEach(server => server.close());
      await real?.stop();
    });

    it.each(Object.entries(EXPRESSIONS))(
      'answers the same to %s',
      async (_group, expressions) => {
        const differences: string[] = [];
        for (const query of expressions) {
          const found = await Promise.all([
            ...INSTANTS.map(time =>
              differing('query', { query, time: String(time) }),
            ),
            ...RANGES.map(({ start, end, step }) =>
              differing('query_range', {
                query,
                start: String(start),
                end: String(end),
                step,
              }),
            ),
          ]);
          differences.push(...found.flat());
        }
        expect(differences).toEqual([]);
      },
    );

    it('refuses what the real one refuses, for the same reason', async () => {
      const time = String(begin + 100 * MINUTE);
      const differences: string[] = [];
      for (const query of ERRORS) {
        differences.push(...(await differing('query', { query, time })));
      }
      expect(differences).toEqual([]);
    });

    /** Whether counters are read one way or the other matters where there are any. */
    function serversFor(query: string): string[] {
      return /rate\(|increase\(|delta\(/.test(query) ? ours : ours.slice(0, 1);
    }

    async function differing(
      path: string,
      parameters: Record<string, string>,
    ): Promise<string[]> {
      const [expected, ...answers] = await Promise.all(
        [real.url, ...serversFor(parameters.query)].map(url =>
          ask(url, path, parameters),
        ),
      );
      const ordered =
        path === 'query_range' || /^(sort|topk|bottomk)/.test(parameters.query);
      return answers
        .flatMap(actual => compareAnswers(expected, actual, ordered))
        .map(difference => `${JSON.stringify(parameters)}: ${difference}`);
    }
  },
);

/** The same series, whose counters have to be read sample by sample. */
function withoutCounterWindows(source: SeriesSource): SeriesSource {
  return {
    select: (...args) =>
      source.select(...args).map(series => ({
        labels: series.labels,
        samples: (after, until) => series.samples(after, until),
      })),
  };
}
