import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { CostSummary } from '@portico/plugin-cost-common';
import {
  ErrorState,
  errorName,
  errorWords,
  NeedsYouMore,
  NeedsYouRow,
  StateShape,
  TextLink,
  Time,
  VisuallyHidden,
} from '@portico/ui';
import { useCostSummaries } from '../hooks/useCostSummaries';
import { BUDGET_STATE } from '../parts/budgetWords';
import { formatAmount, formatMoney, formatWhole } from '../parts/money';
import { usePageLink } from './usePageLink';
import { allOf, useMine } from './useMine';

const SHOWN = 5;

/** ` is forecast at 411 of 400 USD`, ` has spent 412.10 of 400 USD`. */
function wordsOf({ standing, basis }: CostSummary): string {
  const { budget, forecast, toDate } = standing;
  const limit = formatMoney(budget?.amount ?? '0', basis.currency, {
    decimals: 0,
  });
  return budget?.state === 'over' || !forecast
    ? ` has spent ${formatAmount(toDate)} of ${limit}`
    : ` is forecast at ${formatWhole(forecast.amount)} of ${limit}`;
}

/** How far beyond its budget, as a ratio of it. */
const excess = ({ standing: { budget } }: CostSummary) =>
  Math.max(budget?.spent ?? 0, budget?.forecast ?? 0);

function Row({ item }: { item: CostSummary }) {
  const { entityRef, standing, basis } = item;
  const linkTo = useEntityRefLink();
  const { name } = parseEntityRef(entityRef);
  return (
    <NeedsYouRow
      shape={
        <StateShape state={BUDGET_STATE[standing.budget?.state ?? 'within']} />
      }
      kind="Budget"
      age={basis.collectedAt && <Time at={basis.collectedAt} />}
      action={
        <TextLink to={`${linkTo(entityRef)}/cost`}>
          See what changed <VisuallyHidden>at {name}</VisuallyHidden>
        </TextLink>
      }
    >
      <b>{name}</b>
      {wordsOf(item)}
    </NeedsYouRow>
  );
}

/** What is the viewer's and over its budget, or heading over it, as rows of "Needs you"; nothing where nothing is. */
export function NeedsYouRows() {
  const { value: mine } = useMine();
  const refs = allOf(mine);
  const { value, error, reload } = useCostSummaries(refs);
  const page = usePageLink();
  if (error && !value) {
    // Who may see no costs has no budgets to watch.
    if (errorName(error) === 'NotAllowedError') return null;
    return (
      <li>
        <ErrorState
          inline
          what="Unknown: cost has not answered."
          why={errorWords(error)}
          retry={reload}
        />
      </li>
    );
  }
  const over = refs
    .flatMap(ref => value?.get(ref) ?? [])
    .filter(({ standing: { budget } }) =>
      ['over', 'heading-over'].includes(budget?.state ?? ''),
    )
    .sort((a, b) => excess(b) - excess(a));
  const more = over.length - SHOWN;
  return (
    <>
      {over.slice(0, SHOWN).map(item => (
        <Row key={item.entityRef} item={item} />
      ))}
      {more > 0 && (
        <NeedsYouMore>
          <TextLink to={page('budgets')}>
            {`${more} more of your budgets ${
              more === 1 ? 'is' : 'are'
            } exceeded or will be`}
          </TextLink>
        </NeedsYouMore>
      )}
    </>
  );
}
