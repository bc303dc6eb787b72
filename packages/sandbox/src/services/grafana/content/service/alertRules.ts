import { RED_PANELS, redDashboardUid, type Component } from '../../../../world';
import type { ContentAlertRule } from '../Content';
import { PROMETHEUS } from '../build/targets';
import { objectiveSeconds, serviceMetrics } from './ServiceMetrics';

const WINDOW_SECONDS = 600;

/** Rules on a critical component: its error ratio and its latency. */
export function alertRules(
  component: Component,
  place: { github: string; organization: string },
): ContentAlertRule[] {
  const { name, title } = component;
  const selector = `service="${name}",environment="production"`;
  const { count, status, buckets, perSecond } = serviceMetrics(
    component,
    selector,
  );
  const objective = objectiveSeconds(component);
  const rate = (more = '') => `sum(rate(${count}{${selector}${more}}[5m]))`;
  const runbook_url = `${place.github}/${place.organization}/${name}/blob/main/docs/runbook.md`;
  return [
    rule(component, {
      uid: `${name}-error-ratio`,
      title: `${title}: error ratio`,
      expr: `${rate(`,${status}=~"5.."`)} / ${rate()}`,
      above: 0.05,
      panelId: RED_PANELS.errorRatio,
      annotations: {
        summary: `More than 5 % of the requests to ${name} fail`,
        runbook_url,
      },
    }),
    rule(component, {
      uid: `${name}-latency`,
      title: `${title}: latency`,
      expr: `histogram_quantile(0.95, sum by (le) (rate(${buckets}{${selector}}[5m])))${
        perSecond === 1 ? '' : ` / ${perSecond}`
      }`,
      above: objective,
      panelId: RED_PANELS.latency,
      annotations: {
        summary: `The p95 of ${name} is above ${objective * 1000} ms`,
        runbook_url,
      },
    }),
  ];
}

function rule(
  component: Component,
  spec: {
    uid: string;
    title: string;
    expr: string;
    above: number;
    panelId: number;
    annotations: Record<string, string>;
  },
): ContentAlertRule {
  const { uid, title, expr, above, panelId, annotations } = spec;
  const { name, owner } = component;
  return {
    uid,
    title,
    folderUID: owner,
    ruleGroup: name,
    orgID: 1,
    condition: 'C',
    data: [
      {
        refId: 'A',
        queryType: '',
        relativeTimeRange: { from: WINDOW_SECONDS, to: 0 },
        datasourceUid: PROMETHEUS.uid,
        model: {
          refId: 'A',
          expr,
          instant: true,
          range: false,
          intervalMs: 1000,
          maxDataPoints: 43_200,
        },
      },
      {
        refId: 'C',
        queryType: '',
        relativeTimeRange: { from: 0, to: 0 },
        datasourceUid: '__expr__',
        model: {
          refId: 'C',
          type: 'threshold',
          expression: 'A',
          datasource: { type: '__expr__', uid: '__expr__' },
          conditions: [
            {
              type: 'query',
              evaluator: { type: 'gt', params: [above] },
              operator: { type: 'and' },
              query: { params: ['C'] },
              reducer: { type: 'last', params: [] },
            },
          ],
          intervalMs: 1000,
          maxDataPoints: 43_200,
        },
      },
    ],
    noDataState: 'NoData',
    execErrState: 'Error',
    for: '1m',
    labels: { service: name, team: owner, severity: 'page' },
    annotations: {
      ...annotations,
      __dashboardUid__: redDashboardUid(component),
      __panelId__: String(panelId),
    },
    isPaused: false,
  };
}
