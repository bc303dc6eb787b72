import type { HealthSubject } from '@portico/plugin-health-node';
import { PrometheusClient } from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import { PrometheusHealthProvider } from '../PrometheusHealthProvider';
import { answerParts, type Asked } from './FakePrometheus';

export const NOW = new Date('2026-03-10T12:00:00Z');
export const SECONDS = NOW.getTime() / 1000;
export const SLO = { 'portico/slo': 'availability=99.9, latency-p95=300ms' };

/** A provider that does not wait long before it asks again. */
export function providerFor(settings: PrometheusSettings) {
  return new PrometheusHealthProvider(settings, {
    clients: settings.instances.map(
      it => new PrometheusClient(it, { retryDelayMs: 1 }),
    ),
  });
}

export function collect(
  provider: PrometheusHealthProvider,
  subjects: HealthSubject[],
  now = NOW,
) {
  const { signal } = new AbortController();
  return provider.collect(subjects, { signal, now });
}

/** Of a service that is well. */
export const READINGS: Record<string, number> = {
  'requests.5m': 100,
  scrapedAt: SECONDS - 10,
  clock: SECONDS,
};

/** Answers each query with the same readings of some services in production. */
export const answer =
  (readings: Record<string, number>, ...services: string[]) =>
  (asked: Asked) => ({
    series: answerParts(
      asked,
      reading => readings[reading],
      services.map(service => ({ service, environment: 'production' })),
    ),
  });
