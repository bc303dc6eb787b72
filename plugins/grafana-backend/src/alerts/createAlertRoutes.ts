import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  grafanaSilencePermission,
  type SilenceRequest,
} from '@portico/plugin-grafana-common';
import { json, type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { readQuery } from '../router/readQuery';
import { untilGone } from '../router/untilGone';
import type { AlertService } from './AlertService';
import { nameOf } from './nameOf';

const TIMEOUT_MS = 30_000;

const silenceBody = z.strictObject({
  instance: z.string().min(1),
  ruleUid: z.string().min(1),
  minutes: z.number().int().min(5).max(1440),
  comment: z.string().trim().min(1).max(1000),
});

/**
 * `GET /alerts/…`, `POST /silences/…` and `DELETE /silences/…`. Each try to mute, or to end that, leaves an audit event.
 *
 * @param options.readEntity in the caller's name; NotFoundError for what is not theirs to see
 */
export function createAlertRoutes(options: {
  alerts: AlertService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  readEntity: (
    ref: string,
    credentials: BackstageCredentials,
  ) => Promise<Entity>;
}): Router {
  const { alerts, auditor, httpAuth, permissions, readEntity } = options;
  const router = PromiseRouter();

  router.get('/alerts/:kind/:namespace/:name', async (request, response) => {
    readQuery(request);
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const entity = await readEntity(refOf(request), credentials);
    response.json(await alerts.list(entity, untilGone(response)));
  });

  /** Runs what changes something, if whoever asks may, and leaves an audit event. */
  async function change<T>(
    request: Request,
    meta: { action: string } & Partial<SilenceRequest> & { id?: string },
    work: (
      entity: Entity,
      credentials: BackstageCredentials<BackstageUserPrincipal>,
      signal: AbortSignal,
    ) => Promise<T>,
  ): Promise<T> {
    const entityRef = refOf(request);
    const event = await auditor.createEvent({
      eventId: 'grafana-silence',
      request,
      severityLevel: 'medium',
      meta: { entityRef, ...meta },
    });
    try {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const entity = await readEntity(entityRef, credentials);
      const [{ result }] = await permissions.authorize(
        [{ permission: grafanaSilencePermission, resourceRef: entityRef }],
        { credentials },
      );
      if (result !== AuthorizeResult.ALLOW) throw notAllowed(entityRef);
      // Not given up when the browser goes: half of a change helps nobody.
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const answer = await work(entity, credentials, signal);
      await event.success();
      return answer;
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  }

  router.post(
    '/silences/:kind/:namespace/:name',
    json({ limit: '100kb' }),
    async (request, response) => {
      const body = parse(request.body);
      const silence = await change(
        request,
        { action: 'create', ...body },
        async (entity, credentials, signal) =>
          alerts.silence(
            entity,
            body,
            await nameOf(credentials, options),
            signal,
          ),
      );
      response.status(201).json(silence);
    },
  );

  router.delete(
    '/silences/:kind/:namespace/:name/:instance/:id',
    async (request, response) => {
      const { instance, id } = request.params;
      await change(
        request,
        { action: 'expire', instance, id },
        (entity, _credentials, signal) =>
          alerts.expire(entity, { instance, id }, signal),
      );
      response.status(204).end();
    },
  );
  return router;
}

function parse(body: unknown): SilenceRequest {
  const { data, error } = silenceBody.safeParse(body);
  if (data) return data;
  const wrong = error.issues.map(
    ({ path, message }) => `${path.join('.') || 'body'}: ${message}`,
  );
  throw new InputError(`This silence can't be made. ${wrong.join('; ')}`);
}

function notAllowed(entityRef: string): NotAllowedError {
  return new NotAllowedError(
    `You may not silence alerts of ${entityRef}: engineers may for what their teams own, and the platform team may (permission '${grafanaSilencePermission.name}').`,
  );
}

function refOf({ params }: Request): string {
  const { kind, namespace, name } = params;
  return stringifyEntityRef({ kind, namespace, name });
}
