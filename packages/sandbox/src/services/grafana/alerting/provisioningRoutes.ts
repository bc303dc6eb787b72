import PromiseRouter from 'express-promise-router';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import type { StoredAlertRule } from '../model/types';
import { readBody } from '../routes/readBody';
import { INTERVAL_MS } from './Alerting';
import { readRule } from './readRule';

/**
 * Rules as they are written down, without their states.
 * https://grafana.com/docs/grafana/latest/developers/http_api/alerting_provisioning/
 */
export function createProvisioningRoutes(context: GrafanaContext) {
  const { alertRules } = context;
  const router = PromiseRouter();
  const PATH = '/api/v1/provisioning/alert-rules';

  router.get(PATH, (_request, response) => {
    response.json(alertRules.list().map(present));
  });

  router.get(`${PATH}/:uid`, (request, response) => {
    response.json(present(alertRules.get(request.params.uid)));
  });

  router.post(PATH, (request, response) => {
    const rule = readRule(context, readBody(request));
    if (rule.uid && alertRules.find(rule.uid)) {
      throw GrafanaError.named(
        409,
        'alerting.alert-rule.conflict',
        `rule with UID '${rule.uid}' already exists`,
      );
    }
    const saved = alertRules.write(rule, provenance(request.headers));
    response.status(201).json(present(saved));
  });

  router.put(`${PATH}/:uid`, (request, response) => {
    const { uid } = alertRules.get(request.params.uid);
    const rule = readRule(context, readBody(request));
    const saved = alertRules.write(
      { ...rule, uid },
      provenance(request.headers),
    );
    response.json(present(saved));
  });

  router.delete(`${PATH}/:uid`, (request, response) => {
    alertRules.delete(request.params.uid);
    response.status(204).end();
  });

  router.get('/api/ruler/grafana/api/v1/rules', (_request, response) => {
    response.json(rulerFolders(context));
  });

  return router;
}

/** Who may change it from now on: anybody, where the request says so. */
function provenance(headers: Record<string, unknown>): string {
  return headers['x-disable-provenance'] ? '' : 'api';
}

function present(rule: StoredAlertRule) {
  return { ...rule, notification_settings: null, record: null };
}

/** Groups of rules by the title of their folder, as the ruler's API has them. */
function rulerFolders({ alertRules, folders }: GrafanaContext) {
  const result: Record<string, { name: string; rules: object[] }[]> = {};
  for (const rule of alertRules.list()) {
    const title = folders.find(rule.folderUID)?.title ?? '';
    result[title] ??= [];
    let group = result[title].find(one => one.name === rule.ruleGroup);
    if (!group) {
      const interval = `${INTERVAL_MS / 1000}s`;
      group = Object.assign({ name: rule.ruleGroup, rules: [] }, { interval });
      result[title].push(group);
    }
    group.rules.push({
      expr: '',
      for: rule.for,
      labels: rule.labels,
      annotations: rule.annotations,
      grafana_alert: {
        id: rule.id,
        orgId: rule.orgID,
        title: rule.title,
        condition: rule.condition,
        data: rule.data,
        updated: rule.updated,
        intervalSeconds: INTERVAL_MS / 1000,
        version: 1,
        uid: rule.uid,
        namespace_uid: rule.folderUID,
        rule_group: rule.ruleGroup,
        no_data_state: rule.noDataState,
        exec_err_state: rule.execErrState,
        provenance: rule.provenance,
        is_paused: rule.isPaused,
      },
    });
  }
  return result;
}
