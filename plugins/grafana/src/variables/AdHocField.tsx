import type { AdHocFilter, VariableView } from '@portico/plugin-grafana-common';
import { Button, ErrorState, errorWords, Icon } from '@portico/ui';
import { useEffect, useState } from 'react';
import type { OptionQuery } from '../api/grafanaApiRef';
import { Drop } from '../parts/Drop';
import { filterValue, OPERATORS } from './adHoc';
import { Choice } from './Choice';
import { OptionList } from './OptionList';
import type { SearchOptions } from './useOptions';
import styles from './Variables.module.css';

/** Asks for the values of a key. */
export type KeyValues = (
  wanted: OptionQuery,
  signal: AbortSignal,
) => ReturnType<SearchOptions>;

function Adding(props: {
  keys: string[];
  values: KeyValues;
  onAdd(filter: AdHocFilter): void;
}) {
  const { keys, values, onAdd } = props;
  const [key, setKey] = useState(keys[0]);
  const [operator, setOperator] = useState(OPERATORS[0]);
  const [found, setFound] = useState<{
    key: string;
    items: Awaited<ReturnType<KeyValues>>;
    error?: Error;
  }>();
  useEffect(() => {
    const abort = new AbortController();
    values({ key }, abort.signal).then(
      items => setFound({ key, items }),
      error => {
        if (!abort.signal.aborted) setFound({ key, items: [], error });
      },
    );
    return () => abort.abort();
  }, [key, values]);
  const current = found?.key === key ? found : undefined;
  return (
    <div className={styles.adding}>
      <div>
        <Choice
          label="Key"
          value={key}
          choices={keys.map(value => ({ value, title: value }))}
          onChange={setKey}
        />
        <Choice
          label="Operator"
          value={operator}
          choices={OPERATORS.map(value => ({ value, title: value }))}
          onChange={value => setOperator(value as AdHocFilter['operator'])}
        />
      </div>
      {current?.error ? (
        <ErrorState
          inline
          what="Values are unknown."
          why={errorWords(current.error)}
        />
      ) : (
        <OptionList
          key={key}
          label={`Value of ${key}`}
          offered={current?.items ?? []}
          chosen={[]}
          onPick={value => onAdd({ key, operator, value })}
        />
      )}
    </div>
  );
}

/** The conditions of an ad hoc variable: each can be taken away, more can be added. */
export function AdHocField(props: {
  variable: VariableView;
  label: string;
  values: KeyValues;
  onChange(filters: string[]): void;
}) {
  const { variable, label, values, onChange } = props;
  const { filters = [], keys = [] } = variable;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // Without any, the dashboard's own would apply; an empty one says that none are wanted.
  const change = (after: AdHocFilter[]) =>
    onChange(after.length > 0 ? after.map(filterValue) : ['']);
  return (
    <span className={styles.filters} role="group" aria-label={label}>
      {filters.map((filter, index) => {
        const words = `${filter.key} ${filter.operator} ${filter.value}`;
        return (
          <Button
            key={words}
            aria-label={`Remove ${words}`}
            onClick={() => change(filters.filter((_, at) => at !== index))}
          >
            {words}
            <Icon name="x" size={12} />
          </Button>
        );
      })}
      <Button
        disabled={keys.length === 0}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <Icon name="plus" size={12} />
        Filter
      </Button>
      <Drop label={label} anchor={anchor} onClose={() => setAnchor(null)}>
        <Adding
          keys={keys}
          values={values}
          onAdd={filter => {
            setAnchor(null);
            change([...filters, filter]);
          }}
        />
      </Drop>
    </span>
  );
}
