import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import { positive, text, texts } from '../routes/parameters';
import { presentGroup, presentInstance, stateOf } from './presentRules';
import type { EvaluatedRule } from './RuleStatus';

/**
 * Rules with their states, in the way of Prometheus: Grafana's own, and those of a data source.
 * https://grafana.com/docs/grafana/latest/developers/http_api/alerting/
 */
export function createRuleRoutes(context: GrafanaContext) {
  const { alerting, queries, kit } = context;
  const router = PromiseRouter();

  router.get(
    '/api/prometheus/grafana/api/v1/rules',
    async (request, response) => {
      const isAsked = readFilter(request);
      const groups = groupsOf((await alerting.evaluated()).filter(isAsked));
      const limit = positive(request, 'group_limit', groups.length);
      const from = Number(text(request, 'group_next_token') ?? 0) || 0;
      const shown = groups.slice(from, from + limit);
      const limitAlerts = text(request, 'limit_alerts');
      response.json({
        status: 'success',
        data: {
          groups: shown.map(rules =>
            presentGroup(context, rules, {
              ...(limitAlerts && { limitAlerts: Number(limitAlerts) }),
            }),
          ),
          ...(from + limit < groups.length && {
            groupNextToken: String(from + limit),
          }),
          totals: countStates(groups.flat()),
        },
      });
    },
  );

  router.get(
    '/api/prometheus/grafana/api/v1/alerts',
    async (_request, response) => {
      const alerts = (await alerting.evaluated()).flatMap(({ rule, status }) =>
        status.instances.map(one => presentInstance(context, rule, one)),
      );
      response.json({ status: 'success', data: { alerts } });
    },
  );

  router.get('/api/prometheus/:uid/api/v1/rules', async (request, response) => {
    const { type } = queries.datasource(request.params.uid);
    if (type === 'loki') {
      response.json({ status: 'success', data: { groups: [] } });
      return;
    }
    if (type !== 'prometheus') {
      throw new GrafanaError(
        400,
        'unexpected datasource type. expecting loki or prometheus',
      );
    }
    let answer: globalThis.Response;
    try {
      answer = await fetch(`${kit.urls.prometheus}/api/v1/rules`);
    } catch (error) {
      throw new GrafanaError(
        502,
        `Prometheus does not answer at ${kit.urls.prometheus}: ${
          (error as Error).message
        }`,
      );
    }
    response.status(answer.status).json(await answer.json());
  });

  return router;
}

/** @throws GrafanaError 400 */
function readFilter(request: Request) {
  const dashboard = text(request, 'dashboard_uid');
  const panel = text(request, 'panel_id');
  if (panel && !dashboard) {
    throw new GrafanaError(400, 'panel_id must be set with dashboard_uid');
  }
  const folder = text(request, 'folder_uid');
  const group = text(request, 'rule_group');
  const states = texts(request, 'state');
  return (evaluated: EvaluatedRule) => {
    const { annotations, folderUID, ruleGroup } = evaluated.rule;
    return (
      (!dashboard || annotations.__dashboardUid__ === dashboard) &&
      (!panel || annotations.__panelId__ === panel) &&
      (!folder || folderUID === folder) &&
      (!group || ruleGroup === group) &&
      (states.length === 0 || states.includes(stateOf(evaluated)))
    );
  };
}

function groupsOf(rules: EvaluatedRule[]): EvaluatedRule[][] {
  const groups = new Map<string, EvaluatedRule[]>();
  for (const one of rules) {
    const key = `${one.rule.folderUID}/${one.rule.ruleGroup}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, all]) => all);
}

function countStates(rules: EvaluatedRule[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const one of rules) {
    const state = stateOf(one);
    totals[state] = (totals[state] ?? 0) + 1;
  }
  return totals;
}
