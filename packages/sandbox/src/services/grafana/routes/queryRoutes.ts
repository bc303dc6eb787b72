import PromiseRouter from 'express-promise-router';
import type { QueryResult } from '../datasources';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import { isObject } from '../model/spec';
import { readTime } from '../query/readTime';
import { readBody } from './readBody';

/** https://grafana.com/docs/grafana/latest/developers/http_api/data_source/#query-a-data-source */
export function createQueryRoutes({ kit, queries }: GrafanaContext) {
  const router = PromiseRouter();

  router.post('/api/ds/query', async (request, response) => {
    const body = readBody(request);
    const asked = Array.isArray(body.queries)
      ? body.queries.filter(isObject)
      : [];
    if (asked.length === 0) {
      throw GrafanaError.named(400, 'query.noQueries', 'No queries found');
    }
    const now = kit.clock.now().getTime();
    const range = {
      from: readTime(body.from, now),
      to: readTime(body.to, now),
      now,
    };
    const results = await queries.run(asked, () => range);
    const all = [...results.values()];
    // 207 only with the feature toggle `datasourceQueryMultiStatus`.
    response.status(all.some(({ error }) => error !== undefined) ? 400 : 200);
    response.json({
      results: Object.fromEntries(
        [...results].map(([refId, result]) => [refId, present(result)]),
      ),
    });
  });

  return router;
}

function present({ frames, status, error }: QueryResult) {
  if (error === undefined) return { status: status ?? 200, frames };
  return {
    error,
    errorSource: 'downstream',
    status: status ?? 500,
    ...(frames.length > 0 && { frames }),
  };
}
