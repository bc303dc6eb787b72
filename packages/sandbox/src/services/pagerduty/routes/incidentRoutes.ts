import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PagerDutyContext } from '../PagerDutyContext';
import { PagerDutyError } from '../PagerDutyError';
import { presentIncident } from '../present/presentIncident';
import type { Incident } from '../types';
import { changeIncident } from './changeIncident';
import { isAmong } from './isAmong';
import { listOf, paginate, timeOf } from './paginate';
import {
  isObject,
  objectIn,
  objectsIn,
  requiredText,
  textIn,
} from './readBody';
import { requesterOf } from './requester';

/** Without `since` and `date_range=all` only incidents of so long are listed. */
const USUAL_RANGE_MS = 30 * 86_400_000;
const MAX_TITLE = 1024;

/** https://developer.pagerduty.com/api-reference, Incidents: list, create, get, change one or many. */
export function createIncidentRoutes(context: PagerDutyContext) {
  const { incidents, directory, present } = context;
  const router = PromiseRouter();

  router.get('/incidents', (request, response) => {
    response.json(
      paginate(request, 'incidents', select(context, request), one =>
        presentIncident(present, one),
      ),
    );
  });

  router.post('/incidents', (request, response) => {
    const { id: userId } = requesterOf(request, directory);
    const body = objectIn(request.body, 'incident');
    const title = requiredText(body, 'title', 'Title').slice(0, MAX_TITLE);
    const { id } = objectIn(body, 'service');
    const service = directory.service(String(id));
    if (!service) throw PagerDutyError.arguments('Service not found');
    const key = textIn(body, 'incident_key');
    if (key && incidents.openWithKey(service.id, key)) {
      throw PagerDutyError.arguments(
        'Open incident with matching dedup key already exists on this service',
      );
    }
    const incident = incidents.open(
      service,
      {
        title,
        key: key ?? randomUUID().replace(/-/g, ''),
        urgency: textIn(body, 'urgency') === 'low' ? 'low' : 'high',
        details: isObject(body.body) ? textIn(body.body, 'details') : undefined,
      },
      { userId },
    );
    response.status(201).json({ incident: presentIncident(present, incident) });
  });

  router.put('/incidents', (request, response) => {
    const { id: userId } = requesterOf(request, directory);
    const changed = objectsIn(request.body, 'incidents').map(change =>
      changeIncident(incidents, String(change.id), change, { userId }),
    );
    response.json({
      incidents: changed.map(one => presentIncident(present, one)),
      more: false,
    });
  });

  router.get('/incidents/:id', (request, response) => {
    const incident = incidents.get(request.params.id);
    response.json({ incident: presentIncident(present, incident) });
  });

  router.put('/incidents/:id', (request, response) => {
    const { id: userId } = requesterOf(request, directory);
    const change = objectIn(request.body, 'incident');
    const { id } = request.params;
    const incident = changeIncident(incidents, id, change, { userId });
    response.json({ incident: presentIncident(present, incident) });
  });

  return router;
}

function select({ incidents, kit }: PagerDutyContext, request: Request) {
  const services = listOf(request, 'service_ids');
  const statuses = listOf(request, 'statuses');
  const urgencies = listOf(request, 'urgencies');
  const users = listOf(request, 'user_ids');
  const [key] = listOf(request, 'incident_key');
  const since =
    timeOf(request, 'since') ?? kit.clock.now().getTime() - USUAL_RANGE_MS;
  const until = timeOf(request, 'until') ?? Infinity;
  const isInRange = ({ createdAt }: Incident) => {
    const at = Date.parse(createdAt);
    return request.query.date_range === 'all' || (at >= since && at <= until);
  };
  return incidents
    .list()
    .filter(
      one =>
        isAmong(services, one.serviceId) &&
        isAmong(statuses, one.status) &&
        isAmong(urgencies, one.urgency) &&
        (users.length === 0 ||
          one.assignees.some(({ userId }) => users.includes(userId))) &&
        (key === undefined || one.key === key) &&
        isInRange(one),
    );
}
