import { useApi } from '@backstage/frontend-plugin-api';
import type { OrganisationCost } from '@portico/plugin-cost-common';
import { EmptyState, Section, type Live } from '@portico/ui';
import { useCallback } from 'react';
import { costApiRef } from '../../api/costApiRef';
import { useCost } from '../../hooks/useCost';
import { METRIC_WORDS } from '../../parts/basisWords';
import { DailyPanel } from '../../parts/chart/DailyPanel';
import { NotCurrent } from '../../parts/NoCost';
import { Pending } from '../frame/Pending';
import { toneOf } from '../frame/toneOf';
import { usePageQuery } from '../frame/usePageQuery';
import { addsUp } from '../organisation/ReconciliationLine';
import { DIMENSIONS } from '../tree/dimensions';
import { SpendSection } from '../tree/SpendSection';
import { ReconciliationTable } from './ReconciliationTable';

const CHOICES = DIMENSIONS.filter(({ value }) => value === 'provider');

const MONTHS = 13;

/** The days of the month by provider. */
function ProviderDays() {
  const api = useApi(costApiRef);
  const { query } = usePageQuery();
  const live = useCost(
    useCallback(
      () => api.organisation({ ...query, by: 'provider' }),
      [api, query],
    ),
  );
  const { value } = live;
  if (!value) {
    return <Pending live={live} title="By provider, each day" rows={6} />;
  }
  const { currency, metric } = value.basis;
  return (
    <DailyPanel
      title="By provider, each day"
      chart={value.chart}
      currency={currency}
      meta={`${currency}, ${METRIC_WORDS[metric]}`}
    />
  );
}

/** Whether the parts are the bill, in each month that is known. */
function ReconciliationSection({ currency }: { currency: string }) {
  const api = useApi(costApiRef);
  const { metric } = usePageQuery().query;
  const live = useCost(
    useCallback(() => api.reconciliation(MONTHS, metric), [api, metric]),
  );
  const { value, error, reload } = live;
  if (!value) return <Pending live={live} title="Reconciliation" rows={6} />;
  const wrong = value.filter(row => !(row.exact && addsUp(row))).length;
  return (
    <Section
      title="Reconciliation"
      qualifier={
        wrong === 0
          ? 'attributed, shared and unattributed are the bill, to the cent'
          : `${wrong} of ${value.length} do not add up to the bill`
      }
      tone={toneOf(error, wrong > 0 && 'bad')}
      meta={`${currency}, ${METRIC_WORDS[metric]}`}
    >
      <NotCurrent error={error} retry={reload} />
      {value.length > 0 ? (
        <ReconciliationTable rows={value} currency={currency} />
      ) : (
        <EmptyState
          what="No month is known yet"
          why="The first bills come in with the next collection."
        />
      )}
    </Section>
  );
}

/** Providers down to accounts and services, and that all of each bill is accounted for. */
export function ProvidersTab({ live }: { live: Live<OrganisationCost> }) {
  const { value } = live;
  return (
    <>
      <ProviderDays />
      <SpendSection title="Providers and accounts" choices={CHOICES} />
      {value?.scope === 'all' && (
        <ReconciliationSection currency={value.basis.currency} />
      )}
    </>
  );
}
