import type { Request, RequestHandler } from 'express';
import { sendData } from './ApiError';
import { limitOf, momentOf, valuesOf } from './parameters';
import type { PrometheusOptions } from './PrometheusOptions';
import {
  labelNames,
  labelValues,
  seriesLabels,
  type Selection,
} from './readMetadata';

const TRUNCATED = 'results truncated due to limit';

/** `/api/v1/labels`, `/api/v1/label/<name>/values` and `/api/v1/series` */
export function metadataRoutes({ source }: PrometheusOptions) {
  const answer =
    (read: (selection: Selection, request: Request) => unknown[]) =>
    (...[request, response]: Parameters<RequestHandler>) => {
      const selection = {
        selectors: valuesOf(request, 'match[]'),
        from: momentOf(request, 'start', 0),
        until: momentOf(request, 'end', Number.MAX_SAFE_INTEGER),
      };
      const limit = limitOf(request);
      const list = read(selection, request);
      const cut = list.length > limit;
      sendData(response, list.slice(0, limit), cut ? [TRUNCATED] : undefined);
    };
  return {
    labels: answer(selection => labelNames(source, selection)),
    labelValues: answer((selection, request) =>
      labelValues(source, request.params.name, selection),
    ),
    series: answer(selection => seriesLabels(source, selection)),
  };
}
