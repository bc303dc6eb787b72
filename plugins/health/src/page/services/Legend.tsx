import { HEALTH_STATES } from '@portico/plugin-health-common';
import { State } from '@portico/ui';
import styles from './Legend.module.css';
import type { Look } from './useServiceView';

/** What bars or tiles mean: their height, their shape. */
export function Legend({ look }: { look: Look }) {
  return (
    <span className={styles.legend}>
      {look === 'tiles' &&
        HEALTH_STATES.filter(state => state !== 'healthy').map(state => (
          <State key={state} state={state} />
        ))}
      {look === 'tiles' && (
        <span>
          <i className={styles.tile} aria-hidden="true" />
          Healthy
        </span>
      )}
      {look === 'table' &&
        [...HEALTH_STATES].reverse().map(state => (
          <span key={state}>
            <i className={styles[state]} aria-hidden="true" />
            {state}
          </span>
        ))}
    </span>
  );
}
