import { Icon } from '@portico/ui';
import { useState } from 'react';
import styles from './Table.module.css';
import type { TableColumn } from './TableColumn';
import type { TableFilters, TableSort } from './rowOrder';

function Filter(props: {
  name: string;
  value: string;
  onChange(text: string): void;
}) {
  const { name, value, onChange } = props;
  const [open, setOpen] = useState(value !== '');
  const said = `Filter ${name}`;
  return open ? (
    <input
      className={styles.filter}
      type="search"
      aria-label={said}
      placeholder="contains"
      value={value}
      // The reader asked for it by the button that it takes the place of.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={value === ''}
      onChange={event => onChange(event.target.value)}
      onBlur={() => setOpen(value !== '')}
    />
  ) : (
    <button
      type="button"
      className={styles.filterButton}
      aria-label={said}
      title={said}
      onClick={() => setOpen(true)}
    >
      <Icon name="search" size={12} />
    </button>
  );
}

/** Names of the columns; each sorts, and those that may be filtered have a field for it. */
export function TableHead(props: {
  columns: readonly TableColumn[];
  sort: TableSort | undefined;
  onSort(index: number): void;
  filters: TableFilters;
  onFilter(index: number, text: string): void;
}) {
  const { columns, sort, onSort, filters, onFilter } = props;
  return (
    <div role="row" className={styles.head}>
      {columns.map(({ index, name, align, width, filterable }) => {
        const sorted = sort?.index === index;
        const way = sort?.descending ? 'descending' : 'ascending';
        return (
          <div
            key={index}
            role="columnheader"
            aria-sort={sorted ? way : 'none'}
            className={styles.heading}
            style={{ width }}
            data-align={align}
          >
            <button
              type="button"
              className={styles.sort}
              title={name}
              onClick={() => onSort(index)}
            >
              <span>{name}</span>
              {sorted && (
                <svg width="8" height="6" viewBox="0 0 10 8" aria-hidden="true">
                  <path
                    d={sort.descending ? 'M0 0h10L5 8Z' : 'M0 8 5 0l5 8Z'}
                    fill="currentColor"
                  />
                </svg>
              )}
            </button>
            {filterable && (
              <Filter
                name={name}
                value={filters[index] ?? ''}
                onChange={text => onFilter(index, text)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
