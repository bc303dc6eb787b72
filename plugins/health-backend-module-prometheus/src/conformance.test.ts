import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createPrometheusApp,
  loadedSeries,
  missingPrograms,
  RealPrometheus,
} from '@portico/sandbox';
import { CHARTS } from '@portico/plugin-health-common';
import { quote } from '@portico/plugin-prometheus-node';
import {
  conformanceSamples,
  HOSTILE,
  NOW,
} from './__testUtils__/conformanceSamples';
import { RecordingClient, rounded } from './__testUtils__/RecordingClient';
import { settingsFor } from './__testUtils__/settings';
import { subject } from './__testUtils__/subjects';
import { PrometheusHealthProvider } from './PrometheusHealthProvider';
import { PrometheusSeriesProvider } from './series/PrometheusSeriesProvider';

const missing = missingPrograms();
// Where everything is required, absence is a failure; elsewhere the suite is reported as skipped.
const required = process.env.PORTICO_TEST_REQUIRE === 'all';
// eslint-disable-next-line jest/no-disabled-tests
const describeWithPrometheus = missing && !required ? describe.skip : describe;

jest.setTimeout(300_000);

const OWN = {
  presets: { recorded: { extends: 'prom-client' } },
  queries: [
    {
      id: 'queue',
      title: 'Messages $1',
      query: 'sum by (service, environment) (queue_messages) # all of them',
      unit: 'ratio',
      degradedFrom: 50,
    },
  ],
};

const SLO = 'availability=99.9, latency-p95=300ms';
const preset = (name: string) => ({ 'portico/metrics-preset': name });
const selector = (text: string) => ({ 'portico/metrics-selector': text });
const slo = (text = SLO) => ({ 'portico/slo': text });

const SUBJECTS = [
  subject('orders', slo()),
  subject('payouts', { ...preset('prom-client'), ...slo() }),
  subject('billing', {
    ...preset('micrometer'),
    ...slo('availability=99.5, latency-p99=500ms'),
  }),
  subject('mesh', {
    ...preset('istio'),
    ...slo('availability=99, latency-p50=2s'),
  }),
  subject('hostile', { ...selector(`service=${quote(HOSTILE)}`), ...slo() }),
  subject('idle', slo()),
  subject('newcomer', slo('availability=99.9, latency-p90=50ms')),
  subject('just-born'),
  subject('gone', slo()),
  subject('early'),
  subject('two-labels', { ...selector('app="web",team="a.b|c"'), ...slo() }),
  subject('pattern', {
    ...selector('service=~"ship-.+",service!="ship-c"'),
    ...slo(),
  }),
  subject('recorded', {
    ...preset('recorded'),
    ...slo('availability=99.9'),
  }),
  subject('nobody'),
  subject('broken', selector('service="a"} or vector(1)')),
];

describeWithPrometheus(
  `What is asked of Prometheus, in the sandbox and in the real one${missing}`,
  () => {
    let real: RealPrometheus;
    let server: Server;
    let ours: string;

    beforeAll(async () => {
      const data = conformanceSamples();
      real = await RealPrometheus.start(data);
      server = createPrometheusApp({
        source: loadedSeries(data),
        now: () => new Date(NOW),
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      ours = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });

    afterAll(async () => {
      server?.close();
      await real?.stop();
    });

    async function collectFrom(url: string) {
      const settings = settingsFor(url, OWN);
      const client = new RecordingClient(settings.instances[0]);
      const provider = new PrometheusHealthProvider(settings, {
        clients: [client],
        isReplay: true,
      });
      const collection = await provider.collect(SUBJECTS, {
        signal: new AbortController().signal,
        now: new Date(NOW),
      });
      return { collection, client };
    }

    it('answers each query alike, and gives the same signals and gaps', async () => {
      const [expected, actual] = [
        await collectFrom(real.url),
        await collectFrom(ours),
      ];
      expect(actual.client.answers.map(it => it.query).sort()).toEqual(
        expected.client.answers.map(it => it.query).sort(),
      );
      for (const { query, answer } of expected.client.answers) {
        const found = actual.client.answers.find(it => it.query === query);
        expect({ query, answer: found?.answer }).toEqual({ query, answer });
      }
      const say = (text: string) =>
        JSON.parse(text.replaceAll(real.url, '').replaceAll(ours, ''));
      const told = ({ collection }: typeof expected) =>
        say(
          JSON.stringify(
            rounded({
              gaps: collection.gaps,
              signals: [...collection.signals],
            }),
          ),
        );
      expect(told(actual)).toEqual(told(expected));
      expect(expected.collection.requests).toBeLessThanOrEqual(12);
      expect(expected.collection.gaps.map(it => it.message)).toEqual([
        expect.stringContaining('portico/metrics-selector needs a comma'),
        expect.stringContaining('has samples that are 5\u00a0min ahead'),
        expect.stringContaining('No metrics since 11:42 UTC'),
      ]);
    });

    it('says of each service what is to be said', async () => {
      const { collection } = await collectFrom(real.url);
      const lines = [...collection.signals].flatMap(([ref, signals]) =>
        signals
          .filter(it => it.environment === 'production')
          .map(({ id, state, value, text, detail }) =>
            [
              ref.split('/')[1],
              id.split(':')[1],
              state,
              text ?? Number(value?.value.toPrecision(3)),
              detail,
            ]
              .filter(it => it !== undefined)
              .join(' | ')
              .replaceAll('\u00a0', ' '),
          ),
      );
      expect(lines).toMatchSnapshot();
    });

    it.each(CHARTS)('draws the chart %s alike', async chart => {
      for (const one of SUBJECTS.slice(0, 13)) {
        const [expected, actual] = await Promise.all(
          [real.url, ours].map(async url => {
            const provider = new PrometheusSeriesProvider(
              settingsFor(url, OWN),
            );
            const { series, times, limit } = await provider.series(one, {
              chart,
              from: new Date(NOW - 6 * 3_600_000),
              to: new Date(NOW),
              environment: 'production',
              signal: new AbortController().signal,
            });
            return rounded({ one: one.entityRef, series, times, limit });
          }),
        );
        expect(actual).toEqual(expected);
        expect(expected.times.length).toBeLessThanOrEqual(300);
      }
    });
  },
);
