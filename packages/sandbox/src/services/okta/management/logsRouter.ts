import PromiseRouter from 'express-promise-router';
import { OktaError } from '../OktaError';
import { applyFilter, paginate, queryText } from './listQuery';
import type { OktaApi } from './OktaApi';

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** `/api/v1/logs`; https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/ */
export function createLogsRouter(api: OktaApi) {
  const { log, baseUrl } = api;
  const router = PromiseRouter();

  router.get('/', (request, response) => {
    const time = (key: string, fallback: number) => {
      const value = queryText(request, key);
      const at = value === undefined ? fallback : Date.parse(value);
      if (Number.isNaN(at)) {
        throw OktaError.invalid(
          key,
          `${key}: The date format in your query is not recognized. Please enter dates using ISO8601 string format.`,
        );
      }
      return at;
    };
    const since = time('since', Date.now() - WEEK_MS);
    const until = time('until', Infinity);
    const words = queryText(request, 'q')?.toLowerCase().split(/\s+/) ?? [];
    const events = applyFilter(log.list(), queryText(request, 'filter')).filter(
      event => {
        const at = Date.parse(event.published);
        const text = JSON.stringify(event).toLowerCase();
        return (
          at >= since && at < until && words.every(word => text.includes(word))
        );
      },
    );
    if (queryText(request, 'sortOrder') === 'DESCENDING') events.reverse();
    response.json(
      paginate(request, response, {
        items: events,
        id: event => event.uuid,
        baseUrl: baseUrl,
        defaultLimit: 100,
        maxLimit: 1000,
        endless: until === Infinity,
      }),
    );
  });

  return router;
}
