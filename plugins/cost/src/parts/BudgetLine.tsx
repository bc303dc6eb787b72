import type { MonthStanding } from '@portico/plugin-cost-common';
import { State } from '@portico/ui';
import { BUDGET_STATE, budgetWords } from './budgetWords';
import styles from './Cost.module.css';

/** How the budget stands, in a line: *Forecast 11 USD over* the 400 USD budget. Nothing without one. */
export function BudgetLine(props: {
  standing: MonthStanding;
  currency: string;
}) {
  const { standing, currency } = props;
  const words = budgetWords(standing, currency);
  if (!words || !standing.budget) return null;
  const [verdict, rest] = words;
  const { state } = standing.budget;
  return (
    <p className={styles.budget}>
      {state === 'over' || state === 'heading-over' ? (
        <State state={BUDGET_STATE[state]}>{verdict}</State>
      ) : (
        verdict
      )}
      {rest}
    </p>
  );
}
