import type {
  UnattributedCauseView,
  UnattributedCost,
} from '@portico/plugin-cost-common';
import {
  Button,
  ChoiceField,
  EmptyState,
  NameField,
  Section,
  Waiting,
} from '@portico/ui';
import { useEffect, useState } from 'react';
import { NotCurrent } from '../../parts/NoCost';
import { Pending } from '../frame/Pending';
import { usePageQuery } from '../frame/usePageQuery';
import { ItemTable } from './ItemTable';
import styles from './ItemTable.module.css';
import { useUnattributedItems } from './useUnattributedItems';

type Cause = UnattributedCauseView['cause'];

const ALL = 'all';
const TYPING_MS = 300;

/** What stands in a field, once nothing was typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Nothing is like that: what the list was narrowed down to, and the way back. */
function NothingFound(props: {
  cause?: string;
  search: string;
  onClear(): void;
}) {
  const { cause, search, onClear } = props;
  const filters = [cause, search && `“${search}”`].filter(Boolean);
  if (filters.length === 0) {
    return (
      <EmptyState
        what="Nothing is unattributed"
        why="All of the month’s bill has an owner."
      />
    );
  }
  return (
    <EmptyState
      what="Nothing unattributed is like that"
      why={`Narrowed down to ${filters.join(' and ')}.`}
      action={<Button onClick={onClear}>Show all</Button>}
    />
  );
}

/** The list that a platform team works through, largest first, narrowed down by cause and by what is typed. */
export function UnattributedList(props: {
  cost: UnattributedCost;
  currency: string;
}) {
  const { cost, currency } = props;
  const { query, parameter, change } = usePageQuery();
  const { causes } = cost;
  const chosen = causes.find(({ cause }) => cause === parameter('cause'));
  const [text, setText] = useState('');
  const search = useSettled(text).trim();
  const { live, items, more, loadMore, loading, failure } =
    useUnattributedItems(query, {
      cause: chosen?.cause as Cause | undefined,
      search: search || undefined,
    });
  const { value, error, reload } = live;
  if (!value && error) return <Pending live={live} title="To work through" />;
  return (
    <Section
      title="To work through"
      qualifier={
        value &&
        `${(items.length + more).toLocaleString('en-US')}, largest first`
      }
      tone={error ? 'stale' : 'fine'}
    >
      <NotCurrent error={error} retry={reload} />
      <div className={styles.filters}>
        <NameField
          label="Find by name, tag or account"
          value={text}
          onChange={setText}
        />
        <ChoiceField
          label="Cause"
          wide
          value={chosen?.cause ?? ALL}
          choices={[
            { value: ALL, title: 'All causes' },
            ...causes.map(({ cause, title }) => ({ value: cause, title })),
          ]}
          onChange={cause =>
            change({ cause: cause === ALL ? undefined : cause })
          }
        />
      </div>
      {!value && <Waiting rows={8} what="cost" />}
      {value && items.length === 0 && (
        <NothingFound
          cause={chosen?.title}
          search={search}
          onClear={() => {
            setText('');
            change({ cause: undefined });
          }}
        />
      )}
      {items.length > 0 && <ItemTable items={items} currency={currency} />}
      {more > 0 && (
        <Button look="text" disabled={loading} onClick={() => loadMore()}>
          {loading
            ? 'Loading'
            : `Show more; ${more.toLocaleString('en-US')} are left`}
        </Button>
      )}
      {failure && <p role="alert">No more could be had: {failure}</p>}
    </Section>
  );
}
