import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { AlertmanagerContext } from '../AlertmanagerContext';
import { matchesAll } from '../matchers';
import { presentAlert, type PresentedAlert } from '../present';
import { readAlerts } from '../readAlert';
import type { Labels } from '../types';
import { filters, flag, receiverFilter } from './query';

/** https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml, `/alerts` and `/alerts/groups`. */
export function createAlertRoutes(context: AlertmanagerContext) {
  const router = PromiseRouter();

  router.get('/alerts', (request, response) => {
    response.json(select(context, request));
  });

  router.post('/alerts', (request, response) => {
    context.alerts.put(readAlerts(request.body));
    context.dispatcher.wake();
    response.status(200).end();
  });

  router.get('/alerts/groups', (request, response) => {
    const groups = new Map<string, AlertGroup>();
    for (const alert of select(context, request)) {
      const labels = context.routing.groupLabels(alert.labels);
      const [receiver] = alert.receivers;
      const key = JSON.stringify([labels, receiver.name]);
      const group = groups.get(key) ?? { alerts: [], labels, receiver };
      group.alerts.push(alert);
      groups.set(key, group);
    }
    const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    response.json(sorted.map(([, group]) => group));
  });

  return router;
}

interface AlertGroup {
  alerts: PresentedAlert[];
  labels: Labels;
  receiver: { name: string };
}

function select(context: AlertmanagerContext, request: Request) {
  const matchers = filters(request);
  const receiver = receiverFilter(request);
  const active = flag(request, 'active');
  const silenced = flag(request, 'silenced');
  // `inhibited` and `unprocessed` change nothing: no rule inhibits here, and each alert is processed at once.
  return context.alerts
    .firing()
    .filter(
      ([, { labels }]) =>
        matchesAll(matchers, labels) &&
        context.routing.isReceiver(labels, receiver),
    )
    .map(entry => presentAlert(context, entry))
    .filter(({ status }) => (status.silencedBy.length ? silenced : active));
}
