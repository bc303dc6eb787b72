import type { RequestHandler } from 'express';
import { queryInstant } from '../promql/runQuery';
import { sendData } from './ApiError';
import { metricMetadata } from './metricMetadata';
import { valueOf } from './parameters';
import type { PrometheusOptions } from './PrometheusOptions';

/** The release whose answers these are. */
export const VERSION = '2.42.0';

/** What Prometheus tells about itself and what it scrapes. */
export function statusRoutes(options: PrometheusOptions) {
  const { source, now = () => new Date() } = options;

  const buildinfo: RequestHandler = (_request, response) => {
    sendData(response, {
      version: VERSION,
      revision: 'portico-sandbox',
      branch: 'HEAD',
      buildUser: 'portico-sandbox',
      buildDate: '20230201-00:00:00',
      goVersion: 'go1.19.5',
    });
  };

  const targets: RequestHandler = async (request, response) => {
    const state = valueOf(request, 'state');
    const at = now();
    const result = await queryInstant('up', at.getTime(), { source });
    const series = result.type === 'vector' ? result.series : [];
    const activeTargets = series.map(({ labels: all, samples }) => {
      const { __name__, ...labels } = all;
      const up = samples[0].value === 1;
      const instance = labels.instance ?? '';
      return {
        discoveredLabels: { __address__: instance, job: labels.job ?? '' },
        labels,
        scrapePool: labels.job ?? '',
        scrapeUrl: `http://${instance}/metrics`,
        globalUrl: `http://${instance}/metrics`,
        lastError: up ? '' : 'server returned HTTP status 503',
        lastScrape: at.toISOString(),
        lastScrapeDuration: 0.01,
        health: up ? 'up' : 'down',
        scrapeInterval: '15s',
        scrapeTimeout: '10s',
      };
    });
    sendData(response, {
      activeTargets: state === 'dropped' ? [] : activeTargets,
      droppedTargets: [],
    });
  };

  const metadata: RequestHandler = (request, response) => {
    sendData(response, metricMetadata(source, valueOf(request, 'metric')));
  };
  return { buildinfo, targets, metadata };
}
