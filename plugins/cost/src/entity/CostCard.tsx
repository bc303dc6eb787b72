import type { EntityCost } from '@portico/plugin-cost-common';
import { Section, State, TextLink, Waiting } from '@portico/ui';
import { useCostEntity, useEntityCost } from '../hooks/useEntityCost';
import { BasisLine, BasisProblems } from '../parts/BasisLine';
import { BudgetBar } from '../parts/BudgetBar';
import { BudgetLine } from '../parts/BudgetLine';
import { budgetTone } from '../parts/budgetWords';
import { DailySpark } from '../parts/DailySpark';
import cost from '../parts/Cost.module.css';
import { beforeWords, dayWords, monthName } from '../parts/dates';
import { formatAmount, formatWhole, minus } from '../parts/money';
import { dailySums } from '../parts/dailySums';
import { MoneyText } from '../parts/MoneyText';
import { NoCost, NotCurrent } from '../parts/NoCost';
import styles from './CostCard.module.css';
import { isNothingKnown } from './isNothingKnown';
import { NothingAttributed } from './NothingAttributed';

const CHANGES = 4;

/** What costs more or less than on the same days of the month before, largest first. */
function Changes({ cost: { standing, changes } }: { cost: EntityCost }) {
  const { before, toDate } = standing;
  if (!before) return null;
  return (
    <ul className={styles.changes}>
      <li>
        <span>Against {beforeWords(standing)}</span>
        <span>
          {formatAmount(minus(toDate, before.amount), { signed: true })}
        </span>
      </li>
      {changes
        .slice(0, CHANGES)
        .map(({ title, since, difference, because }) => (
          <li key={title} title={because}>
            <span>
              {title}
              {since && `, since ${dayWords(since)}`}
            </span>
            <span>{formatAmount(difference, { signed: true })}</span>
          </li>
        ))}
    </ul>
  );
}

function Month({ cost: item }: { cost: EntityCost }) {
  const { standing, basis, chart, anomalies } = item;
  const { forecast } = standing;
  const open = anomalies.filter(({ state }) => state === 'open');
  return (
    <>
      <div className={styles.head}>
        <div className={cost.big}>
          <MoneyText amount={standing.toDate} currency={basis.currency} />
        </div>
        <div className={styles.line}>
          <DailySpark
            days={chart.days}
            amounts={dailySums(chart)}
            currency={basis.currency}
            height={30}
          />
        </div>
        {forecast && (
          <div className={styles.forecast}>
            forecast {formatWhole(forecast.amount)}
            <br />
            {formatWhole(forecast.low)} to {formatWhole(forecast.high)}
          </div>
        )}
      </div>
      <div className={styles.bar}>
        <BudgetBar standing={standing} currency={basis.currency} />
      </div>
      <BudgetLine standing={standing} currency={basis.currency} />
      {open.map(({ id, since, excess }) => (
        <p key={id} className={styles.odd}>
          <State state="degraded">
            {formatAmount(excess, { signed: true })} a day
          </State>{' '}
          beyond what is usual since {dayWords(since)}
        </p>
      ))}
      <Changes cost={item} />
    </>
  );
}

/** What the page's entity costs this month: to date, forecast, budget, and what changed. */
export function CostCard() {
  const { entityRef, title, tab } = useCostEntity();
  const { value, error, reload } = useEntityCost(entityRef);
  if (!value) {
    return error ? (
      <NoCost of={title} error={error} retry={reload} />
    ) : (
      <Section title="Cost">
        <Waiting rows={4} what="cost" />
      </Section>
    );
  }
  const nothing = isNothingKnown(value);
  return (
    <Section
      title={
        <TextLink plain to={tab}>
          {nothing ? 'Cost' : `Cost in ${monthName(value.standing.month)}`}
        </TextLink>
      }
      tone={error ? 'stale' : budgetTone(value.standing)}
      meta={<BasisLine basis={value.basis} short />}
    >
      <NotCurrent error={error} retry={reload} />
      <BasisProblems basis={value.basis} />
      {nothing ? (
        <NothingAttributed cost={value} title={title} />
      ) : (
        <Month cost={value} />
      )}
    </Section>
  );
}
