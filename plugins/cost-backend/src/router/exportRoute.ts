import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Exporter } from '../export/Exporter';
import { exportQuery, parse } from './parse';

/** `GET /export?format=csv|focus&month=&metric=&entityRef=`: what the caller may see, as a file; audited. */
export function createExportRoute(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  exporter: Exporter;
}): Router {
  const { auditor, httpAuth, exporter } = options;
  const router = PromiseRouter();
  router.get('/export', async (request, response) => {
    const query = parse(exportQuery, request.query);
    const event = await auditor.createEvent({
      eventId: 'cost-export',
      request,
      severityLevel: 'low',
      meta: query,
    });
    try {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const file = await exporter.export(query, credentials);
      response.setHeader('content-type', 'text/csv; charset=utf-8');
      response.setHeader(
        'content-disposition',
        `attachment; filename="${file.fileName}"`,
      );
      await pipeline(Readable.from(file.lines), response);
      await event.success({ meta: { scope: file.scope } });
    } catch (error) {
      await event.fail({ error: error as Error });
      // What has begun can only be broken off, which the pipeline did.
      if (!response.headersSent) throw error;
    }
  });
  return router;
}
