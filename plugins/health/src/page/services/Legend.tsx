import { HEALTH_STATES, type HealthState } from '@portico/plugin-health-common';
import { State } from '@portico/ui';
import styles from './Legend.module.css';
import type { Look } from './useServiceView';

/** From low to tall, then what is none. */
const BARS: HealthState[] = ['healthy', 'degraded', 'failing', 'unknown'];

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
        BARS.map(state => (
          <span key={state}>
            <i className={styles[state]} aria-hidden="true" />
            {state}
          </span>
        ))}
    </span>
  );
}
