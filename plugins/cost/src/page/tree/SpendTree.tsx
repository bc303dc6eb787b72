import type {
  Breakdown,
  BreakdownRow,
  MonthStanding,
} from '@portico/plugin-cost-common';
import { ErrorState, errorWords, Table, Th, Waiting } from '@portico/ui';
import { useCallback, useRef, type KeyboardEvent } from 'react';
import { monthName } from '../../parts/dates';
import type { PageQuery } from '../frame/usePageQuery';
import type { TreeDimension } from './dimensions';
import { moveInTree } from './moveInTree';
import styles from './SpendTree.module.css';
import { TreeLevel } from './TreeLevel';
import { TreeCells } from './TreeRow';
import { useBreakdown } from './useBreakdown';

/** `Against Oct`. */
function againstWords(standing: MonthStanding): string {
  const month = standing.before?.month;
  return month ? `Against ${monthName(month).slice(0, 3)}` : 'Against';
}

function Total(props: { total: BreakdownRow; currency: string }) {
  const { total, currency } = props;
  return (
    <tr className={styles.sum}>
      <Th scope="row">{total.title}</Th>
      <TreeCells row={total} currency={currency} />
    </tr>
  );
}

function Heads(props: { breakdown: Breakdown; dimension: TreeDimension }) {
  const { breakdown, dimension } = props;
  return (
    <tr>
      <Th>{`${dimension.title}, ${dimension.beneath}`}</Th>
      <Th end>To date</Th>
      <Th end>{againstWords(breakdown.total.standing)}</Th>
      <Th end>Forecast</Th>
      <Th end>Budget</Th>
      <Th>Stands</Th>
      <Th className={styles.months}>13 months</Th>
    </tr>
  );
}

/** Who or what spends it: a table that drills down, each level asked for when it is opened; it adds up to its last row. */
export function SpendTree(props: {
  dimension: TreeDimension;
  query: PageQuery;
  /** Rows of the first level whose title contains this. */
  filter?: string;
}) {
  const { dimension, query, filter = '' } = props;
  const box = useRef<HTMLDivElement>(null);
  const live = useBreakdown(dimension.value, query);
  const { value, error, reload } = live;
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (box.current && moveInTree(box.current, event.key)) {
      event.preventDefault();
    }
  }, []);
  if (!value) {
    return error ? (
      <ErrorState
        what={`Unknown: nobody could say what is spent by ${dimension.title.toLowerCase()}`}
        why={errorWords(error)}
        retry={reload}
      />
    ) : (
      <Waiting rows={8} what="cost" />
    );
  }
  const { basis, total, rows } = value;
  const wanted = filter.trim().toLowerCase();
  return (
    // The keys belong to the buttons inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} onKeyDown={onKeyDown}>
      <Table
        label={`Costs by ${dimension.title.toLowerCase()}, ${basis.currency}`}
        className={styles.tree}
      >
        <thead>
          <Heads breakdown={value} dimension={dimension} />
        </thead>
        <tbody>
          <TreeLevel
            rows={
              wanted
                ? rows.filter(row => row.title.toLowerCase().includes(wanted))
                : rows
            }
            within={[]}
            by={dimension.value}
            query={query}
            currency={basis.currency}
          />
          {!wanted && <Total total={total} currency={basis.currency} />}
        </tbody>
      </Table>
    </div>
  );
}
