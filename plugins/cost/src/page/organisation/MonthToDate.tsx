import type { OrganisationCost } from '@portico/plugin-cost-common';
import { List, ListRow, TextLink } from '@portico/ui';
import { BudgetBar } from '../../parts/BudgetBar';
import { Change } from '../../parts/Change';
import parts from '../../parts/Cost.module.css';
import { monthName } from '../../parts/dates';
import { formatMoney } from '../../parts/money';
import { MoneyText } from '../../parts/MoneyText';
import { NOT_LOOKED } from '../frame/notLooked';
import { usePageLinks } from '../frame/usePageLinks';
import styles from './MonthToDate.module.css';
import { comparisonWords } from './comparisonWords';

/** `2 over, 1 near`, `none`. */
function alertWords({ counts }: OrganisationCost): string {
  const words = [
    counts.budgetsOver > 0 && `${counts.budgetsOver} over`,
    counts.budgetsNear > 0 && `${counts.budgetsNear} near`,
  ].filter(Boolean);
  return words.join(', ') || 'none';
}

/** What the month has cost so far, against its budget, and how much there is to look at. */
export function MonthToDate({ cost }: { cost: OrganisationCost }) {
  const { standing, basis, counts, savings, unitCosts } = cost;
  const { currency } = basis;
  const linkTo = usePageLinks();
  const facts = [
    {
      title: 'Budget alerts',
      end: <TextLink to={linkTo('budgets')}>{alertWords(cost)}</TextLink>,
    },
    {
      title: 'Anomalies open',
      end: (
        <TextLink to={linkTo('anomalies')}>
          {counts.anomaliesOpen || (basis.lookedAt ? 'none' : NOT_LOOKED)}
        </TextLink>
      ),
    },
    {
      title: 'Savings found',
      end: (
        <TextLink to={linkTo('savings')}>
          {basis.lookedAt
            ? `${formatMoney(savings, currency, { decimals: 0 })} a month`
            : NOT_LOOKED}
        </TextLink>
      ),
    },
  ];
  return (
    <div className={styles.month} role="group" aria-label="Month to date">
      <p className={`${parts.big} ${styles.value}`}>
        <MoneyText amount={standing.toDate} currency={currency} />
      </p>
      <p className={styles.comparison}>
        {comparisonWords(standing, monthName)}
      </p>
      <BudgetBar standing={standing} currency={currency} legend />
      <div className={styles.facts}>
        <List>
          {facts.map(({ title, end }) => (
            <ListRow key={title} end={end}>
              {title}
            </ListRow>
          ))}
          {unitCosts.map(({ title, amount, change, basis: of }) => (
            <ListRow
              key={title}
              end={
                <span title={of}>
                  <b>{formatMoney(amount, currency)}</b>{' '}
                  {change !== undefined && <Change ratio={change} />}
                </span>
              }
            >
              {title[0].toUpperCase() + title.slice(1)}
            </ListRow>
          ))}
        </List>
      </div>
    </div>
  );
}
