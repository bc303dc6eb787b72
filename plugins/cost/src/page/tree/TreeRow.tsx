import type { BreakdownRow } from '@portico/plugin-cost-common';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Icon, Td, TextLink, Th, VisuallyHidden } from '@portico/ui';
import type { CSSProperties } from 'react';
import { BudgetState } from '../../parts/BudgetState';
import { Change } from '../../parts/Change';
import { beforeWords } from '../../parts/dates';
import { formatAmount, formatWhole } from '../../parts/money';
import { Spark13 } from '../../parts/Spark13';
import { usePageLinks } from '../frame/usePageLinks';
import styles from './SpendTree.module.css';

/** How many columns the table has. */
export const COLUMNS = 7;

/** How far a row of the tree stands in. */
export const indent = (depth: number): CSSProperties => ({
  paddingLeft: `calc(${depth} * var(--tree-step))`,
});

/** The numbers of a row. */
export function TreeCells(props: { row: BreakdownRow; currency: string }) {
  const { row, currency } = props;
  const { toDate, before, forecast, budget } = row.standing;
  return (
    <>
      <Td end>{formatAmount(toDate)}</Td>
      <Td end>
        <Change ratio={before?.change} against={beforeWords(row.standing)} />
      </Td>
      <Td
        end
        title={
          forecast &&
          `Between ${formatWhole(forecast.low)} and ${formatWhole(
            forecast.high,
          )} ${currency}`
        }
      >
        {forecast && formatWhole(forecast.amount)}
      </Td>
      <Td end>{budget && formatWhole(budget.amount)}</Td>
      <Td nowrap>{budget && <BudgetState budget={budget} />}</Td>
      <Td className={styles.months}>
        <Spark13 months={row.months} currency={currency} />
      </Td>
    </>
  );
}

/** Where a row leads; undefined for what has no page. */
function usePathOf({ entityRef, kind }: BreakdownRow): string | undefined {
  const entityLink = useEntityRefLink();
  const linkTo = usePageLinks();
  if (kind === 'unattributed') return linkTo('unattributed');
  return entityRef && `${entityLink(entityRef)}/cost`;
}

function Name({ row }: { row: BreakdownRow }) {
  const path = usePathOf(row);
  const { title, note } = row;
  const words = path ? (
    <TextLink plain to={path}>
      {title}
    </TextLink>
  ) : (
    title
  );
  return (
    <span className={styles.cut} title={note ? `${title}, ${note}` : title}>
      {words}
      {note && <span className={styles.note}> {note}</span>}
    </span>
  );
}

/** One row: a button that opens it where something is beneath, what it is, and its numbers. */
export function TreeRow(props: {
  row: BreakdownRow;
  depth: number;
  currency: string;
  open: boolean;
  onToggle(): void;
}) {
  const { row, depth, currency, open, onToggle } = props;
  return (
    <tr
      data-depth={Math.min(depth, 2)}
      className={row.kind === 'unattributed' ? styles.unattributed : undefined}
    >
      <Th scope="row" style={indent(depth)}>
        <span className={styles.name}>
          {row.next ? (
            <button
              type="button"
              data-depth={depth}
              aria-expanded={open}
              onClick={onToggle}
            >
              <Icon name={open ? 'down' : 'right'} size={12} />
              <VisuallyHidden>{`What is in ${row.title}`}</VisuallyHidden>
            </button>
          ) : (
            <i aria-hidden="true" />
          )}
          <Name row={row} />
        </span>
      </Th>
      <TreeCells row={row} currency={currency} />
    </tr>
  );
}
