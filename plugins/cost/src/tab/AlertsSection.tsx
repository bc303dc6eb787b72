import type { EntityCost } from '@portico/plugin-cost-common';
import { Section, StateShape, Time, type StateName } from '@portico/ui';
import styles from './CostTab.module.css';

const SHAPES: Record<EntityCost['alerts'][number]['threshold'], StateName> = {
  half: 'healthy',
  most: 'degraded',
  forecast: 'degraded',
  spent: 'failing',
};

/** Thresholds of the budget that were passed, and when their owners were told; nothing without any. */
export function AlertsSection({ cost: { alerts } }: { cost: EntityCost }) {
  if (alerts.length === 0) return null;
  return (
    <Section
      title="Budget alerts"
      tone={alerts.some(it => it.threshold === 'spent') ? 'bad' : 'fine'}
    >
      <ul className={styles.items}>
        {alerts.map(({ id, threshold, at, message }) => (
          <li key={id}>
            <div className={styles.pair}>
              <span>
                <StateShape state={SHAPES[threshold]} /> {message}
              </span>
              <span className={styles.quiet}>
                <Time at={at} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
