import type { BudgetStanding } from '@portico/plugin-cost-common';
import { State } from '@portico/ui';
import { BUDGET_STATE, budgetShortly } from './budgetWords';
import styles from './Cost.module.css';

/** How a budget stands, for a column: a shape only where it is exceeded or will be. */
export function BudgetState({ budget }: { budget?: BudgetStanding }) {
  if (!budget) return <span className={styles.quiet}>none</span>;
  const words = budgetShortly(budget);
  return budget.state === 'over' || budget.state === 'heading-over' ? (
    <State state={BUDGET_STATE[budget.state]}>{words}</State>
  ) : (
    <span className={budget.state === 'near' ? undefined : styles.quiet}>
      {words}
    </span>
  );
}
