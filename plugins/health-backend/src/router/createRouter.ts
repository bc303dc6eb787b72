import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { json, type Request, type Response, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { HealthReader } from '../read/HealthReader';
import type { OverviewBodies } from '../read/OverviewBodies';
import { refuseRange } from '../series/alignRange';
import type { SeriesService } from '../series/SeriesService';
import type { TimelineService } from '../timeline/TimelineService';
import {
  historiesBody,
  historyQuery,
  parse,
  refsBody,
  rollupQuery,
  seriesQuery,
  timelineQuery,
} from './parse';
import { refOf } from './refOf';
import { createResponseRoutes } from './responseRoutes';
import { sendBody } from './sendBody';

const TIMELINE_DAYS = 90;

/** All routes of `/api/health`. */
export function createRouter(
  options: Parameters<typeof createResponseRoutes>[0] & {
    httpAuth: HttpAuthService;
    overviews: OverviewBodies;
    reader: HealthReader;
    series: SeriesService;
    timeline: TimelineService;
    environment: string;
    now: () => Date;
  },
): Router {
  const { httpAuth, overviews, reader, series, timeline, environment, now } =
    options;
  const router = PromiseRouter();
  router.use(json({ limit: '1mb' }));
  router.use(createResponseRoutes(options));
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/overview', async (request, response) => {
    sendBody(request, response, await overviews.of(await caller(request)));
  });

  router.get('/rollups', async (request, response) => {
    const { by } = parse(rollupQuery, request.query);
    response.json({ items: await reader.rollups(by, await caller(request)) });
  });

  router.get('/verdicts/:kind/:namespace/:name', async (request, response) => {
    const credentials = await caller(request);
    response.json(await reader.verdict(refOf(request), credentials));
  });

  router.post('/verdicts/by-refs', async (request, response) => {
    const { entityRefs } = parse(refsBody, request.body);
    const credentials = await caller(request);
    response.json({ items: await reader.byRefs(entityRefs, credentials) });
  });

  router.get('/history/:kind/:namespace/:name', async (request, response) => {
    const { days } = parse(historyQuery, request.query);
    const credentials = await caller(request);
    response.json(await reader.history(refOf(request), days, credentials));
  });

  router.post('/history/by-refs', async (request, response) => {
    const { entityRefs, ...wanted } = parse(historiesBody, request.body);
    const credentials = await caller(request);
    response.json({
      items: await reader.histories(entityRefs, wanted, credentials),
    });
  });

  router.get('/series/:kind/:namespace/:name', async (request, response) => {
    const query = parse(seriesQuery, request.query);
    const chart = await series.chart(
      refOf(request),
      { ...query, environment: query.environment ?? environment },
      { credentials: await caller(request), signal: untilGone(response) },
    );
    response.json(chart);
  });

  router.get('/timeline/:kind/:namespace/:name', async (request, response) => {
    const range = parse(timelineQuery, request.query);
    refuseRange(range, now(), TIMELINE_DAYS);
    response.json(
      await timeline.of(refOf(request), range, {
        credentials: await caller(request),
        signal: untilGone(response),
      }),
    );
  });
  return router;
}

/** Aborts when the browser has gone before its answer came. */
function untilGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
