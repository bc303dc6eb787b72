import { useApi } from '@backstage/frontend-plugin-api';
import type { CostResources, CostShare } from '@portico/plugin-cost-common';
import { ErrorState, errorWords, Td, TextLink, Waiting } from '@portico/ui';
import { useCallback, useState } from 'react';
import { costApiRef, type SplitQuery } from '../../api/costApiRef';
import { useCost } from '../../hooks/useCost';
import { DayList } from './DayList';
import { ShareRow } from './ShareRow';
import styles from './Shares.module.css';

/** Columns of the table. */
export const COLUMNS = 4;

type Resource = CostResources['items'][number];

/** A row over the whole width, for days and words. */
export function Detail(props: { deeper?: boolean; children: JSX.Element }) {
  return (
    <tr className={`${styles.detail} ${props.deeper ? styles.deeper : ''}`}>
      <Td colSpan={COLUMNS}>{props.children}</Td>
    </tr>
  );
}

/** Where it runs, as far as its name does not say so. */
const factsOf = ({ provider, account, service, environment }: Resource) =>
  [provider, account, service, environment].filter(Boolean).join(', ');

/** The resources of a row, or of the whole sum, each opening its days. */
export function ResourceRows(props: {
  entityRef: string;
  query: SplitQuery;
  /** The row; without it, of the whole sum. */
  share?: CostShare;
  currency: string;
}) {
  const { entityRef, query, share, currency } = props;
  const { month, metric, by } = query;
  const within = share?.id;
  const api = useApi(costApiRef);
  const { value, error, reload } = useCost(
    useCallback(
      () => api.resources(entityRef, { month, metric, by, within }),
      [api, entityRef, month, metric, by, within],
    ),
  );
  const [open, setOpen] = useState<string>();
  if (!value) {
    return (
      <Detail>
        {error ? (
          <ErrorState
            inline
            what={`Unknown: nobody could say what ${
              share?.title ?? 'it'
            } is made of.`}
            why={errorWords(error)}
            retry={reload}
          />
        ) : (
          <Waiting rows={2} what="its resources" />
        )}
      </Detail>
    );
  }
  return (
    <>
      {value.items.flatMap(item => {
        const isOpen = item.id === open;
        const row = (
          <ShareRow
            key={item.id}
            share={item}
            name={item.url && <TextLink to={item.url}>{item.title}</TextLink>}
            facts={factsOf(item)}
            days={value.days}
            currency={currency}
            under={share !== undefined}
            open={isOpen}
            beneath="Days"
            onToggle={() => setOpen(isOpen ? undefined : item.id)}
          />
        );
        if (!isOpen) return [row];
        return [
          row,
          <Detail key={`${item.id} days`} deeper={share !== undefined}>
            <DayList of={item.title} days={value.days} amounts={item.daily} />
          </Detail>,
        ];
      })}
      {value.items.length === 0 && (
        <Detail>
          <span>No resource is named on its bill.</span>
        </Detail>
      )}
      {value.more > 0 && (
        <Detail>
          <span>{`${value.more} smaller ones more; the export has them all.`}</span>
        </Detail>
      )}
    </>
  );
}
