import type { BreakdownRow, CostDimension } from '@portico/plugin-cost-common';
import { ErrorState, errorWords, useMore, Waiting } from '@portico/ui';
import { useState, type ReactNode } from 'react';
import { MoreButton } from '../frame/MoreButton';
import type { PageQuery } from '../frame/usePageQuery';
import { COLUMNS, indent, TreeRow } from './TreeRow';
import styles from './SpendTree.module.css';
import { useBreakdown } from './useBreakdown';

/** Rows of one level that are drawn at first, and with each further ask. */
const FIRST = 40;
const STEP = 200;

interface Level {
  by: CostDimension;
  query: PageQuery;
  /** Ids of the rows above, outermost first. */
  within: readonly string[];
}

/** A row that is none of the numbers: under way, failed, or how many more there are. */
function Aside(props: { depth: number; children: ReactNode }) {
  return (
    <tr className={styles.aside}>
      <td colSpan={COLUMNS} style={indent(props.depth)}>
        {props.children}
      </td>
    </tr>
  );
}

/** What is beneath a row, asked for once it is opened. */
function Beneath(props: Level) {
  const { by, query, within } = props;
  const { value, error, reload } = useBreakdown(by, query, within);
  const depth = within.length;
  if (value) {
    return value.rows.length > 0 ? (
      <TreeLevel {...props} rows={value.rows} currency={value.basis.currency} />
    ) : (
      <Aside depth={depth}>Nothing of it is yours to see.</Aside>
    );
  }
  return (
    <Aside depth={depth}>
      {error ? (
        <ErrorState
          inline
          what="Unknown:"
          why={errorWords(error)}
          retry={reload}
        />
      ) : (
        <Waiting rows={2} what="cost" />
      )}
    </Aside>
  );
}

/** Rows of one level, each with what is beneath it once it is opened; long levels show their largest first. */
export function TreeLevel(
  props: Level & { rows: BreakdownRow[]; currency: string },
) {
  const { rows, currency, ...level } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  // What is nobody's comes last, and is never among those that are left out.
  const nobodys = rows.filter(({ kind }) => kind === 'unattributed');
  const somebodys = rows.filter(({ kind }) => kind !== 'unattributed');
  const more = useMore(somebodys, FIRST, STEP);
  const depth = level.within.length;
  const toggle = (id: string) =>
    setOpen(before => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const drawn = (row: BreakdownRow) => [
    <TreeRow
      key={row.id}
      row={row}
      depth={depth}
      currency={currency}
      open={open.has(row.id)}
      onToggle={() => toggle(row.id)}
    />,
    open.has(row.id) && (
      <Beneath
        key={`${row.id} beneath`}
        {...level}
        within={[...level.within, row.id]}
      />
    ),
  ];
  return (
    <>
      {more.shown.map(drawn)}
      {more.left > 0 && (
        <Aside depth={depth}>
          <MoreButton more={more} total={somebodys.length} />
        </Aside>
      )}
      {nobodys.map(drawn)}
    </>
  );
}
