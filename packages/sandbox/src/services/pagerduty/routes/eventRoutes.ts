import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PagerDutyContext } from '../PagerDutyContext';
import { isObject } from './readBody';

const ACTIONS = ['trigger', 'acknowledge', 'resolve'];
const SEVERITIES = ['critical', 'error', 'warning', 'info'];
const BY = { integration: 'Prometheus' };

/**
 * Events API v2, which needs a routing key and no token:
 * https://developer.pagerduty.com/docs/send-alert-event
 */
export function createEventRoutes(context: PagerDutyContext) {
  const { incidents, directory } = context;
  const router = PromiseRouter();

  router.post('/v2/enqueue', (request, response) => {
    const errors = problemsOf(request);
    const { body } = request;
    const service = directory.services.find(
      one => one.routingKey === body?.routing_key,
    );
    if (!errors.length && !service) errors.push('Invalid routing key');
    if (errors.length || !service) {
      response.status(400).json({
        status: 'invalid event',
        message: 'Event object is invalid',
        errors,
      });
      return;
    }
    response.locals.caller = `integration of ${service.name}`;
    const key: string = body.dedup_key || randomUUID().replace(/-/g, '');
    const open = incidents.openWithKey(service.id, key);
    if (body.event_action === 'trigger') {
      const { summary, severity, custom_details: details } = body.payload;
      if (open) incidents.triggerAgain(open.id, BY);
      else {
        incidents.open(
          service,
          {
            title: summary,
            key,
            urgency: ['critical', 'error'].includes(severity) ? 'high' : 'low',
            details: details === undefined ? undefined : asText(details),
          },
          BY,
        );
      }
    } else if (open && body.event_action === 'acknowledge') {
      incidents.setStatus(open.id, 'acknowledged', BY);
    } else if (open) {
      incidents.setStatus(open.id, 'resolved', BY, 'Resolved by its source');
    }
    response
      .status(202)
      .json({ status: 'success', message: 'Event processed', dedup_key: key });
  });

  return router;
}

function problemsOf({ body }: Request): string[] {
  if (!isObject(body)) return ['Event must be a JSON object'];
  const { routing_key: key, event_action: action, payload, dedup_key } = body;
  const problems: string[] = [];
  if (typeof key !== 'string' || key.length !== 32) {
    problems.push(
      "Length of 'routing_key' is incorrect (should be 32 characters)",
    );
  }
  if (typeof action !== 'string' || !ACTIONS.includes(action)) {
    problems.push(
      "'event_action' is invalid (must be one of ['trigger', 'acknowledge', 'resolve'])",
    );
  } else if (action !== 'trigger') {
    if (!dedup_key) problems.push("'dedup_key' is missing or blank");
  } else if (!isObject(payload)) {
    problems.push("'payload' is missing or blank");
  } else {
    for (const name of ['summary', 'source', 'severity']) {
      if (typeof payload[name] !== 'string' || payload[name] === '') {
        problems.push(`'payload.${name}' is missing or blank`);
      }
    }
    if (payload.severity && !SEVERITIES.includes(String(payload.severity))) {
      problems.push(
        "'payload.severity' is invalid (must be one of ['critical', 'error', 'warning', 'info'])",
      );
    }
  }
  return problems;
}

function asText(details: unknown): string {
  return typeof details === 'string'
    ? details
    : JSON.stringify(details, null, 2);
}
