import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { CostSummary } from '@portico/plugin-cost-common';
import { errorName, Figure, Icon, TextLink } from '@portico/ui';
import { useCostSummaries } from '../hooks/useCostSummaries';
import { BudgetBar } from '../parts/BudgetBar';
import { BudgetState } from '../parts/BudgetState';
import { budgetTone } from '../parts/budgetWords';
import { Spark13 } from '../parts/Spark13';
import { METRIC_WORDS } from '../parts/basisWords';
import { dayWords } from '../parts/dates';
import { formatWhole } from '../parts/money';
import { allOf, useMine } from './useMine';

/** `commerce, budget 4,000; amortised, to 19 Nov`. */
function comparison({ entityRef, standing, basis }: CostSummary): string {
  const { budget } = standing;
  const limit = budget ? `, budget ${formatWhole(budget.amount)}` : '';
  const through = basis.through ? `, to ${dayWords(basis.through)}` : '';
  return `${parseEntityRef(entityRef).name}${limit}; ${
    METRIC_WORDS[basis.metric]
  }${through}`;
}

function Forecast({ item, stale }: { item: CostSummary; stale: boolean }) {
  const { standing, basis, months, entityRef } = item;
  const linkTo = useEntityRefLink();
  const { forecast, budget } = standing;
  return (
    <Figure
      label={forecast ? 'Cost forecast' : 'Cost to date'}
      tone={stale ? 'stale' : budgetTone(standing)}
      aside={budget && <BudgetState budget={budget} />}
      value={formatWhole(forecast?.amount ?? standing.toDate)}
      unit={basis.currency}
      comparison={
        <>
          {comparison(item)}{' '}
          <TextLink to={`${linkTo(entityRef)}/cost`}>See why</TextLink>
        </>
      }
    >
      {budget ? (
        <BudgetBar standing={standing} currency={basis.currency} />
      ) : (
        <Spark13 months={months} currency={basis.currency} height={36} />
      )}
    </Figure>
  );
}

/** What the services of the viewer's team cost this month, of their largest team; nothing for who may see no costs. */
export function HomeFigure() {
  const { value: mine } = useMine();
  const { value, error } = useCostSummaries(allOf(mine));
  const teams = (mine?.groups ?? [])
    .flatMap(ref => value?.get(ref) ?? [])
    .filter(({ months }) => months.some(it => Number(it) > 0))
    .sort((a, b) => Number(b.standing.toDate) - Number(a.standing.toDate));
  if (teams[0]) return <Forecast item={teams[0]} stale={Boolean(error)} />;
  if (!error || errorName(error) === 'NotAllowedError') return null;
  return (
    <Figure
      label="Cost forecast"
      tone="stale"
      value="unknown"
      comparison={
        <>
          <Icon name="clock" size={12} /> cost has not answered
        </>
      }
    />
  );
}
