import { useApi } from '@backstage/frontend-plugin-api';
import type { OrganisationCost } from '@portico/plugin-cost-common';
import { Section, type Live } from '@portico/ui';
import { useCallback } from 'react';
import { costApiRef } from '../../api/costApiRef';
import { useCost } from '../../hooks/useCost';
import { NotCurrent } from '../../parts/NoCost';
import { Pending } from '../frame/Pending';
import { toneOf } from '../frame/toneOf';
import { usePageQuery } from '../frame/usePageQuery';
import styles from '../organisation/OrganisationTab.module.css';
import { ReconciliationLine } from '../organisation/ReconciliationLine';
import { CauseTable } from './CauseTable';
import { UnattributedFigure } from './UnattributedFigure';
import { UnattributedList } from './UnattributedList';

/** What is nobody's: how much, why, and the list to work through. */
export function UnattributedTab(props: { live: Live<OrganisationCost> }) {
  const api = useApi(costApiRef);
  const { query } = usePageQuery();
  const live = useCost(
    useCallback(() => api.unattributed(query), [api, query]),
  );
  const { value, error, reload } = live;
  const { value: whole } = props.live;
  if (!value || !whole) return <Pending live={live} title="Unattributed" />;
  const { currency } = whole.basis;
  return (
    <>
      <Section
        title="Unattributed"
        qualifier="what nobody sees on their own page"
        tone={toneOf(error, value.share > value.goal && 'warn')}
      >
        <NotCurrent error={error} retry={reload} />
        <div className={styles.unattributed}>
          <UnattributedFigure cost={value} currency={currency} />
          {value.causes.length > 0 && (
            <CauseTable causes={value.causes} currency={currency} />
          )}
        </div>
        {whole.reconciliation && (
          <ReconciliationLine
            reconciliation={whole.reconciliation}
            currency={currency}
          />
        )}
      </Section>
      <UnattributedList cost={value} currency={currency} />
    </>
  );
}
