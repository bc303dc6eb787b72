import type { CostSummary } from '@portico/plugin-cost-common';
import {
  ErrorState,
  errorName,
  errorWords,
  StateShape,
  type Live,
} from '@portico/ui';
import type { ReactNode } from 'react';
import type { Summaries } from '../hooks/useCostSummaries';
import { basisWords } from '../parts/basisWords';
import { BudgetState } from '../parts/BudgetState';
import { BUDGET_STATE, budgetWords } from '../parts/budgetWords';
import cost from '../parts/Cost.module.css';
import { formatMoney } from '../parts/money';

const WHOLE = { decimals: 0 };
const NOT_YOURS = 'For its owners, finance and the platform team';

const isNothing = ({ months, standing }: CostSummary) =>
  Number(standing.toDate) === 0 &&
  months.every(it => it === null || Number(it) === 0);

/** The forecast, or what is known of a month that has none; on hover, kind, range and age. */
function Month({ item }: { item: CostSummary }) {
  const { standing, basis } = item;
  const { forecast, toDate, budget } = standing;
  const { currency } = basis;
  const title = [
    forecast &&
      `${formatMoney(toDate, currency)} to date, forecast between ${formatMoney(
        forecast.low,
        currency,
        WHOLE,
      )} and ${formatMoney(forecast.high, currency, WHOLE)}`,
    ...basisWords(basis, new Date()),
  ]
    .filter(Boolean)
    .join('; ');
  return (
    <span title={title} className={cost.cell}>
      {(budget?.state === 'over' || budget?.state === 'heading-over') && (
        <StateShape state={BUDGET_STATE[budget.state]} size={12} />
      )}
      {forecast
        ? formatMoney(forecast.amount, currency, WHOLE)
        : `${formatMoney(toDate, currency, WHOLE)} to date`}
    </span>
  );
}

const CELLS: Record<string, (item: CostSummary) => ReactNode> = {
  month: item => <Month item={item} />,
  budget: ({ standing, basis }) => (
    <span title={budgetWords(standing, basis.currency)?.join('')}>
      <BudgetState budget={standing.budget} />
    </span>
  ),
};

const quiet = (words: string, title?: string) => (
  <span className={cost.quiet} title={title}>
    {words}
  </span>
);

/** The cell of a row: its value, nothing while it is being read, why there is none. */
export function costCell(
  { value, error }: Live<Summaries>,
  column: string,
  entityRef: string,
): ReactNode {
  const item = value?.get(entityRef);
  if (item) {
    return isNothing(item)
      ? quiet('none', 'No row of the bill is attributed to it')
      : CELLS[column](item);
  }
  const refused = error && errorName(error) === 'NotAllowedError';
  if (value?.has(entityRef) || refused) return quiet('not yours', NOT_YOURS);
  if (error) return quiet('unknown');
  return <i className={cost.waiting} aria-label="Loading" />;
}

/** Why the columns say less than usual; nothing while cost answers, or for who may see no costs. */
export function costNote({ value, error, reload }: Live<Summaries>) {
  if (!error || errorName(error) === 'NotAllowedError') return undefined;
  return (
    <ErrorState
      inline
      state={value ? 'stale' : 'unknown'}
      what={
        value
          ? 'Cost has not answered; its columns show what it said last.'
          : 'Unknown: cost has not answered.'
      }
      why={errorWords(error)}
      retry={reload}
    />
  );
}
