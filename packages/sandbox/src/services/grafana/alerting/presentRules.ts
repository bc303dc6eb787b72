import { parseDuration } from '../../prometheus/promql/parse/literals';
import type { GrafanaContext } from '../GrafanaContext';
import { textOf } from '../model/spec';
import type { StoredAlertRule } from '../model/types';
import { INTERVAL_MS } from './Alerting';
import { expandText } from './expandText';
import { isFiring, type AlertInstance, type EvaluatedRule } from './RuleStatus';

const NEVER = '0001-01-01T00:00:00Z';

/** A group of rules as `/api/prometheus/grafana/api/v1/rules` gives it. */
export function presentGroup(
  context: GrafanaContext,
  rules: EvaluatedRule[],
  options: { limitAlerts?: number },
) {
  const [{ rule, status }] = rules;
  return {
    name: rule.ruleGroup,
    file: folderTitle(context, rule),
    folderUid: rule.folderUID,
    rules: rules.map(one => presentRule(context, one, options)),
    totals: totalsOf(rules.flatMap(one => one.status.instances)),
    interval: INTERVAL_MS / 1000,
    lastEvaluation: isoOf(status.evaluatedAt),
    evaluationTime: rules.reduce(
      (sum, one) => sum + one.status.evaluationSeconds,
      0,
    ),
  };
}

/** `firing`, `pending` or `inactive`. */
export function stateOf({ status: { instances } }: EvaluatedRule): string {
  if (instances.some(isFiring)) return 'firing';
  const isPending = instances.some(({ state }) => state === 'Pending');
  return isPending ? 'pending' : 'inactive';
}

function presentRule(
  context: GrafanaContext,
  evaluated: EvaluatedRule,
  { limitAlerts = Infinity }: { limitAlerts?: number },
) {
  const { rule, status } = evaluated;
  const { health, lastError, evaluatedAt, instances } = status;
  const starts = instances
    .filter(({ state }) => state === 'Pending' || state === 'Alerting')
    .map(one => activeAt(rule, one));
  return {
    state: stateOf(evaluated),
    name: rule.title,
    query: rule.data
      .flatMap(({ model }) => textOf(model.expr) ?? [])
      .join(' | '),
    queriedDatasourceUIDs: rule.data
      .map(one => one.datasourceUid)
      .filter(uid => uid !== '__expr__'),
    duration: durationSeconds(rule),
    keepFiringFor: 0,
    annotations: rule.annotations,
    ...(starts.length > 0 && { activeAt: isoOf(Math.min(...starts)) }),
    alerts: instances
      .slice(0, limitAlerts)
      .map(one => presentInstance(context, rule, one)),
    totals: totalsOf(instances),
    totalsFiltered: totalsOf(instances),
    uid: rule.uid,
    folderUid: rule.folderUID,
    labels: rule.labels,
    health: health === 'unknown' ? 'ok' : health,
    ...(lastError !== undefined && { lastError }),
    type: 'alerting',
    lastEvaluation: isoOf(rule.isPaused ? 0 : evaluatedAt),
    evaluationTime: status.evaluationSeconds,
    isPaused: rule.isPaused,
    notificationSettings: null,
  };
}

/** A series of a rule as the rules and the alerts of Prometheus' API have it. */
export function presentInstance(
  context: GrafanaContext,
  rule: StoredAlertRule,
  instance: AlertInstance,
) {
  const { state, values } = instance;
  const value = values[rule.condition];
  const isActive = isFiring(instance) || state === 'Pending';
  return {
    labels: labelsOf(context, rule, instance),
    annotations: expandAll(rule.annotations, instance),
    state,
    activeAt: isoOf(activeAt(rule, instance)),
    value: isActive && value !== undefined ? formatValue(value) : '',
  };
}

/** All labels of an instance: of its series, of its rule, and those that Grafana sets. */
export function labelsOf(
  context: GrafanaContext,
  rule: StoredAlertRule,
  instance: AlertInstance,
): Record<string, string> {
  return {
    ...instance.labels,
    ...expandAll(rule.labels, instance),
    alertname: rule.title,
    grafana_folder: folderTitle(context, rule),
  };
}

/** @returns texts with labels and values of the instance filled in */
export function expandAll(
  texts: Record<string, string>,
  instance: AlertInstance,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      expandText(text, instance),
    ]),
  );
}

/** When it began to fire, or to be pending, or to be as it is; milliseconds since 1970. */
export function activeAt(rule: StoredAlertRule, instance: AlertInstance) {
  const { since, state } = instance;
  return state === 'Alerting' ? since + durationSeconds(rule) * 1000 : since;
}

export function isoOf(time: number): string {
  return time === 0 ? NEVER : new Date(time).toISOString();
}

function durationSeconds(rule: StoredAlertRule): number {
  return (parseDuration(rule.for) ?? 0) / 1000;
}

function folderTitle({ folders }: GrafanaContext, rule: StoredAlertRule) {
  return folders.find(rule.folderUID)?.title ?? '';
}

/** How many instances there are in each state, e.g. `{ alerting: 1, normal: 3 }`. */
function totalsOf(instances: AlertInstance[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { state } of instances) {
    const name = state.split(' ')[0].toLowerCase();
    totals[name] = (totals[name] ?? 0) + 1;
  }
  return totals;
}

/** As Go writes it, e.g. `1e+00`. */
function formatValue(value: number): string {
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}
