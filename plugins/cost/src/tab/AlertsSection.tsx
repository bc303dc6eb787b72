import type { BudgetAlertView, EntityCost } from '@portico/plugin-cost-common';
import { Section, StateShape, Time, type StateName } from '@portico/ui';
import { Shortened } from '../parts/Shortened';
import styles from './CostTab.module.css';

type Threshold = BudgetAlertView['threshold'];

/** From the mildest on. */
const THRESHOLDS: Threshold[] = ['half', 'most', 'forecast', 'spent'];

const SHAPES: Record<Threshold, StateName> = {
  half: 'healthy',
  most: 'degraded',
  forecast: 'degraded',
  spent: 'failing',
};

const PASSED: Record<Threshold, string> = {
  half: '50 %',
  most: '80 %',
  forecast: 'its forecast',
  spent: '100 %',
};

/** What was told of one budget, the gravest first. */
function byBudget(alerts: BudgetAlertView[]): BudgetAlertView[][] {
  const budgets = new Map<string, BudgetAlertView[]>();
  for (const alert of alerts) {
    const key = alert.entityRef ?? alert.title;
    budgets.set(key, [...(budgets.get(key) ?? []), alert]);
  }
  const gravity = (told: BudgetAlertView) => THRESHOLDS.indexOf(told.threshold);
  return [...budgets.values()]
    .map(told => told.sort((a, b) => gravity(b) - gravity(a)))
    .sort(([a], [b]) => gravity(b) - gravity(a));
}

/** `told at 50 %, 80 % and 100 %`. */
function toldWords(told: BudgetAlertView[]): string {
  const at = told.map(it => PASSED[it.threshold]).reverse();
  const last = at.pop();
  return at.length > 0
    ? `told at ${at.join(', ')} and ${last}`
    : `told at ${last}`;
}

/** Budgets whose thresholds were passed, and what their owners were told; nothing without any. */
export function AlertsSection({ cost }: { cost: EntityCost }) {
  const { alerts, covers } = cost;
  if (alerts.length === 0) return null;
  return (
    <Section
      title="Budget alerts"
      tone={alerts.some(it => it.threshold === 'spent') ? 'bad' : 'fine'}
    >
      <Shortened items={byBudget(alerts)} what="budgets">
        {shown => (
          <ul className={styles.items}>
            {shown.map(told => {
              const [{ id, title, threshold, message, at }] = told;
              return (
                <li key={id}>
                  <div className={styles.pair}>
                    <span>
                      <StateShape state={SHAPES[threshold]} />{' '}
                      {covers.length > 1 && <b>{title}.</b>} {message}
                    </span>
                    <span className={styles.quiet}>
                      <Time at={at} />
                    </span>
                  </div>
                  <p className={styles.quiet}>{toldWords(told)}</p>
                </li>
              );
            })}
          </ul>
        )}
      </Shortened>
    </Section>
  );
}
