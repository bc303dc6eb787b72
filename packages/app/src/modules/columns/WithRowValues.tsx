import { RowColumns, RowValues } from '@portico/ui';
import { Fragment, ReactNode } from 'react';

/** What all plugins together know of the rows of a list. */
export interface JoinedValues {
  /** The cells of a row, in the order of `columnsOf`. */
  cells(key: string): ReactNode[];
  compare(a: string, b: string): number;
  includes(key: string): boolean;
  reasons(key: string): ReactNode[];
  notes: ReactNode;
}

/** The columns of all plugins, one after the other. */
export const columnsOf = (plugins: RowColumns[]) =>
  plugins.flatMap(plugin => plugin.columns);

function join(plugins: RowColumns[], values: RowValues[]): JoinedValues {
  return {
    cells: key =>
      plugins.flatMap(({ columns }, at) =>
        columns.map(({ id }) => values[at].cell(id, key)),
      ),
    compare: (a, b) => {
      for (const { compare } of values) {
        const order = compare?.(a, b) ?? 0;
        if (order !== 0) return order;
      }
      return 0;
    },
    includes: key => values.every(value => value.includes?.(key) ?? true),
    reasons: key => values.map(value => value.reason?.(key)).filter(Boolean),
    notes: values.map(({ note }, at) => <Fragment key={at}>{note}</Fragment>),
  };
}

/** Has each plugin read what it knows of the rows, and hands it on joined. */
export function WithRowValues(props: {
  plugins: RowColumns[];
  keys: string[];
  children(values: JoinedValues): ReactNode;
}) {
  const { plugins, keys, children } = props;
  const read = (found: RowValues[]): ReactNode => {
    const next = plugins[found.length];
    if (!next) return children(join(plugins, found));
    return (
      <next.Source keys={keys}>
        {values => read([...found, values])}
      </next.Source>
    );
  };
  return <>{read([])}</>;
}
