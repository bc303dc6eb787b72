import type {
  GrafanaAlertList,
  GrafanaAlertRule,
  GrafanaAlertState,
} from '@portico/plugin-grafana-common';
import type { StateName } from '@portico/ui';

/** Shape and word of a state. */
export const ALERT_STATES: Record<
  GrafanaAlertState,
  { state: StateName; word: string }
> = {
  firing: { state: 'degraded', word: 'Firing' },
  error: { state: 'unknown', word: 'In error' },
  pending: { state: 'pending', word: 'Pending' },
  'no-data': { state: 'unknown', word: 'No data' },
  normal: { state: 'healthy', word: 'Normal' },
  paused: { state: 'skipped', word: 'Paused' },
};

const GRAVE = ['critical', 'page', 'disaster', 'emergency'];

/** Firing is failing where the rule itself says that it is grave, by its label `severity`. */
export function shapeOf({ state, labels }: GrafanaAlertRule): StateName {
  const grave = GRAVE.includes(String(labels.severity).toLocaleLowerCase('en'));
  return state === 'firing' && grave ? 'failing' : ALERT_STATES[state].state;
}

/** Whether nobody is told of the rule now: it has silences, and none of its instances goes without. */
export function isMuted({ silences, instances }: GrafanaAlertRule): boolean {
  const told = ({ state }: { state: GrafanaAlertState }) =>
    state === 'firing' || state === 'pending';
  return (
    silences.length > 0 &&
    instances.filter(told).every(({ silenced }) => silenced)
  );
}

/** Rules that need a look: not normal, not paused. */
export const needsLook = ({ state }: GrafanaAlertRule): boolean =>
  state !== 'normal' && state !== 'paused';

const rules = (count: number) => (count === 1 ? 'rule' : 'rules');

/** The answer in a sentence, and its shape: "2 of 6 alert rules fire; 1 in error, 1 muted." */
export function alertSentence(list: GrafanaAlertList): {
  bold: string;
  rest: string;
  state: StateName;
} {
  const { items, failures, selector } = list;
  const unsaid = failures.map(
    ({ instance }) => `${instance} could not be asked.`,
  );
  const rest = (words: string) => [words, ...unsaid].filter(Boolean).join(' ');
  if (items.length === 0) {
    return failures.length > 0
      ? { bold: 'Alerts are unknown.', rest: rest(''), state: 'unknown' }
      : {
          bold: 'No alert rules.',
          rest: `None has the label ${selector}.`,
          state: 'skipped',
        };
  }
  const inState = (state: GrafanaAlertState) =>
    items.filter(item => item.state === state);
  const firing = inState('firing');
  const muted = items.filter(isMuted).length;
  const parts = [
    [inState('error').length, 'in error'],
    [inState('pending').length, 'pending'],
    [inState('no-data').length, 'without data'],
    [inState('paused').length, 'paused'],
    [muted, 'muted'],
  ] as const;
  const others = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
  if (firing.length > 0) {
    return {
      bold: `${firing.length} of ${items.length} alert ${rules(
        items.length,
      )} firing.`,
      rest: rest(others && `${others}.`),
      state: firing.some(item => shapeOf(item) === 'failing')
        ? 'failing'
        : 'degraded',
    };
  }
  const blind = inState('error').length + inState('no-data').length > 0;
  return {
    bold: 'No alert firing.',
    rest: rest(
      others
        ? `${items.length} ${rules(items.length)}: ${others}.`
        : `${items.length} ${rules(items.length)}, all normal.`,
    ),
    state: blind || failures.length > 0 ? 'unknown' : 'healthy',
  };
}
