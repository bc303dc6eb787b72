import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { BudgetRow } from '@portico/plugin-cost-common';
import { ErrorState, Td, TextLink, Th, Time } from '@portico/ui';
import { BudgetBar } from '../../parts/BudgetBar';
import { BudgetState } from '../../parts/BudgetState';
import { BUDGET_FROM } from '../../parts/budgetWords';
import { formatAmount, formatWhole } from '../../parts/money';
import styles from './BudgetsTab.module.css';

/** What its owners were told, newest first; the words in full on hover. */
function Told({ alerts }: Pick<BudgetRow, 'alerts'>) {
  if (alerts.length === 0) return <>nothing</>;
  const [newest, ...others] = alerts;
  return (
    <>
      {newest.message}{' '}
      <span className={styles.small}>
        <Time at={newest.at} />
        {others.length > 0 && `, ${others.length} more before`}
      </span>
    </>
  );
}

/** One budget; what is wrong with it stands under it. */
export function BudgetTableRow(props: { row: BudgetRow; currency: string }) {
  const { row, currency } = props;
  const { title, entityRef, standing, alerts, problem } = row;
  const { budget, forecast, toDate } = standing;
  const entityLink = useEntityRefLink();
  return (
    <tr>
      <Th scope="row" className={styles.who}>
        {entityRef ? (
          <TextLink plain to={`${entityLink(entityRef)}/cost`}>
            {title}
          </TextLink>
        ) : (
          title
        )}
        {budget && (
          <span className={styles.small}>{BUDGET_FROM[budget.from]}</span>
        )}
        {problem && <ErrorState inline what="Can’t be read:" why={problem} />}
      </Th>
      <Td className={styles.bar}>
        <BudgetBar standing={standing} currency={currency} />
      </Td>
      <Td end>{formatAmount(toDate)}</Td>
      <Td
        end
        quiet={!forecast}
        title={
          forecast &&
          `Between ${formatWhole(forecast.low)} and ${formatWhole(
            forecast.high,
          )} ${currency}`
        }
      >
        {forecast ? formatWhole(forecast.amount) : 'none'}
      </Td>
      <Td end quiet={!budget}>
        {budget ? formatWhole(budget.amount) : 'none'}
      </Td>
      <Td nowrap>
        <BudgetState budget={budget} />
      </Td>
      <Td className={styles.told} quiet={alerts.length === 0}>
        <Told alerts={alerts} />
      </Td>
    </tr>
  );
}
