import { useApi } from '@backstage/frontend-plugin-api';
import type { BudgetRow, OrganisationCost } from '@portico/plugin-cost-common';
import {
  CopyBlock,
  EmptyState,
  Section,
  Table,
  Th,
  useMore,
  type Live,
} from '@portico/ui';
import { useCallback } from 'react';
import { costApiRef } from '../../api/costApiRef';
import { useCost } from '../../hooks/useCost';
import { NotCurrent } from '../../parts/NoCost';
import { MoreButton } from '../frame/MoreButton';
import { Pending } from '../frame/Pending';
import { toneOf } from '../frame/toneOf';
import { usePageQuery } from '../frame/usePageQuery';
import { BudgetTableRow } from './BudgetTableRow';
import styles from './BudgetsTab.module.css';

const FIRST = 50;
const STEP = 200;

const ANNOTATION = `metadata:
  annotations:
    portico/cost-budget: 400 USD`;
const CONFIG = `cost:
  budgets:
    - entity: group:default/data
      amount: 6000 USD`;

/** `2 over, 1 near, of 14`. */
function countWords(rows: BudgetRow[]): string {
  const among = (...states: string[]) =>
    rows.filter(({ standing }) =>
      states.includes(standing.budget?.state ?? 'none'),
    ).length;
  return `${among('over', 'heading-over')} over or heading over, ${among(
    'near',
  )} near, of ${rows.length}`;
}

function Rows(props: { rows: BudgetRow[]; currency: string }) {
  const { rows, currency } = props;
  const more = useMore(rows, FIRST, STEP);
  return (
    <>
      <Table label="Budgets" className={styles.budgets}>
        <thead>
          <tr>
            <Th>Budget of</Th>
            <Th className={styles.bar}>To date, forecast, budget</Th>
            <Th end>To date</Th>
            <Th end>Forecast</Th>
            <Th end>Budget, {currency}</Th>
            <Th>Stands</Th>
            <Th>Told to its owners</Th>
          </tr>
        </thead>
        <tbody>
          {more.shown.map(row => (
            <BudgetTableRow key={row.id} row={row} currency={currency} />
          ))}
        </tbody>
      </Table>
      <MoreButton more={more} total={rows.length} />
    </>
  );
}

/** All budgets that the reader may see: how they stand, and what their owners were told. */
export function BudgetsTab(props: { live: Live<OrganisationCost> }) {
  const api = useApi(costApiRef);
  const { query } = usePageQuery();
  const live = useCost(useCallback(() => api.budgets(query), [api, query]));
  const { value, error, reload } = live;
  const currency = props.live.value?.basis.currency;
  if (!value || !currency) return <Pending live={live} title="Budgets" />;
  const bad = value.some(({ standing }) =>
    ['over', 'heading-over'].includes(standing.budget?.state ?? ''),
  );
  return (
    <>
      <Section
        title="Budgets"
        qualifier={value.length > 0 ? countWords(value) : undefined}
        tone={toneOf(error, bad && 'warn')}
      >
        <NotCurrent error={error} retry={reload} />
        {value.length > 0 ? (
          <Rows rows={value} currency={currency} />
        ) : (
          <EmptyState
            what="Nothing that you may see has a budget"
            why="With one, its owners are told at 50, 80 and 100 %, and when the forecast goes beyond it."
          />
        )}
      </Section>
      <Section
        title="To add one"
        qualifier="to a service, system or team; or to anything in the portal’s config"
      >
        <div className={styles.examples}>
          <CopyBlock text={ANNOTATION} label="Lines for catalog-info.yaml" />
          <CopyBlock text={CONFIG} label="Lines for the config of the portal" />
        </div>
      </Section>
    </>
  );
}
