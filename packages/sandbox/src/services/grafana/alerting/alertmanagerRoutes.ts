import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import { fingerprint } from '../../alertmanager/fingerprint';
import { matchesAll } from '../../alertmanager/matchers';
import { presentSilence } from '../../alertmanager/present';
import { readSilence } from '../../alertmanager/readSilence';
import { filters, flag } from '../../alertmanager/routes/query';
import { isSelected } from '../../alertmanager/routes/silenceRoutes';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import { activeAt, expandAll, isoOf, labelsOf } from './presentRules';
import { isFiring, type AlertInstance, type EvaluatedRule } from './RuleStatus';

const PATH = '/api/alertmanager/grafana/api/v2';

/** Firing alerts and silences of the Alertmanager within Grafana. */
export function createAlertmanagerRoutes(context: GrafanaContext) {
  const { alerting, silences } = context;
  const router = PromiseRouter();

  router.get(`${PATH}/silences`, (request, response) => {
    const matchers = filters(request);
    response.json(
      silences
        .list()
        .filter(silence => isSelected(silence, matchers))
        .map(silence => presentSilence(context, silence)),
    );
  });

  router.post(`${PATH}/silences`, (request, response) => {
    const { id } = silences.set(readSilence(request.body));
    response.status(202).json({ silenceID: id });
  });

  router.get(`${PATH}/silence/:id`, (request, response) => {
    response.json(presentSilence(context, find(context, request)));
  });

  router.delete(`${PATH}/silence/:id`, (request, response) => {
    silences.expire(find(context, request).id);
    response.json({ message: 'silence deleted' });
  });

  router.get(`${PATH}/alerts`, async (request, response) => {
    const matchers = filters(request);
    const active = flag(request, 'active');
    const silenced = flag(request, 'silenced');
    response.json(
      (await alerting.evaluated())
        .flatMap(evaluated =>
          evaluated.status.instances
            .filter(isFiring)
            .map(one => presentAlert(context, evaluated, one)),
        )
        .filter(
          ({ labels, status }) =>
            matchesAll(matchers, labels) &&
            (status.silencedBy.length ? silenced : active),
        ),
    );
  });

  return router;
}

function find({ silences }: GrafanaContext, { params: { id } }: Request) {
  const silence = silences.get(id);
  if (silence) return silence;
  throw GrafanaError.named(
    404,
    'alerting.notifications.silences.notFound',
    'silence not found',
  );
}

/** An alert as it is sent to the Alertmanager: with labels and annotations that only machines read. */
function presentAlert(
  context: GrafanaContext,
  { rule, status }: EvaluatedRule,
  instance: AlertInstance,
) {
  const { silences, kit } = context;
  const labels = {
    ...labelsOf(context, rule, instance),
    __alert_rule_uid__: rule.uid,
  };
  const silencedBy = silences.muting(labels);
  return {
    annotations: {
      ...expandAll(rule.annotations, instance),
      __orgId__: '1',
      __values__: JSON.stringify(instance.values),
    },
    endsAt: isoOf(status.evaluatedAt + 4 * 60_000),
    fingerprint: fingerprint(labels),
    receivers: [{ name: 'grafana-default-email', active: null }],
    startsAt: isoOf(activeAt(rule, instance)),
    status: {
      inhibitedBy: [],
      mutedBy: [],
      silencedBy,
      state: silencedBy.length ? 'suppressed' : 'active',
    },
    updatedAt: isoOf(status.evaluatedAt),
    generatorURL: `${kit.urls.grafana}/alerting/grafana/${rule.uid}/view?orgId=1`,
    labels,
  };
}
