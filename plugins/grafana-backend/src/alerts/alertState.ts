import type { GrafanaAlertState } from '@portico/plugin-grafana-common';
import type { AlertingRule } from '@portico/plugin-grafana-node';

/** Worst first. */
const ORDER: readonly GrafanaAlertState[] = [
  'firing',
  'error',
  'pending',
  'no-data',
  'normal',
  'paused',
];

/** By the first word of what Grafana and its data sources say, in small letters: `Normal (NoData)` is normal. */
const STATES: Record<string, GrafanaAlertState> = {
  alerting: 'firing',
  firing: 'firing',
  // Its value is fine again, and it goes on firing for a while.
  recovering: 'firing',
  error: 'error',
  pending: 'pending',
  nodata: 'no-data',
};

/** By the health of a rule, i.e. how its last evaluation went. */
const HEALTH: Record<string, GrafanaAlertState> = {
  error: 'error',
  err: 'error',
  nodata: 'no-data',
};

/** State of one series. */
export function instanceState(text: string): GrafanaAlertState {
  return STATES[text.split(' ')[0].toLowerCase()] ?? 'normal';
}

/** State of a rule with those of its series that count. */
export function ruleState(
  { isPaused, state, health, alerts }: AlertingRule,
  instances: readonly GrafanaAlertState[],
): GrafanaAlertState {
  if (isPaused) return 'paused';
  // A data source may leave out the series.
  const said = alerts?.length ? [] : [instanceState(state ?? '')];
  const all = [...instances, ...said, HEALTH[health] ?? 'normal'];
  return all.sort(worstFirst)[0];
}

/** For sorting. */
export function worstFirst(a: GrafanaAlertState, b: GrafanaAlertState): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
