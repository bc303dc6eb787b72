import type { AlertState } from './AlertState';
import { EVALUATION_INTERVAL_MS } from './AlertState';
import type { LoadedRule } from './LoadedRule';
import type { ActiveAlert, RuleGroupState, RuleState } from './RuleGroups';

const NEVER = '0001-01-01T00:00:00Z';
const STATES = ['firing', 'pending'] as const;

/** A group of rules with their alerts, as the API has it. */
export function presentGroup(
  group: { name: string; rules: LoadedRule[] },
  alerts: AlertState[],
): RuleGroupState {
  const rules = group.rules.map(rule =>
    presentRule(
      rule,
      alerts.filter(alert => alert.rule === rule.id),
    ),
  );
  const [first] = rules;
  return {
    name: group.name,
    file: '/etc/prometheus/rules/sandbox.yaml',
    rules,
    interval: EVALUATION_INTERVAL_MS / 1000,
    limit: 0,
    evaluationTime: rules.reduce((sum, rule) => sum + rule.evaluationTime, 0),
    lastEvaluation: first?.lastEvaluation ?? NEVER,
  };
}

function presentRule(loaded: LoadedRule, alerts: AlertState[]): RuleState {
  const { rule, holdMs, lastError, lastEvaluation, evaluationSeconds } = loaded;
  const active = alerts.flatMap(presentAlert);
  const done = lastError === undefined ? 'ok' : 'err';
  return {
    state:
      STATES.find(state => active.some(alert => alert.state === state)) ??
      'inactive',
    name: rule.alert,
    query: rule.expr,
    duration: holdMs / 1000,
    keepFiringFor: 0,
    labels: rule.labels,
    annotations: rule.annotations,
    alerts: active,
    health: lastEvaluation === undefined ? 'unknown' : done,
    lastError,
    evaluationTime: evaluationSeconds,
    lastEvaluation:
      lastEvaluation === undefined
        ? NEVER
        : new Date(lastEvaluation).toISOString(),
    type: 'alerting',
  };
}

function presentAlert(alert: AlertState): ActiveAlert[] {
  const { labels, annotations, state, activeAt, value } = alert;
  if (state === 'inactive') return [];
  return [
    {
      labels,
      annotations,
      state,
      activeAt: new Date(activeAt).toISOString(),
      value: value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2'),
    },
  ];
}
